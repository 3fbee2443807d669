//! The Microsoft admin's sign-in where admins sit: browsers that cannot come back, pages that end in an error, sessions that end.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, ChildStderr, ChildStdin, Stdio},
};

use serde_json::Value;

use crate::harness::{Bench, Hold, Liaison, Practice};

const SEAT: [&str; 2] = ["--seat", "entra-admin"];

/// A sign-in in a terminal, its browser one in which nobody does anything.
struct Waiting {
    child: Child,
    says: BufReader<ChildStderr>,
    types: ChildStdin,
    url: String,
}

impl Waiting {
    fn of(liaison: &Liaison) -> Self {
        let mut child = liaison
            .command(&["sign-in", "s", SEAT[0], SEAT[1], "--with", "browser"])
            .env("LIAISON_BROWSER", "true")
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut says = BufReader::new(child.stderr.take().unwrap());
        let types = child.stdin.take().unwrap();
        let url = loop {
            let line = heard(&mut says);
            if let Some(at) = line.find("http") {
                break line[at..].trim().to_owned();
            }
        };
        Self { child, says, types, url }
    }

    /// The next line that has `part` in it.
    fn hears(&mut self, part: &str) -> String {
        loop {
            let line = heard(&mut self.says);
            if line.contains(part) {
                return line;
            }
        }
    }

    fn type_line(&mut self, line: &str) {
        writeln!(self.types, "{line}").unwrap();
    }

    /// Where a browser would end that cannot reach this computer.
    async fn ends_at(&self) -> String {
        let browser = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        let answer = browser.build().unwrap().get(&self.url).send().await.unwrap();
        answer.headers()["location"].to_str().unwrap().to_owned()
    }

    fn port(&self) -> u16 {
        let redirect = self.url.split("redirect_uri=").nth(1).unwrap().split('&').next().unwrap();
        redirect.rsplit("%3A").next().unwrap().parse().unwrap()
    }

    fn ends_with(mut self, code: i32) {
        drop(self.types);
        let mut rest = String::new();
        self.says.read_to_string(&mut rest).unwrap();
        assert_eq!(self.child.wait().unwrap().code(), Some(code), "{rest}");
    }

    fn given_up(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn heard(says: &mut BufReader<ChildStderr>) -> String {
    let mut line = String::new();
    assert!(says.read_line(&mut line).unwrap() > 0, "the sign-in ended early");
    line
}

async fn set_up() -> (Practice, Liaison) {
    let practice = Practice::serve(&["--scene", "ready"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    (practice, liaison)
}

fn account(liaison: &Liaison) -> Value {
    let (_, setup) = liaison.json(&["setup", "show", "s"]);
    let seats = setup["seats"].as_array().unwrap();
    seats.iter().find(|seat| seat["id"] == "entra-admin").unwrap()["account"].clone()
}

#[tokio::test]
async fn an_address_that_a_browser_ended_at_is_pasted() {
    let (practice, liaison) = set_up().await;
    let mut waiting = Waiting::of(&liaison);
    waiting.type_line("https://login.example/?code=1&state=2");
    waiting.hears("not the address that a sign-in ends at");
    // From the tab of an earlier sign-in.
    waiting.type_line("http://localhost:1/?code=1&state=2");
    waiting.hears("belongs to another sign-in");
    // As a browser leaves it that insists on https.
    let ended_at = waiting.ends_at().await.replacen("http:", "https:", 1);
    waiting.type_line(&ended_at);
    waiting.hears("Taken");
    waiting.ends_with(0);
    assert!(account(&liaison).as_str().unwrap().starts_with("ada.admin@"));
    practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn a_browser_that_insists_on_https_is_explained_on_either_address() {
    let (_practice, liaison) = set_up().await;
    let mut waiting = Waiting::of(&liaison);
    let six = TcpStream::connect(("::1", waiting.port()));
    for stream in [TcpStream::connect(("127.0.0.1", waiting.port())), six].into_iter().flatten() {
        // How a TLS client begins.
        (&stream).write_all(&[0x16, 0x03, 0x01, 0x02, 0x00, 0x01]).unwrap();
        assert!(waiting.hears("insists on https").contains("paste it here"));
    }
    waiting.given_up();
    assert!(account(&liaison).is_null());
}

#[tokio::test]
async fn what_stays_on_microsofts_page_is_explained_from_its_number() {
    let (_practice, liaison) = set_up().await;
    let mut waiting = Waiting::of(&liaison);
    for (typed, explained) in [
        ("53003", "Conditional Access policy of the tenant blocks this sign-in"),
        ("AADSTS50011: The redirect URI does not match", "does not know Liaison's return address"),
        ("Error Code: 90094", "Only an administrator can consent"),
        ("AADSTS65001", "Nobody has consented"),
        ("1234567", "does not know what AADSTS1234567 means"),
        ("it is broken", "no error number in that"),
    ] {
        waiting.type_line(typed);
        waiting.hears(explained);
    }
    waiting.given_up();
}

#[tokio::test]
async fn a_session_is_renewed_in_time_and_a_revoked_one_asked_for_again_without_losing_anything() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    let step = ["--step", "application"];
    let apply = || liaison.json(&["apply", "s", step[0], step[1], "--yes"]);
    assert_eq!(apply().0, 0);
    // The access token is over, the refresh token is not: nobody is asked.
    practice.advance(2 * 3600).await;
    let (code, again) = apply();
    assert_eq!((code, again["changes"].as_array().unwrap().len()), (0, 0), "{again:#}");
    practice.advance(91 * 24 * 3600).await;
    let (code, refused) = apply();
    assert_eq!((code, refused["problem"]["code"].as_str()), (3, Some("sign-in-needed")), "{refused:#}");
    liaison.sign_in("s");
    let (code, again) = apply();
    assert_eq!((code, again["changes"].as_array().unwrap().len()), (0, 0), "{again:#}");
    practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn signing_out_forgets_the_session() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    liaison.run(&["sign-out", "s", SEAT[0], SEAT[1]]).expect_code(0);
    assert!(account(&liaison).is_null());
    let asked = practice.requests().await.len();
    let (code, refused) = liaison.json(&["apply", "s", "--step", "application", "--yes"]);
    assert_eq!((code, refused["problem"]["code"].as_str()), (3, Some("sign-in-needed")), "{refused:#}");
    assert_eq!(practice.requests().await.len(), asked, "nothing is asked with a token of before");
}

#[tokio::test]
async fn a_code_for_another_device_is_shown_with_its_end_and_a_decline_is_said() {
    let practice = Practice::serve(&["--scene", "consent-denied-by-policy"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let run = liaison.run(&["sign-in", "s", SEAT[0], SEAT[1], "--with", "device-code"]).expect_code(3);
    assert!(run.err.contains("/device") && run.err.contains("declined"), "{}", run.err);
    assert!(run.err.contains("Many tenants block") && run.err.contains("asked for yourself"), "{}", run.err);
    assert!(account(&liaison).is_null());
}

/// The tenant ends every session midway: whatever is refused is asked for again, and what was done stays done.
#[tokio::test]
async fn a_session_that_is_revoked_midway_is_asked_for_again_and_the_run_goes_on_where_it_was() {
    let Bench { practice, liaison } = Bench::signed_in("ready").await;
    practice.catch("graph", "POST", "*/addPassword", Hold::Before).await;
    let going = liaison.start(&["apply", "s", "--yes", "--json"]);
    practice.caught().await;
    // Neither token is good any more ("Revoke user access in Microsoft Entra ID").
    practice.revoke_sessions().await;
    practice.clear().await;
    let refused: Value = serde_json::from_slice(&going.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(refused["problem"]["code"], "sign-in-needed", "{refused:#}");
    assert_eq!(refused["problem"]["effect"], "none", "{refused:#}");
    let made = practice.state().await;
    assert_eq!(made["applications"].as_array().unwrap().len(), 1);
    liaison.sign_in("s");
    let (end, applied) = liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(end, 0, "{applied:#}");
    assert_eq!(practice.state().await["applications"][0]["id"], made["applications"][0]["id"]);
    crate::whole::stands_once(&Bench { practice, liaison }).await;
}

/// Which application signs in is a setting, and it is said which it is, what it asks for and why.
#[tokio::test]
async fn the_azure_cli_signs_in_without_a_consent() {
    let practice = Practice::serve(&["--scene", "consent-denied-by-policy"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let sign_in = ["sign-in", "s", SEAT[0], SEAT[1], "--with", "browser"];
    let said = liaison.run(&sign_in).expect_code(3).err;
    assert!(said.contains("Graph Command Line Tools signs you in"), "{said}");
    assert!(said.contains("Application.ReadWrite.All"), "{said}");
    let chosen = r#"{"language":"system","theme":"system","proxy":{"proxy":"system"},"extra_ca":null,"entra_client":{"client":"azure-cli"}}"#;
    std::fs::write(liaison.folder().join("home/settings.json"), chosen).unwrap();
    let said = liaison.run(&sign_in).expect_code(0).err;
    assert!(said.contains("Azure CLI signs you in") && said.contains("no consent"), "{said}");
    let asked = practice.requests().await;
    let path = asked.iter().filter_map(|one| one["path"].as_str()).rfind(|path| path.contains("/authorize?"));
    assert!(path.unwrap().contains(".default"), "{path:?}");
    let (end, applied) = liaison.json(&["apply", "s", "--step", "application", "--yes"]);
    assert_eq!(end, 0, "{applied:#}");
    practice.nothing_was_unknown().await;
}

/// Whoever happens to be signed in may not be the admin, and the shared address would let in any tenant.
#[tokio::test]
async fn the_account_is_always_asked_for() {
    let (practice, liaison) = set_up().await;
    let waiting = Waiting::of(&liaison);
    let (_, setup) = liaison.json(&["setup", "show", "s"]);
    let tenant = setup["tenant_id"].as_str().unwrap();
    assert_eq!(tenant.len(), 36, "{tenant}");
    let login = practice.announced["cloud"]["login"].as_str().unwrap();
    assert!(
        waiting.url.starts_with(&format!("{login}/{tenant}/oauth2/v2.0/authorize?")),
        "by its GUID: {}",
        waiting.url
    );
    assert!(waiting.url.contains("prompt=select_account"), "{}", waiting.url);
    waiting.given_up();
}
