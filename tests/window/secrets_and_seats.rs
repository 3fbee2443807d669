//! The screens of secrets, seats and evidence, and the questions beside them, for whoever looks at each: axe, the eye, and the
//! languages.

use std::path::PathBuf;

use serde_json::json;

use crate::{
    accessible::{APPEARANCES, Looker, appear},
    both_services::sign_in_to_the_instance,
    browser::Browser,
    colleague::Colleague,
    evidence::paste,
    home::Home,
    liaison::Liaison,
    page::Page,
    registration,
};

/// W3C WebDriver, 17.4.2 Keyboard actions.
const ARROW_DOWN: &str = "\u{e015}";
const SECRET: &str = "client-secret.secret";

/// What is asked and told of a newer version, as Rust sends it. A window that updates itself is a build of its own (updates.rs).
const UPDATES: [&str; 4] = [
    r#"{ "update": "may-look", "host": "updates.example" }"#,
    r#"{ "update": "may-install", "version": "9.9.9" }"#,
    r#"{ "update": "replaced", "version": "9.9.9" }"#,
    r#"{ "update": "opened", "version": "9.9.9" }"#,
];

/// Both admins are signed in to a setup in which nothing is done yet.
pub async fn begin(liaison: &Liaison, home: &Home) {
    registration::begin(liaison, "Seen").await;
    registration::sign_in(liaison, home).await;
    let browser = Browser::start().await;
    sign_in_to_the_instance(liaison, home, &browser).await;
    browser.page.close().await;
}

/// The plan of the whole setup, with its own yes: practice begins with the table closed.
pub async fn own_yes(page: &Page, mut look: impl AsyncFnMut(&str)) {
    open(page).await;
    page.click("plan").await;
    page.find("accept-table-access").await;
    look("plan-own-yes").await;
}

/// Does all that Liaison can do.
pub async fn apply(page: &Page) {
    page.click("accept-table-access").await;
    page.click("apply").await;
    page.wait_visible("[data-test=state-registry-record][data-state=done]").await;
}

/// A colleague's file for a request that is made here.
pub async fn handed(page: &Page, home: &Home) -> (Colleague, PathBuf) {
    let colleague = Colleague::beside(home, "Shared").await;
    colleague.sign_in_with_consent_given("Shared").await;
    for step in ["application", "service-principal", "client-secret"] {
        colleague.run(&["apply", "Shared", "--step", step, "--yes"]);
    }
    page.click("home").await;
    page.click("handover").await;
    // The second, whatever it is called in this language.
    page.pick("ask-seat", ARROW_DOWN).await;
    page.click("ask").await;
    let code = page.text("request-code").await;
    let (file, _) = colleague.give("Shared", &code, "to-here.liaison");
    (colleague, file)
}

/// Every screen with something in it, left as it was found.
pub async fn visit(page: &Page, file: &std::path::Path, mut look: impl AsyncFnMut(&str)) {
    open(page).await;
    look("setup-done-by-liaison").await;

    page.click("kept").await;
    page.find(&format!("kept-{SECRET}")).await;
    look("kept").await;
    page.click(&format!("copy-{SECRET}")).await;
    page.find("kept-copied").await;
    look("kept-copied").await;
    page.click(&format!("forget-{SECRET}")).await;
    page.find("forget-means").await;
    look("kept-forget").await;
    page.click("forget-cancel").await;
    page.click("to-setup").await;

    page.click("renew").await;
    page.find("renew-planned").await;
    look("renew-plan").await;
    page.click("renew-apply").await;
    page.find("renewal-stage").await;
    look("renew-waiting").await;
    page.click("kept").await;
    page.find(&format!("kept-{SECRET}")).await;
    look("kept-renewing").await;
    page.click("to-setup").await;
    page.click("renew-back").await;
    page.find("renew").await;

    page.click("give-m365-admin").await;
    page.find("give").await;
    page.click("give-phrase-open").await;
    look("give").await;
    page.fill("give-code", "not a code").await;
    page.click("give").await;
    page.find("problem").await;
    look("give-refused").await;
    page.click("give-phrase").await;
    page.find("phrase").await;
    look("given").await;
    page.click("to-setup").await;
    page.click("back-m365-admin").await;
    look("seat-back").await;
    page.click("back-sure-m365-admin").await;
    page.find("give-m365-admin").await;

    page.click("home").await;
    page.click("handover").await;
    page.find("request-code").await;
    look("handover").await;
    page.choose_file("handover-file", file).await;
    page.find("claims").await;
    look("handover-claims").await;
    page.click("take-not").await;

    evidence(page, &mut look).await;

    page.click("settings").await;
    page.find("schedule-state").await;
    page.script("scrollTo(0, document.body.scrollHeight)", Vec::new()).await;
    look("settings-end").await;
    for update in UPDATES {
        let tell = "return document.querySelector('lia-window').tellOfUpdate(JSON.parse(arguments[0]))";
        page.script(tell, vec![json!(update)]).await;
        let update: serde_json::Value = serde_json::from_str(update).unwrap();
        let name = format!("update-{}", update["update"].as_str().unwrap());
        page.find(&name).await;
        look(&name).await;
        page.script("document.querySelector('lia-window').newer = null", Vec::new()).await;
        page.wait_gone(&name).await;
    }
}

/// A picture that is being blacked out, and one that is kept.
async fn evidence(page: &Page, look: &mut impl AsyncFnMut(&str)) {
    open(page).await;
    page.click("step-test-setup").await;
    page.click("evidence-open").await;
    paste(page, "picture-drop").await;
    page.find("picture-draft").await;
    look("evidence-draft").await;
    page.click("picture-keep").await;
    page.wait_gone("picture-draft").await;
    page.click("picture-show").await;
    page.find("picture-image").await;
    look("evidence-kept").await;
    page.click("picture-remove").await;
    page.wait_gone("picture-image").await;
}

async fn open(page: &Page) {
    page.click("home").await;
    page.click("setup-Seen").await;
    page.find("done").await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn axe_finds_nothing_about_secrets_seats_and_evidence() {
    let mut findings = Vec::new();
    let home = Home::new();
    let liaison = Liaison::practice(&home, &["--scene", "table-closed"]).await;
    let page = &liaison.page;
    begin(&liaison, &home).await;
    for (folder, appearance) in APPEARANCES {
        appear(page, appearance).await;
        let mut looker = Looker { page, folder, findings: &mut findings };
        own_yes(page, async |name: &str| looker.at(name).await).await;
    }
    apply(page).await;
    let (_colleague, file) = handed(page, &home).await;
    for (folder, appearance) in APPEARANCES {
        appear(page, appearance).await;
        let mut looker = Looker { page, folder, findings: &mut findings };
        visit(page, &file, async |name: &str| looker.at(name).await).await;
    }
    liaison.close().await;
    assert!(findings.is_empty(), "{findings:#?}");
}
