//! Liaison dies between asking and hearing. The next run finds out what happened, and nothing is made twice.

use serde_json::{Value, json};

use crate::harness::{Bench, Hold};

/// Applies, is killed while the request is held there, and lets the request go.
async fn killed(bench: &Bench, service: &str, path: &str, hold: Hold) {
    let Bench { practice, liaison } = bench;
    practice.catch(service, "POST", path, hold).await;
    let mut child = liaison.start(&["apply", "s", "--step", "application", "--yes"]);
    practice.caught().await;
    child.kill().unwrap();
    child.wait().unwrap();
    practice.clear().await;
}

fn applications(state: &Value) -> usize {
    state["applications"].as_array().unwrap().len()
}

async fn goes_on_and_leaves_one(bench: &Bench, changes: usize) {
    let Bench { practice, liaison } = bench;
    let (code, applied) = liaison.json(&["apply", "s", "--step", "application", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    assert_eq!(applied["changes"].as_array().unwrap().len(), changes, "{applied:#}");
    assert_eq!(applications(&practice.state().await), 1);

    let (code, undone) = liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    assert_eq!(applications(&practice.state().await), 0);
    practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn killed_before_the_service_acted() {
    let bench = Bench::in_scene("ready").await;
    killed(&bench, "graph", "/v1.0/applications", Hold::Before).await;
    assert_eq!(applications(&bench.practice.state().await), 0);
    goes_on_and_leaves_one(&bench, 1).await;
}

#[tokio::test]
async fn killed_after_the_service_acted() {
    let bench = Bench::in_scene("ready").await;
    killed(&bench, "graph", "/v1.0/applications", Hold::After).await;
    assert_eq!(applications(&bench.practice.state().await), 1);
    // It is found by its marker, and known as our own: nothing is left to change.
    goes_on_and_leaves_one(&bench, 0).await;
}

#[tokio::test]
async fn a_connection_that_breaks_after_the_service_acted_is_settled_at_once() {
    let bench = Bench::in_scene("ready").await;
    let reset = json!([{"service": "graph", "method": "POST", "path": "/v1.0/applications", "nth": 1, "do": "reset-after"}]);
    bench.practice.lay(reset).await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--step", "application", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    assert_eq!(applications(&bench.practice.state().await), 1);
    bench.practice.clear().await;
    goes_on_and_leaves_one(&bench, 0).await;
}
