//! A language in which every text of ours is marked, so that what is written outside of the words shows. It is not shipped: it is a guide
//! for `LIAISON_GUIDES`, which runs in the programs as they are.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::{collections::BTreeMap, fs, path::Path};

use crate::ftl;

pub fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Language to the words of it under `folder`.
pub fn languages(folder: &Path) -> BTreeMap<String, String> {
    let read = |language: &Path| -> String {
        let files =
            fs::read_dir(language).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
        files.collect::<Vec<_>>().join("\n")
    };
    let folders = fs::read_dir(folder).unwrap().map(|language| language.unwrap().path());
    folders.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), read(&path))).collect()
}

/// A copy of the guide whose English is the pseudo-language, for Liaison's own words as well: a guide's words come last.
pub fn guide(folder: &Path) {
    let guide = workspace().join("guides/m365-support");
    fs::create_dir_all(folder.join("words/en")).unwrap();
    fs::create_dir_all(folder.join("pictures")).unwrap();
    fs::copy(guide.join("guide.toml"), folder.join("guide.toml")).unwrap();
    let english =
        [workspace().join("words"), guide.join("words")].map(|words| languages(&words)["en"].clone());
    fs::write(folder.join("words/en/all.ftl"), ftl::pseudo(&english.join("\n"))).unwrap();
}

/// Every id in the guide: what a program may name without words.
pub fn ids() -> Vec<String> {
    let guide = fs::read_to_string(workspace().join("guides/m365-support/guide.toml")).unwrap();
    let ids = guide.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'));
    ids.map(str::to_owned).collect()
}

/// The letters of `said` that are in no text of ours and in none of `values`, by line.
pub fn unmarked(said: &str, values: &[String]) -> Vec<String> {
    let mut depth = 0;
    let mut outside = String::new();
    for c in said.chars() {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{said}");
    for value in values {
        outside = outside.replace(value, "");
    }
    // Times, identifiers, addresses.
    let is_value = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit() || "@/".contains(c))
            || word.trim_end_matches('.').contains('.')
    };
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !is_value(word);
    // A line of a plan, or of a report's table: the service's own name of a field, and what it is set to.
    let is_field = |line: &str| {
        let of_plan = line.strip_prefix("      ").and_then(|line| line.split_once(": "));
        let of_report = line.strip_prefix("| ").and_then(|line| line.split_once(" | "));
        let field = of_plan.or(of_report);
        field.is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_alphabetic() || "_.\\".contains(c)))
    };
    let lines = outside.lines().filter(|line| !is_field(line) && line.split_whitespace().any(is_word));
    lines.map(str::to_owned).collect()
}
