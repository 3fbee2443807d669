//! A change that wants a yes of its own: the plan says what it means, and is carried out only when the box is ticked.

use crate::{
    both_services::sign_in_to_the_instance, browser::Browser, home::Home, liaison::Liaison, registration,
};

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_table_is_opened_only_with_a_yes_of_its_own() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &["--scene", "table-closed"]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Closed").await;
    let browser = Browser::start().await;
    sign_in_to_the_instance(&liaison, &home, &browser).await;
    browser.page.close().await;

    // Of the whole setup, as nobody is signed in at Microsoft's side: this is all that can be done.
    page.click("plan").await;
    page.find("planned").await;
    page.find("note-note-update-set").await;
    page.screenshot("plan-own-yes").await;
    page.click("apply").await;
    assert!(page.text("planned").await.contains("One change is planned"), "nothing happens without it");
    page.click("accept-table-access").await;
    page.click("apply").await;
    // The instance says itself that it was written.
    page.find("note-note-captured").await;
    page.screenshot("applied-own-yes").await;
}
