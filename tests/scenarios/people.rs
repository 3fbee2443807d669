//! The people of a list get their roles: who can be found, once, and taken back from them alone.

use serde_json::Value;

use crate::harness::{Bench, Hold};

const ADMINISTRATOR: &str = "x_mioms_m365_assis.administrator";

/// Two who can be found (one of them by e-mail), one mailbox of two people, one who has left, one whom nobody knows.
const LIST: &str = "user,roles\n\
    amal.haddad\n\
    Beatriz.Souza@lumen-practice.example,administrator\n\
    service.desk@lumen-practice.example\n\
    mia.dubois,insights_user\n\
    nobody.here\n";

/// `user_name: role` of every direct grant of the integration's roles.
fn grants(state: &Value) -> Vec<String> {
    let rows = |table: &str| state["tables"][table].as_array().unwrap().clone();
    let name = |table: &str, column: &str, id: &Value| {
        let found = rows(table).into_iter().find(|row| row["sys_id"] == *id);
        found.map(|row| row[column].as_str().unwrap().to_owned()).unwrap_or_default()
    };
    let mut all: Vec<String> = rows("sys_user_has_role")
        .iter()
        .filter(|row| row["inherited"] != "true")
        .map(|row| {
            format!(
                "{}: {}",
                name("sys_user", "user_name", &row["user"]),
                name("sys_user_role", "name", &row["role"])
            )
        })
        .filter(|grant| grant.contains("x_mioms"))
        .collect();
    all.sort();
    all
}

async fn listed(list: &str) -> Bench {
    let bench = Bench::signed_in("ready").await;
    bench.liaison.run_with(&["people", "s", "--csv", "-"], list).expect_code(0);
    bench
}

#[tokio::test]
async fn whoever_can_be_found_gets_the_role_and_the_others_are_named() {
    let bench = listed(LIST).await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, applied["problem"]["code"].as_str()), (1, Some("people-unresolved")), "{applied:#}");
    let wanted = [
        format!("amal.haddad: {ADMINISTRATOR}"),
        "amal.haddad: x_mioms_m365_assis.insights_user".to_owned(),
        format!("beatriz.souza: {ADMINISTRATOR}"),
    ];
    assert_eq!(grants(&bench.practice.state().await), wanted);

    let before = bench.practice.writes().await.len();
    let (code, again) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, again["changes"].as_array().unwrap().len()), (1, 0), "{again:#}");
    assert_eq!(bench.practice.writes().await.len(), before);

    // A list without those whom nobody can find is in order.
    bench.liaison.run_with(&["people", "s", "--csv", "-"], "amal.haddad\nbeatriz.souza\n").expect_code(0);
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, applied["changes"].as_array().unwrap().len()), (0, 1), "{applied:#}");
    let (code, verified) = bench.liaison.json(&["verify", "s"]);
    assert_eq!(code, 0, "{verified:#}");

    let (code, undone) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    assert!(grants(&bench.practice.state().await).is_empty());
    bench.practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn a_role_that_somebody_had_before_stays_theirs() {
    let bench = listed("chidi.okafor,administrator\n").await;
    // One step alone, before the steps that it needs are seen to be done, is refused.
    let (code, early) = bench.liaison.json(&["apply", "s", "--yes", "--step", "administrator-role"]);
    assert_eq!((code, early["problem"]["code"].as_str()), (3, Some("step-waits")), "{early:#}");
    assert_eq!(bench.liaison.json(&["apply", "s", "--yes"]).0, 0);
    // A second setup finds it there and does not take it for its own.
    bench.liaison.create("t", &bench.practice).expect_code(0);
    bench.liaison.sign_in_both("t");
    bench.liaison.run_with(&["people", "t", "--csv", "-"], "chidi.okafor,administrator\n").expect_code(0);
    bench.liaison.json(&["check", "t", "--step", "store-app"]);
    let (code, applied) = bench.liaison.json(&["apply", "t", "--yes", "--step", "administrator-role"]);
    assert_eq!((code, applied["changes"].as_array().unwrap().len()), (0, 0), "{applied:#}");
    bench.liaison.run(&["undo", "t", "--yes"]).expect_code(0);
    assert_eq!(grants(&bench.practice.state().await), [format!("chidi.okafor: {ADMINISTRATOR}")]);
    bench.liaison.run(&["undo", "s", "--yes"]).expect_code(0);
    assert!(grants(&bench.practice.state().await).is_empty());
}

#[tokio::test]
async fn killed_around_a_grant_everybody_has_it_once() {
    for hold in [Hold::Before, Hold::After] {
        let bench = listed("amal.haddad,administrator\nelif.yildiz,administrator\n").await;
        bench.practice.catch("servicenow", "POST", "/api/now/table/sys_user_has_role*", hold).await;
        bench.liaison.json(&["check", "s"]);
        let mut child = bench.liaison.start(&["apply", "s", "--yes", "--step", "administrator-role"]);
        bench.practice.caught().await;
        child.kill().unwrap();
        child.wait().unwrap();
        bench.practice.clear().await;

        let (code, applied) = bench.liaison.json(&["apply", "s", "--yes", "--step", "administrator-role"]);
        assert_eq!(code, 0, "{hold:?}: {applied:#}");
        let wanted = ["amal.haddad", "elif.yildiz"].map(|user| format!("{user}: {ADMINISTRATOR}"));
        assert_eq!(grants(&bench.practice.state().await), wanted);
        // The one whose answer was lost is known as ours: it is taken back, too.
        bench.liaison.run(&["undo", "s", "--yes"]).expect_code(0);
        assert!(grants(&bench.practice.state().await).is_empty());
        bench.practice.nothing_was_unknown().await;
    }
}
