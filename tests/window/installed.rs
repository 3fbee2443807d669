//! What an installed Liaison owes the desktop. `./dev package --test` runs these on what the packages put in place.

use std::process::Command;

use crate::{home::Home, liaison::Liaison, target};

/// The `identifier` of tauri.conf.json, by which the desktop finds `<identifier>.desktop`.
fn identifier() -> String {
    let config: serde_json::Value =
        serde_json::from_str(include_str!("../../src-tauri/tauri.conf.json")).unwrap();
    config["identifier"].as_str().unwrap().to_owned()
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn it_starts_is_clicked_and_is_known_by_its_desktop_entry() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.click("new-setup").await;
    liaison.page.find("setup-name").await;
    let windows = Command::new("xwininfo").args(["-root", "-tree"]).output().unwrap();
    let windows = String::from_utf8_lossy(&windows.stdout).into_owned();
    let class = format!("(\"{0}\" \"{0}\")", identifier());
    assert!(windows.contains(&class), "no window has the class {class}:\n{windows}");
    liaison.close().await;
}

#[test]
#[ignore = "needs the window's program: ./dev test"]
fn without_a_display_it_says_so() {
    let home = Home::new();
    let start = Command::new(target::programs().join("liaison-desktop"))
        .envs(home.environment())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&start.stderr);
    assert_eq!(start.status.code(), Some(3), "{said}");
    assert!(said.contains("there is no display") && said.contains("liaison does the same"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn without_a_session_bus_it_opens_all_the_same() {
    let home = Home::new().without_bus();
    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.find("new-setup").await;
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_double_clicked_file_comes_to_the_window_that_is_open_and_shows_nothing_but_itself() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.find("new-setup").await;
    let second = Command::new(target::programs().join("liaison-desktop"))
        .arg("contoso.liaison")
        .current_dir(home.path())
        .envs(home.environment())
        .status()
        .unwrap();
    assert!(second.success(), "a second start ends by itself: {second}");
    // It was never made. That is said where its confirmation would be, with the one way on.
    liaison.page.wait_text("problem", "contoso.liaison cannot be read").await;
    liaison.page.find("take-not").await;
    liaison.close().await;
}
