//! Every row of docs/microsoft-errors.md, met in practice: what is said is what the table says.

use std::path::Path;

use serde_json::json;

use crate::harness::{Bench, Liaison, Practice};

/// Code, what is said, what can be done.
fn rows() -> Vec<[String; 3]> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/microsoft-errors.md");
    let table = std::fs::read_to_string(file).unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells =
        rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect());
    cells
        .map(|cells: Vec<String>| {
            let [code, _, says, hint] = &cells[..] else { panic!("{cells:?}") };
            [code.clone(), says.clone(), hint.clone()]
        })
        .collect()
}

/// Before the service's own sentence, which only the service knows.
fn ours(text: &str) -> &str {
    text.split('…').next().unwrap()
}

#[tokio::test]
async fn every_number_of_entras_is_explained_as_the_table_says() {
    let practice = Practice::serve(&["--scene", "ready"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let rows: Vec<_> = rows().into_iter().filter(|[code, ..]| code.starts_with("AADSTS")).collect();
    assert!(rows.len() > 55, "{}", rows.len());
    for [code, says, hint] in rows {
        let number = code.trim_start_matches("AADSTS");
        let act = format!("aadsts:{number}");
        practice.lay(json!([{"service": "login", "method": "POST", "path": "*/token", "do": act}])).await;
        let run = liaison.run(&["sign-in", "s", "--seat", "entra-admin", "--with", "browser"]).expect_code(3);
        assert!(run.err.contains(&says) && run.err.contains(&hint), "{code}: {}", run.err);
        assert!(run.err.contains(&code), "the number is there for support: {}", run.err);
    }
}

#[tokio::test]
async fn every_code_of_graphs_is_explained_as_the_table_says() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    let rows: Vec<_> = rows().into_iter().filter(|[code, ..]| !code.starts_with("AADSTS")).collect();
    assert!(rows.len() > 10, "{}", rows.len());
    for [code, says, hint] in rows {
        let act = format!("graph:400:{code}");
        let path = "/v1.0/applications";
        practice.lay(json!([{"service": "graph", "method": "POST", "path": path, "do": act}])).await;
        let run = liaison.run(&["apply", "s", "--step", "application", "--yes"]).expect_code(3);
        assert!(run.err.contains(ours(&says)) && run.err.contains(&hint), "{code}: {}", run.err);
        assert!(practice.state().await["applications"].as_array().unwrap().is_empty(), "{code}");
    }
}
