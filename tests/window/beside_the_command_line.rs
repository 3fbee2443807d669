//! The window and the command line on one setup at once: one store, one keychain, one writer.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::{home::Home, liaison::Liaison, registration, target};

/// `liaison` with the window's data, on the same desktop.
pub fn command_line(home: &Home, arguments: &[&str]) -> (Option<i32>, Value) {
    let ended = Command::new(target::programs().join("liaison"))
        .args(arguments)
        .arg("--json")
        .envs(home.environment())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let document = serde_json::from_slice(&ended.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&ended.stderr)));
    (ended.status.code(), document)
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn what_one_does_the_other_finds() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Shared").await;
    registration::sign_in(&liaison, &home).await;

    // The plan that the window shows is overtaken by the command line, and then is not applied.
    page.click("step-application").await;
    page.find("next").await;
    page.click("plan").await;
    page.find("planned").await;
    let (code, applied) = command_line(&home, &["apply", "Shared", "--step", "application", "--yes"]);
    assert_eq!((code, applied["changes"].as_array().map(Vec::len)), (Some(0), Some(1)), "{applied:#}");
    page.click("apply").await;
    page.wait_text("problem", "nothing was written").await;
    page.screenshot("plan-overtaken").await;
    page.wait_text("state-application", "Done").await;

    page.click("undo-plan").await;
    page.click("undo").await;
    page.wait_text("result", "One change was taken back").await;
    let (code, checked) = command_line(&home, &["check", "Shared", "--step", "application"]);
    assert_eq!((code, checked["outcome"].as_str()), (Some(1), Some("changes")), "{checked:#}");
    liaison.close().await;
}
