//! A window that was built with the updater, and versions that are offered to it: dev.d/package/test-updater makes both.

use std::{env, fs, path::PathBuf};

use crate::{home::Home, liaison::Liaison};

/// A file or folder that the script names.
fn named(variable: &str) -> PathBuf {
    env::var_os(variable).expect("dev.d/package/test-updater starts this").into()
}

fn asked_for() -> Vec<String> {
    let log = fs::read_to_string(named("LIAISON_OFFERED_LOG")).unwrap();
    log.lines().map(str::to_owned).collect()
}

fn installed() -> String {
    fs::read_to_string(named("APPIMAGE")).unwrap()
}

/// Begins as the script left it.
fn afresh() {
    fs::write(named("LIAISON_OFFERED_LOG"), "").unwrap();
    fs::write(named("APPIMAGE"), "the version that runs").unwrap();
}

#[tokio::test]
#[ignore = "needs a window that was built with the updater: ./dev test --all"]
async fn a_window_asks_before_it_looks_and_before_it_installs_and_settings_take_it_back() {
    afresh();
    let home = Home::new();
    let liaison = Liaison::for_real(&home).await;
    let page = &liaison.page;
    page.find("update-may-look").await;
    page.screenshot("update-may-look").await;
    assert_eq!(asked_for(), [""; 0], "nothing is asked for before a yes");
    page.click("update-yes").await;
    page.find("update-may-install").await;
    page.screenshot("update-may-install").await;
    assert_eq!(asked_for(), ["updates.json", "updates.json.minisig"]);
    page.click("update-yes").await;
    page.find("update-replaced").await;
    assert!(installed().contains("the newer version"), "{}", installed());
    page.click("update-close").await;
    page.wait_gone("update-replaced").await;
    page.click("settings").await;
    page.pick("settings-updates", "Do not look").await;
    page.screenshot("update-settings").await;
    page.click("settings-save").await;
    let settings = home.path().join("data/settings.json");
    page.wait_until("it is kept", async || {
        fs::read_to_string(&settings).unwrap().contains(r#""updates": false"#)
    })
    .await;
    liaison.close().await;

    afresh();
    let liaison = Liaison::for_real(&home).await;
    liaison.page.find("new-setup").await;
    liaison.close().await;
    assert_eq!(asked_for(), [""; 0], "who said no is left alone");
}

#[tokio::test]
#[ignore = "needs a window that was built with the updater: ./dev test --all"]
async fn in_practice_nothing_leaves_this_computer() {
    afresh();
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.click("new-setup").await;
    liaison.page.find("setup-name").await;
    assert!(!liaison.page.has("update-may-look").await);
    liaison.close().await;
    assert_eq!(asked_for(), [""; 0]);
}

#[tokio::test]
#[ignore = "needs a window that was built with the updater: ./dev test --all"]
async fn an_older_file_under_a_newer_version_is_said_and_changes_nothing() {
    afresh();
    let offered = fs::read_dir(named("LIAISON_OFFERED")).unwrap().map(|entry| entry.unwrap().path());
    let file = offered.into_iter().find(|path| path.extension().is_some_and(|e| e == "AppImage")).unwrap();
    let genuine = fs::read(&file).unwrap();
    // As long as the genuine one.
    fs::write(&file, vec![b'o'; genuine.len()]).unwrap();
    let home = Home::new();
    let liaison = Liaison::for_real(&home).await;
    liaison.page.click("update-yes").await;
    liaison.page.find("update-may-install").await;
    liaison.page.click("update-yes").await;
    liaison.page.find("update-failed").await;
    liaison.page.screenshot("update-failed").await;
    fs::write(&file, genuine).unwrap();
    assert_eq!(installed(), "the version that runs");
    liaison.page.click("update-close").await;
    liaison.close().await;
}
