//! Kept secrets: listed, copied past the page, forgotten; and a keychain that comes while the window is open.

use std::time::{Duration, Instant};

use liaison_tests::desktop::Desktop;

use crate::{both_services, clipboard, home::Home, liaison::Liaison, page::Page, registration};

const SECRET: &str = "client-secret.secret";

/// What a page could give away, whole: what it shows, keeps and has in its fields.
pub async fn everything_in(page: &Page) -> String {
    let all = "const texts = [document.documentElement.outerHTML, JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie];\
               const walk = (root) => root.querySelectorAll('*').forEach((one) => {\
                 if ('value' in one) texts.push(String(one.value));\
                 if (one.shadowRoot) { texts.push(one.shadowRoot.innerHTML); walk(one.shadowRoot); }\
               });\
               walk(document); return texts.join('\\n')";
    page.script(all, Vec::new()).await.as_str().unwrap().to_owned()
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_secret_is_copied_past_the_page_and_forgotten_when_that_is_meant() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    both_services::made(&liaison, &home, "Kept").await;

    page.click("kept").await;
    page.wait_text(&format!("kept-{SECRET}"), "In use").await;
    page.wait_text("kept-session.entra-admin", "ada.admin@").await;
    page.screenshot("kept").await;

    page.click(&format!("copy-{SECRET}")).await;
    page.wait_text("kept-copied", "60 seconds").await;
    page.wait_text("kept-copied", "may keep a copy").await;
    page.wait_text("kept-history", "Copied to the clipboard").await;
    page.screenshot("kept-copied").await;
    let secret = clipboard::text().unwrap();
    assert!(secret.contains("8Q~"), "what was copied is a client secret");
    assert!(clipboard::forms().iter().any(|form| form == "x-kde-passwordManagerHint"));
    assert!(!everything_in(page).await.contains(&secret), "the page never has the value");

    page.click(&format!("forget-{SECRET}")).await;
    page.wait_text("forget-means", "goes on without the value").await;
    page.screenshot("kept-forget").await;
    page.click("forget-cancel").await;
    page.find(&format!("kept-{SECRET}")).await;
    page.click(&format!("forget-{SECRET}")).await;
    page.click("forget-sure").await;
    page.wait_gone(&format!("kept-{SECRET}")).await;
    page.wait_text("kept-history", "Forgotten as ada.admin@").await;
    page.screenshot("kept-forgotten").await;

    // What is not ours any more stays.
    let _other = clipboard::put("something else");
    page.click("settings").await;
    page.pick("settings-theme", "Dark").await;
    page.click("settings-save").await;
    page.click("kept").await;
    page.find("kept-history").await;
    page.screenshot("dark-kept").await;
    liaison.close().await;
    assert_eq!(clipboard::text().as_deref(), Some("something else"));
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_keychain_that_is_unlocked_later_is_taken_without_a_restart() {
    let home = Home::new();
    let folder = home.path().join("desktop");
    std::fs::create_dir(&folder).unwrap();
    let mut desktop = Desktop::bare(&folder);
    desktop.unlock("mine");
    desktop.lock("mine");
    let environment = |desktop: &Desktop| {
        let bus = desktop.environment().into_iter().filter(|(name, _)| *name == "DBUS_SESSION_BUS_ADDRESS");
        home.environment().into_iter().chain(bus).collect::<Vec<_>>()
    };
    let liaison = Liaison::in_environment(environment(&desktop), &[]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Unlocked later").await;
    registration::sign_in(&liaison, &home).await;
    page.click("kept").await;
    page.wait_text("kept-session.entra-admin", "Only until Liaison is closed").await;
    page.wait_text("problem", "The keychain is locked").await;
    page.click("keychain-retry").await;
    page.wait_text("problem", "The keychain is locked").await;
    page.screenshot("keychain-locked").await;

    desktop.unlock("mine");
    page.click("keychain-retry").await;
    page.wait_gone("problem").await;
    let start = Instant::now();
    while page.says("kept-session.entra-admin", "Only until").await {
        assert!(start.elapsed() < Duration::from_secs(10), "what was sealed in memory is sealed anew");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    liaison.close().await;

    // It outlived the window that had it in memory.
    let liaison = Liaison::in_environment(environment(&desktop), &[]).await;
    let page = &liaison.page;
    page.click("setup-Unlocked later").await;
    page.wait_text("signed-in-entra-admin", "ada.admin@").await;
    page.click("step-application").await;
    // The setup's own page has a plan, too.
    page.find("next").await;
    page.click("plan").await;
    page.find("planned").await;
    assert!(!page.has("problem").await);
    liaison.close().await;
}
