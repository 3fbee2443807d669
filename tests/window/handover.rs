//! A seat goes from one computer to another and back: the window at one, the command line at the other, each with a keyring of its own.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::{
    both_services::sign_in_to_the_instance,
    browser::Browser,
    colleague::{store, text, two},
    home::Home,
    page::Page,
    target,
};

/// Makes a request from the first page and gives its code.
async fn ask(page: &Page, seat: &str) -> String {
    page.click("home").await;
    page.click("handover").await;
    page.pick("ask-seat", seat).await;
    page.click("ask").await;
    page.find("qr").await;
    page.text("request-code").await
}

/// Takes what is looked at, after everything was held against what is known.
async fn take(page: &Page, check_phrase: &str) {
    page.wait_text("check-phrase", check_phrase).await;
    page.click("claims-compared").await;
    page.click("claims-right").await;
    page.click("take").await;
    page.find("done").await;
}

async fn is_refused(page: &Page, file: &Path, what: &str) {
    page.choose_file("handover-file", file).await;
    page.wait_text("problem", what).await;
    assert!(!page.has("claims").await, "{what}");
}

/// The world that a window's practice left, as practice itself shows it.
async fn world(here: &Home) -> Value {
    let kept = here.path().join("data/practice-services");
    let practice = practice::Practice::start(practice::Options { home: Some(kept), ..Default::default() });
    let practice = practice.await.unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let state = client.get(format!("{}/state", practice.announcement().control)).send().await.unwrap();
    let state: Value = serde_json::from_str(&state.text().await.unwrap()).unwrap();
    practice.stop().await;
    state
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_secret_made_there_reaches_the_instance_from_here_and_the_three_values_go_back() {
    let here = Home::new();
    let (liaison, colleague) = two(&here).await;
    let page = &liaison.page;
    colleague.sign_in("Shared").await;
    for step in ["application", "service-principal", "client-secret"] {
        colleague.run(&["apply", "Shared", "--step", step, "--yes"]);
    }

    let code = ask(page, "ServiceNow").await;
    page.screenshot("handover-asked").await;
    let (file, phrase) = colleague.give("Shared", &code, "to-here.liaison");
    page.choose_file("handover-file", &file).await;
    page.wait_text("said-by", "ada.admin@").await;
    page.screenshot("handover-claims").await;
    take(page, &phrase).await;
    page.wait_text("elsewhere-entra-admin", "at another computer").await;
    page.wait_text("step-client-secret", "said by ada.admin@").await;
    page.screenshot("handover-taken").await;

    // Shown here, carried out there.
    page.click("step-client-secret").await;
    page.wait_text("seat-elsewhere", "only carried out there").await;
    assert!(!page.has("plan").await && !page.has("undo-plan").await);
    page.screenshot("handover-elsewhere").await;
    page.click("to-setup").await;
    page.find("done").await;
    let browser = Browser::start().await;
    sign_in_to_the_instance(&liaison, &here, &browser).await;
    browser.page.close().await;
    page.click("plan").await;
    page.click("apply").await;
    page.wait_text("state-registry-record", "Done").await;

    // The three values, with the seat of whoever enters them.
    let application = colleague.json(&["step", "Shared", "application", "show"]);
    let app_id = format!("outbound-app-id={}", text(&application["known"]["application.client-id"]));
    let endpoint = "endpoint=https://api.example/x";
    command_line(
        &here,
        &["set", "Shared", &app_id, "repository-id=r-1", endpoint, "--accept", "api.example"],
    );
    let code = colleague.ask(&here, "m365-admin");
    page.click("news-m365-admin").await;
    page.fill("give-code", &code).await;
    page.screenshot("give").await;
    page.click("give").await;
    let (back, phrase) = (page.text("given-path").await, page.text("check-phrase").await);
    page.screenshot("given").await;
    colleague.take(&back, &phrase);
    let shown = colleague.json(&["step", "Shared", "verify-values", "show"]);
    assert_eq!(shown["known"]["repository-id"], "r-1", "{shown:#}");

    // No secret in the page or on either disk, but for practice's own.
    let shown = page.script("return document.documentElement.outerHTML", vec![json!(null)]).await;
    assert!(!shown.as_str().unwrap().contains("8Q~"));
    liaison.close().await;
    let world = world(&here).await;
    let keys = world["applications"][0]["passwordCredentials"].as_array().unwrap();
    let records = world["tables"]["oauth_entity"].as_array().unwrap();
    assert_eq!(keys.len(), 1, "{keys:?}");
    assert!(records.iter().any(|record| record["secret_of"] == keys[0]["keyId"]), "{records:#?}");
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_file_that_is_not_the_one_is_refused_in_plain_words() {
    let here = Home::new();
    let (liaison, colleague) = two(&here).await;
    let page = &liaison.page;
    let code = ask(page, "ServiceNow").await;
    let (file, phrase) = colleague.give("Shared", &code, "a.liaison");
    let beside = |name: &str, bytes: &[u8]| -> PathBuf {
        let file = colleague.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        file
    };
    let mut bytes = std::fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    is_refused(page, &beside("altered.liaison", &bytes), "was altered").await;
    page.screenshot("handover-altered").await;
    is_refused(page, &beside("other.liaison", b"holiday.png"), "not a handover file").await;
    is_refused(page, &beside("large.liaison", &vec![b'x'; 1024 * 1024 + 1]), "larger than 1 MB").await;
    let own = colleague.ask(&here, "m365-admin");
    let (others, _) = colleague.give("Shared", &own, "others.liaison");
    is_refused(page, &others, "for someone else").await;

    // What was double-clicked opens only what it says, and nothing is taken by that.
    let second = Command::new(target::programs().join("liaison-desktop"))
        .args([std::ffi::OsStr::new("--practice"), file.as_os_str()])
        .envs(here.environment())
        .status()
        .unwrap();
    assert!(second.success());
    page.wait_text("check-phrase", &phrase).await;
    assert!(!page.has("ask").await && !page.has("handover-file").await);
    page.screenshot("handover-double-clicked").await;
    page.click("take-not").await;
    page.choose_file("handover-file", &file).await;
    take(page, &phrase).await;
    page.click("home").await;
    page.click("handover").await;
    is_refused(page, &file, "already used").await;

    // A request whose time is over.
    let code = ask(page, "Microsoft 365").await;
    let (late, _) = colleague.give("Shared", &code, "late.liaison");
    let past = "UPDATE handover_request SET until = '2026-01-01T00:00:00Z' WHERE blob IS NOT NULL";
    rusqlite::Connection::open(store(&here)).unwrap().execute(past, []).unwrap();
    is_refused(page, &late, "request for this file is over").await;

    // Asked for in earnest, by somebody who means another setup.
    let real = colleague.json(&[
        "handover",
        "ask",
        "--tenant",
        "contoso.com",
        "--instance",
        "dev12345",
        "--seat",
        "m365-admin",
    ]);
    page.click("home").await;
    page.click("setup-Own").await;
    page.click("give-m365-admin").await;
    page.fill("give-code", text(&real["code"])).await;
    page.click("give").await;
    page.wait_text("problem", "The two never mix").await;
    page.screenshot("give-refused").await;

    // Behind a phrase, and taken back.
    page.click("give-phrase-open").await;
    page.click("give-phrase").await;
    page.find("phrase").await;
    page.screenshot("given-phrase").await;
    page.click("to-setup").await;
    page.click("back-m365-admin").await;
    page.screenshot("seat-back").await;
    page.click("back-sure-m365-admin").await;
    page.find("give-m365-admin").await;
    liaison.close().await;
}

pub fn command_line(home: &Home, arguments: &[&str]) {
    let mut liaison = Command::new(target::programs().join("liaison"));
    let ended = liaison.args(arguments).envs(home.environment()).stdin(Stdio::null()).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}
