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
