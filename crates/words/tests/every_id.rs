//! Every message that Rust names exists, and every Fluent file is whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_bundle::FluentResource;
use liaison_words::Words;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|have| have == extension) {
            found.push(path);
        }
    }
}

/// Texts between `before` and the next quote.
fn named<'a>(source: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    source.split(before).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

#[test]
fn every_problem_hint_and_message_that_rust_names_is_written() {
    let words = Words::new("en", &BTreeMap::new());
    let mut ids = BTreeSet::new();
    for folder in ["crates", "src-tauri/src"] {
        let mut sources = Vec::new();
        files(&workspace().join(folder), "rs", &mut sources);
        // Practice has no words of Liaison's, and tests may make up problems.
        sources.retain(|path| {
            !path
                .components()
                .any(|part| ["practice", "tests", "examples"].iter().any(|not| part.as_os_str() == *not))
                || path.ends_with("api/src/practice.rs")
        });
        for path in sources {
            let source = fs::read_to_string(path).unwrap();
            let source = source.split("#[cfg(test)]").next().unwrap();
            for before in ["Problem::new(", ".hint(", ".tell(", ".say(", "about(path,"] {
                ids.extend(named(source, before).map(str::to_owned));
            }
            for family in ["stays", "hint", "cli", "wait"] {
                let ids_of = source.split('"').filter(|text| text.starts_with(&format!("{family}-")));
                ids.extend(ids_of.map(str::to_owned));
            }
        }
    }
    ids.retain(|id| !id.contains('{') && id.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)));
    assert!(ids.len() > 150, "only {} ids were found in the sources", ids.len());
    let missing: Vec<&String> = ids.iter().filter(|id| !words.has(id)).collect();
    assert!(missing.is_empty(), "no text for {missing:#?}");
}

#[test]
fn every_file_is_whole_and_names_each_message_once() {
    let mut found = Vec::new();
    files(&workspace().join("words"), "ftl", &mut found);
    files(&workspace().join("guides"), "ftl", &mut found);
    assert!(found.len() >= 4);
    for path in found {
        let source = fs::read_to_string(&path).unwrap();
        if let Err((_, errors)) = FluentResource::try_new(source.clone()) {
            panic!("{}: {errors:?}", path.display());
        }
        let mut seen = BTreeSet::new();
        for line in
            source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-'))
        {
            let id = line.split(" =").next().unwrap();
            assert!(seen.insert(id.to_owned()), "{} is there twice in {}", id, path.display());
        }
    }
}

#[test]
fn whatever_stays_is_listed_for_people_to_read_beforehand() {
    let words = fs::read_to_string(workspace().join("words/en/app.ftl")).unwrap();
    let listed = fs::read_to_string(workspace().join("docs/what-stays.md")).unwrap();
    let ids: Vec<&str> = words
        .lines()
        .filter(|line| line.starts_with("stays-"))
        .filter_map(|line| line.split(" =").next())
        .collect();
    assert!(ids.len() >= 5);
    let missing: Vec<&&str> = ids.iter().filter(|id| !listed.contains(&format!("`{id}`"))).collect();
    assert!(missing.is_empty(), "docs/what-stays.md does not list {missing:?}");
}
