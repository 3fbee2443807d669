//! When secrets end is known without a sign-in, a keychain or a network.

use std::process::Command;

use serde_json::Value;

use crate::harness::{Bench, Liaison, program};

#[tokio::test]
async fn expiry_needs_no_sign_in_keychain_or_network() {
    let Bench { practice, liaison } = Bench::signed_in("ready").await;
    let empty = liaison.run(&["check", "--expiry"]).expect_code(0);
    assert!(empty.err.contains("No setup has a secret that ends"), "{}", empty.err);
    liaison.run(&["apply", "s", "--step", "application", "--yes"]).expect_code(0);
    liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    // The services are gone, and so is the identity that opens what is sealed.
    drop(practice);
    std::fs::remove_file(liaison.folder().join("identity")).unwrap();

    let (code, found) = liaison.json(&["check", "--expiry"]);
    assert_eq!(code, 0, "{found:#}");
    let [expiry] = &found.as_array().unwrap()[..] else { panic!("{found:#}") };
    let days = expiry["days"].as_i64().unwrap();
    assert!((1..=730).contains(&days) && expiry["step"] == "client-secret", "{expiry:#}");
    assert!(!expiry["soon"].as_bool().unwrap() || days <= 30, "{expiry:#}");
    let (code, _) = liaison.json(&["check", "--expiry", "--days", &days.to_string()]);
    assert_eq!(code, 1, "it ends within so many days");
    let (code, _) = liaison.json(&["check", "--expiry", "--days", &(days - 1).to_string()]);
    assert_eq!(code, 0);
    let (code, one) = liaison.json(&["check", "S", "--expiry"]);
    assert_eq!((code, one.as_array().unwrap().len()), (0, 1));
    liaison.run(&["check", "nobody", "--expiry"]).expect_code(2);
    liaison.run(&["check"]).expect_code(2);

    let (_, home) = liaison.json(&["setup", "show", "s"]);
    assert_eq!(home["expiries"][0]["id"], expiry["id"], "in the checklist too");
}

/// Practice's secrets belong in no calendar; the file is one that a calendar reads all the same.
#[tokio::test]
async fn the_calendar_is_a_new_file_with_no_practice_in_it() {
    let liaison = Liaison::new();
    let file = liaison.folder().join("secrets.ics");
    let file = file.to_str().unwrap();
    liaison.run(&["check", "--expiry", "--ics", file]).expect_code(0);
    let text = std::fs::read_to_string(file).unwrap();
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"),
        "{text}"
    );
    liaison.run(&["check", "--expiry", "--ics", file]).expect_code(3);
}

/// A schedule has neither a session bus nor a display.
#[test]
fn it_runs_where_there_is_no_session() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(program("liaison"))
        .args(["check", "--expiry", "--json"])
        .env_clear()
        .env("LIAISON_HOME", folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found, serde_json::json!([]));
}
