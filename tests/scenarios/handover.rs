//! Two people, two machines, no secret in a chat: the Entra half here, the ServiceNow half there, the three values back.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{
    harness::{Bench, Liaison, Practice},
    whole::{count, records},
};

pub const SEAT: &str = "servicenow-admin";

/// Both machines. The first has done the Entra half.
pub struct Two {
    pub practice: Practice,
    pub one: Liaison,
    pub other: Liaison,
}

pub async fn two() -> Two {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    liaison.run(&["apply", "s", "--yes"]).expect_code(3);
    let other = Liaison::new();
    std::fs::copy(liaison.folder().join("cloud.json"), other.folder().join("cloud.json")).unwrap();
    Two { practice, one: liaison, other }
}

pub fn ask(liaison: &Liaison, practice: &Practice, seat: &str) -> String {
    let (tenant, instance) = (practice.text("tenant"), practice.text("instance"));
    let (code, asked) =
        liaison.json(&["handover", "ask", "--tenant", tenant, "--instance", instance, "--seat", seat]);
    assert_eq!(code, 0, "{asked:#}");
    asked["code"].as_str().unwrap().to_owned()
}

/// The file and its check phrase.
pub fn give(liaison: &Liaison, code: &str, name: &str) -> (PathBuf, Value) {
    let file = liaison.folder().join(name);
    let (end, given) =
        liaison.json(&["handover", "give", "s", "--code", code, "--out", file.to_str().unwrap()]);
    assert_eq!(end, 0, "{given:#}");
    (file, given)
}

pub fn take(liaison: &Liaison, file: &Path, phrase: &str) -> crate::harness::Run {
    let cloud = liaison.folder().join("cloud.json");
    let (file, cloud) = (file.to_str().unwrap(), cloud.to_str().unwrap());
    liaison.run(&["handover", "take", file, "--check-phrase", phrase, "--cloud", cloud, "--json"])
}

pub fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value:#}"))
}

fn step(setup: &Value, id: &str) -> Value {
    setup["steps"].as_array().unwrap().iter().find(|step| step["id"] == id).unwrap().clone()
}

/// How the secret begins: told by practice, which shows its first characters as Entra does.
async fn beginning(practice: &Practice) -> String {
    let state = practice.state().await;
    format!("{}8Q~", state["applications"][0]["passwordCredentials"][0]["hint"].as_str().unwrap())
}

fn is_anywhere(folder: &Path, sought: &str) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|entry| match entry.path() {
        path if path.is_dir() => is_anywhere(&path, sought),
        path => std::fs::read(path).unwrap().windows(sought.len()).any(|part| part == sought.as_bytes()),
    })
}

#[tokio::test]
async fn the_entra_half_here_the_servicenow_half_there_and_the_three_values_back() {
    let Two { practice, one, other } = two().await;
    // What the change process says goes with it.
    one.run(&["approval", "s", "--number", "CHG0042"]).expect_code(0);
    let code = ask(&other, &practice, SEAT);
    let (file, given) = give(&one, &code, "to-other.liaison");
    assert_eq!(given["secrets"], serde_json::json!(["client-secret.secret"]));

    // Looking applies nothing, however often.
    for _ in 0..2 {
        let (end, claims) = other.json(&["handover", "look", file.to_str().unwrap()]);
        assert_eq!(end, 0, "{claims:#}");
        assert_eq!(claims["check_phrase"], given["check_phrase"]);
        assert_eq!(
            (text(&claims, "tenant"), text(&claims, "instance")),
            (practice.text("tenant"), practice.text("instance"))
        );
        assert!(claims["client_ids"]["application.client-id"].is_string(), "{claims:#}");
        assert_eq!(other.json(&["setup", "list"]).1, serde_json::json!([]));
    }
    // Not the file that was compared: refused, and it can still be taken.
    let wrong = take(&other, &file, "babab-babab-babab-babab-babab");
    assert!(wrong.code == 3 && wrong.err.contains("check phrase is another one"), "{}", wrong.err);
    let taken = take(&other, &file, text(&given, "check_phrase")).expect_code(0);
    let setup: Value = serde_json::from_str(&taken.out).unwrap();
    assert_eq!(step(&setup, "client-secret")["known_by"], "handover", "said, and not looked at");
    assert_eq!(setup["approval"]["number"], "CHG0042");
    let secret = beginning(&practice).await;
    assert!(!is_anywhere(one.folder(), &secret) && !is_anywhere(other.folder(), &secret));

    other.run(&["sign-in", "s", "--seat", SEAT, "--with", "browser"]).expect_code(0);
    let (end, applied) = other.json(&["apply", "s", "--yes"]);
    assert_eq!(end, 0, "{applied:#}");
    let state = practice.state().await;
    let key = &state["applications"][0]["passwordCredentials"][0]["keyId"];
    assert_eq!(
        &records(&state)[0]["secret_of"],
        key,
        "the other machine wrote the secret that was handed over"
    );

    // Each seat is carried out at one machine.
    let here = one.run(&["apply", "s", "--step", "registry-record", "--yes"]);
    assert!(here.code == 3, "{}{}", here.out, here.err);
    let (end, nothing) = one.json(&["apply", "s", "--yes"]);
    assert_eq!((end, count(&nothing)), (0, 0), "its own seats go on: {nothing:#}");
    let theirs = other.run(&["undo", "s", "--step", "application", "--yes"]);
    assert_eq!(theirs.code, 3, "{}{}", theirs.out, theirs.err);

    // The way back.
    for (answer, value) in [
        ("outbound-app-id", text(&state["applications"][0], "appId")),
        ("repository-id", "repository-1"),
        ("endpoint", &format!("{}/api/x", practice.text("instance"))),
    ] {
        other.run(&["set", "s", &format!("{answer}={value}")]).expect_code(0);
    }
    let code = ask(&one, &practice, "m365-admin");
    let (back, given) = give(&other, &code, "back.liaison");
    assert_eq!(given["secrets"], serde_json::json!([]));
    let taken = take(&one, &back, text(&given, "check_phrase")).expect_code(0);
    let setup: Value = serde_json::from_str(&taken.out).unwrap();
    assert_eq!(step(&setup, "registry-record")["known_by"], "handover");
    let (_, page) = one.json(&["step", "s", "verify-values", "show"]);
    assert_eq!(page["known"]["repository-id"], "repository-1", "{page:#}");
    practice.nothing_was_unknown().await;
}

/// Asked for, given and taken in, in one go.
fn hand_over(from: &Liaison, to: &Liaison, practice: &Practice, seat: &str, name: &str) {
    let (file, given) = give(from, &ask(to, practice, seat), name);
    take(to, &file, text(&given, "check_phrase")).expect_code(0);
}

#[tokio::test]
async fn two_people_replace_a_secret() {
    let Two { practice, one, other } = two().await;
    hand_over(&one, &other, &practice, SEAT, "first.liaison");
    other.run(&["sign-in", "s", "--seat", SEAT, "--with", "browser"]).expect_code(0);
    other.run(&["apply", "s", "--yes"]).expect_code(0);
    hand_over(&other, &one, &practice, "m365-admin", "back.liaison");

    // The Entra half. Neither end of it is possible while the other half is elsewhere and not done.
    let (end, renewed) = one.json(&["renew", "s", "--yes"]);
    assert_eq!((end, count(&renewed)), (0, 1), "{renewed:#}");
    assert_eq!(one.json(&["setup", "show", "s"]).1["renewals"][0]["stage"], "unfinished");
    one.run(&["renew", "s", "--used", "sign-in-log"]).expect_code(3);
    one.run(&["renew", "s", "--put-back"]).expect_code(3);
    hand_over(&one, &other, &practice, SEAT, "second.liaison");
    // The ServiceNow half, and the news of it.
    let (end, written) = other.json(&["apply", "s", "--yes"]);
    assert_eq!((end, count(&written)), (0, 1), "{written:#}");
    one.run(&["renew", "s", "--used", "sign-in-log"]).expect_code(3);
    hand_over(&other, &one, &practice, "m365-admin", "done.liaison");
    assert_eq!(one.json(&["setup", "show", "s"]).1["renewals"][0]["stage"], "waiting");

    one.run(&["renew", "s", "--used", "sign-in-log"]).expect_code(0);
    let state = practice.state().await;
    let [key] = &state["applications"][0]["passwordCredentials"].as_array().unwrap()[..] else {
        panic!("{state:#}")
    };
    assert_eq!(records(&state)[0]["secret_of"], key["keyId"]);
    let secret = beginning(&practice).await;
    assert!(!is_anywhere(one.folder(), &secret) && !is_anywhere(other.folder(), &secret));
}

#[tokio::test]
async fn a_file_opens_once_for_one_machine_in_its_time() {
    let Two { practice, one, other } = two().await;
    let code = ask(&other, &practice, SEAT);
    let (file, given) = give(&one, &code, "a.liaison");
    let phrase = text(&given, "check_phrase");
    let refused = |liaison: &Liaison, file: &Path, what: &str| {
        let run = take(liaison, file, phrase);
        assert!(run.code == 3 && run.err.contains(what), "{what}: {} {}", run.code, run.err);
    };
    refused(&Liaison::new().with_cloud_of(&other), &file, "for someone else");

    let mut bytes = std::fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    let altered = one.folder().join("altered.liaison");
    std::fs::write(&altered, bytes).unwrap();
    refused(&other, &altered, "was altered");
    let large = one.folder().join("large.liaison");
    std::fs::write(&large, vec![b'x'; 1024 * 1024 + 1]).unwrap();
    refused(&other, &large, "larger than 1 MB");

    take(&other, &file, phrase).expect_code(0);
    refused(&other, &file, "already used");

    let code = ask(&other, &practice, SEAT);
    let (late, _) = give(&one, &code, "late.liaison");
    let store = rusqlite::Connection::open(other.folder().join("home/practice/setups.db")).unwrap();
    store.execute("UPDATE handover_request SET until = '2026-01-01T00:00:00Z'", []).unwrap();
    refused(&other, &late, "request for this file is over");
    let kept: i64 =
        store.query_row("SELECT count(blob) FROM handover_request", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0, "what opened them is destroyed");
}

#[tokio::test]
async fn behind_a_phrase_and_taken_back() {
    let Two { practice: _practice, one, other } = two().await;
    let file = one.folder().join("phrase.liaison");
    let path = file.to_str().unwrap();
    let (end, given) = one.json(&["handover", "give", "s", "--phrase", SEAT, "--out", path]);
    assert_eq!(end, 0, "{given:#}");
    let cloud = other.folder().join("cloud.json");
    let arguments = [
        "handover",
        "take",
        path,
        "--phrase",
        "--check-phrase",
        text(&given, "check_phrase"),
        "--cloud",
        cloud.to_str().unwrap(),
    ];
    let wrong = other.run_with(&arguments, "babab-babab\n");
    assert!(wrong.code == 3 && wrong.err.contains("does not open"), "{}", wrong.err);
    other.run_with(&arguments, &format!("{}\n", text(&given, "phrase"))).expect_code(0);
    other.run(&["sign-in", "s", "--seat", SEAT, "--with", "browser"]).expect_code(0);

    // The colleague is gone: explicit, and only where the seat is elsewhere.
    one.run(&["handover", "take-back", "s", "--seat", SEAT]).expect_code(0);
    one.run(&["handover", "take-back", "s", "--seat", SEAT]).expect_code(2);
    one.run(&["sign-in", "s", "--seat", SEAT, "--with", "browser"]).expect_code(0);
    let (end, applied) = one.json(&["apply", "s", "--yes"]);
    assert_eq!(end, 0, "{applied:#}");
}
