//! It opens, and its page can do what it is granted and nothing else.

use serde_json::json;

use crate::{browser::Browser, home::Home, liaison::Liaison, registration, target};

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn the_first_screen_can_be_used() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.find("new-setup").await;
    liaison.page.screenshot("first-screen").await;
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn the_page_reaches_no_network_and_no_framework() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.find("new-setup").await;
    let refused = liaison
        .page
        .script(
            "const called = (name) => window.__TAURI_INTERNALS__.invoke(name).then(() => 'allowed', () => 'refused');
             const fetched = fetch('http://127.0.0.1:9/').then(() => 'allowed', (error) => error.name);
             return Promise.all([called('plugin:window|close'), called('plugin:app|version'), fetched]);",
            Vec::new(),
        )
        .await;
    assert_eq!(refused, json!(["refused", "refused", "TypeError"]));
    let text =
        liaison.page.script("try { return eval('1') } catch (error) { return error.name }", Vec::new()).await;
    assert_eq!(text, "EvalError");
    assert_eq!(liaison.page.script("return typeof window.__TAURI__", Vec::new()).await, "undefined");
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_second_start_leads_to_the_first_window() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    registration::begin(&liaison, "Contoso").await;
    liaison.page.click("home").await;
    liaison.page.find("new-setup").await;
    // With the same arguments, so that it would want the same ports too.
    let second = tokio::process::Command::new(target::programs().join("liaison-desktop"))
        .args(["--practice", "--open", "Contoso"])
        .envs(home.environment())
        .output()
        .await
        .unwrap();
    assert!(second.status.success(), "{second:?}");
    liaison.page.find("sign-in-entra-admin-browser").await;
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_browser_follows_the_address_that_liaison_opens() {
    let home = Home::new();
    let page = home.path().join("page.html");
    std::fs::write(&page, "<button onclick='this.textContent = `done`'>Go on</button>").unwrap();
    std::process::Command::new(&home.environment()[1].1)
        .arg(format!("file://{}", page.display()))
        .status()
        .unwrap();
    let browser = Browser::start().await;
    browser.follow(&home).await;
    browser.page.click_text("Go on").await;
    browser.page.click_text("done").await;
    browser.page.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn an_appearance_that_was_chosen_is_taken_at_once_and_kept() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let brightness = "const [red] = getComputedStyle(document.querySelector('lia-window')).backgroundColor.match(/[0-9]+/g);\
                      return Number(red);";
    let is_dark = async |liaison: &Liaison| {
        liaison.page.script(brightness, Vec::new()).await.as_f64().is_some_and(|red| red < 64.0)
    };
    liaison.page.click("settings").await;
    liaison.page.find("settings-theme").await;
    assert!(!is_dark(&liaison).await, "a desktop that prefers nothing is light");
    liaison.page.pick("settings-theme", "Dark").await;
    liaison.page.click("settings-save").await;
    liaison.page.wait_until("the window is dark", async || is_dark(&liaison).await).await;
    assert_eq!(liaison.page.value("settings-theme").await, "dark", "what was chosen is what is shown");
    liaison.page.screenshot("dark-settings").await;
    liaison.close().await;

    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.find("new-setup").await;
    liaison.page.wait_until("the window is dark again", async || is_dark(&liaison).await).await;
    liaison.page.screenshot("dark-home").await;
    registration::begin(&liaison, "Dark").await;
    liaison.page.screenshot("dark-setup").await;
    for step in ["application", "table-access", "administrator-role", "admin-basic", "network"] {
        liaison.page.click(&format!("step-{step}")).await;
        liaison.page.find("to-setup").await;
        liaison.page.screenshot(&format!("dark-{step}")).await;
        liaison.page.click("to-setup").await;
        liaison.page.find("done").await;
    }
    liaison.close().await;
}
