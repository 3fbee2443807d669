//! What docs/ promises of steps by hand is there for each of them.

use std::{collections::BTreeSet, path::Path};

use serde_json::json;

use crate::{handover::command_line, home::Home, liaison::Liaison, registration};

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

/// docs/window.png is this one, taken when the window looks different.
#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn the_readme_shows_a_step_by_hand_with_its_value_and_its_picture() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    page.size(1200, 900).await;
    registration::begin(&liaison, "Lumen").await;
    let client = "83ab6add-4306-4db3-9623-5be23fa1b311";
    command_line(&home, &["set", "Lumen", &format!("outbound-app-id={client}")]);
    page.click("step-admin-basic").await;
    page.find("to-setup").await;
    let section = page.find("section-admin-basic").await;
    page.script("arguments[0].scrollIntoView()", vec![json!(section)]).await;
    page.screenshot("readme").await;
    let shown = page.text("section-admin-basic").await;
    assert!(shown.contains(client), "{shown}");
    let visible = "const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
        const parts = all(arguments[0]).filter((one) => one.matches('[data-test=copy-outbound-app-id], [data-test=picture]'));
        return parts.map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => top >= 0 && bottom <= innerHeight)";
    assert_eq!(
        page.script(visible, vec![json!(section)]).await,
        json!([true, true]),
        "both are in one picture"
    );
    liaison.close().await;
}
