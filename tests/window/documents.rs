//! What docs/ promises of steps by hand is there for each of them.

use std::{collections::BTreeSet, path::Path};

#[test]
fn each_step_by_hand_says_how_it_is_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let guide = std::fs::read_to_string(root.join("guides/m365-support/guide.toml")).unwrap();
    let by_hand: BTreeSet<&str> = guide
        .split("[[steps]]")
        .skip(1)
        .filter(|step| ["by-hand", "ask", "network.allow-list"].contains(&named(step, "kind")))
        .map(|step| named(step, "id"))
        .collect();
    let table = std::fs::read_to_string(root.join("docs/by-hand.md")).unwrap();
    let rows: Vec<(&str, &str)> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | "))
        .collect();
    assert_eq!(rows.iter().map(|(step, _)| *step).collect::<BTreeSet<_>>(), by_hand);
    for (step, how) in rows {
        assert!(how.len() > 20, "{step} says nothing: {how}");
    }
}

/// The text of `key = "text"`.
fn named<'a>(step: &'a str, key: &str) -> &'a str {
    let line = step.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
    line.and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// A promise without a test is none.
#[test]
fn each_test_that_the_microsoft_side_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut sources = String::new();
    read_all(&root.join("tests"), &mut sources);
    read_all(&root.join("crates"), &mut sources);
    let table = std::fs::read_to_string(root.join("docs/microsoft.md")).unwrap();
    let mut named = 0;
    for name in table.lines().filter(|line| line.starts_with("| ")).flat_map(|line| line.split('`')) {
        let is_test = name.contains('_')
            && name.len() > 10
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if !is_test {
            continue;
        }
        named += 1;
        // A scene's test is made by a macro.
        let made = [format!("fn {name}("), format!("{name} => \"")];
        assert!(made.iter().any(|made| sources.contains(made)), "there is no test {name}");
    }
    assert!(named > 60, "{named}");
}

fn read_all(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            read_all(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}
