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
    // Whoever approves sees who is meant, by the names that the instance has for them, and which role: at every door.
    bench.liaison.json(&["check", "s"]);
    let planned = bench.liaison.run(&["plan", "s"]).out;
    let document = bench.liaison.run(&["plan", "s", "--out", "-", "--format", "markdown"]).out;
    for text in [&planned, &document] {
        assert!(text.contains("amal.haddad, beatriz.souza"), "{text}");
        // The service principal by its application's name, which is there before its ID is.
        let named =
            |line: &str| line.contains("service principal") && line.contains("ServiceNow outbound (s)");
        assert!(text.lines().any(named), "{text}");
    }

    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, applied["problem"]["code"].as_str()), (1, Some("people-unresolved")), "{applied:#}");
    let of_role = |changes: &Value| {
        let changes = changes.as_array().unwrap().iter();
        changes.filter(|change| change["step"] == "administrator-role").cloned().collect::<Vec<_>>()
    };
    let [change] = &of_role(&applied["changes"])[..] else { panic!("{applied:#}") };
    assert_eq!(change["after"]["first"], serde_json::json!(["amal.haddad", "beatriz.souza"]));
    assert_eq!(change["after"]["role"], ADMINISTRATOR);
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

    // From whom it would be taken is shown as well.
    let asked = bench.liaison.run_with(&["undo", "s"], "n\n");
    assert!(asked.err.contains("first: amal.haddad, beatriz.souza"), "{}{}", asked.out, asked.err);
    let (code, undone) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    let [change] = &of_role(&undone["changes"])[..] else { panic!("{undone:#}") };
    assert_eq!(change["before"]["first"], serde_json::json!(["amal.haddad", "beatriz.souza"]));
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

/// `user.00001` and so on, each to have the administrator's role.
fn crowd(count: u32) -> String {
    (1..=count).map(|n| format!("user.{n:05},administrator\n")).collect()
}

const ROLE: [&str; 4] = ["apply", "s", "--step", "administrator-role"];

async fn crowded(list: &str) -> Bench {
    let bench = Bench::signed_in("crowd").await;
    bench.liaison.run_with(&["people", "s", "--csv", "-"], list).expect_code(0);
    bench.liaison.json(&["check", "s", "--step", "store-app"]);
    bench
}

#[tokio::test]
async fn a_crowd_takes_one_write_each_reads_in_pages_and_one_line_of_the_journal() {
    const COUNT: u32 = 320;
    let bench = crowded(&crowd(COUNT)).await;
    let before = bench.practice.requests().await.len();
    let (code, applied) = bench.liaison.json(&[&ROLE[..], &["--yes"]].concat());
    assert_eq!(code, 0, "{applied:#}");
    let [change] = &applied["changes"].as_array().unwrap()[..] else { panic!("{applied:#}") };
    assert_eq!((&change["write"], &change["after"]["people"]), (&"each-grant".into(), &COUNT.into()));
    // However many there are, the plan names the first twenty.
    let first: Vec<String> = (1..=20).map(|n| format!("user.{n:05}")).collect();
    assert_eq!(change["after"]["first"], serde_json::json!(first));

    let requests = bench.practice.requests().await.split_off(before);
    let written = requests.iter().filter(|request| request["method"] == "POST").count();
    assert_eq!(written, COUNT as usize);
    // Looked at before and after, in pages of 50: the users, and who of them has the role; and the role itself. Once before, whether who
    // is signed in may grant it at all.
    let pages = COUNT.div_ceil(50) as usize;
    assert!(requests.len() <= written + 2 * (2 * pages + 1) + 1, "{}", requests.len());
    assert_eq!(grants(&bench.practice.state().await).len(), COUNT as usize);

    let report = bench.liaison.run(&["report", "s", "--format", "json"]).expect_code(0).out;
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["changes"].as_array().unwrap().len(), 1, "{report:#}");
    // One change in the journal, and everybody it was for.
    let each = report["each"].as_array().unwrap();
    assert!(each.len() == COUNT as usize && each.iter().all(|one| one["ended"] == "landed"), "{each:#?}");

    let (code, undone) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    assert!(grants(&bench.practice.state().await).is_empty());
    let (code, again) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!((code, again["changes"].as_array().unwrap().len()), (0, 0), "{again:#}");
    bench.practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn killed_in_a_crowd_it_goes_on_where_it_was_and_takes_back_every_one() {
    let bench = crowded(&crowd(60)).await;
    bench
        .practice
        .lay(serde_json::json!([{"service": "servicenow", "method": "POST",
            "path": "/api/now/table/sys_user_has_role*", "nth": 30, "do": "hold-after"}]))
        .await;
    let mut child = bench.liaison.start(&[&ROLE[..], &["--yes"]].concat());
    bench.practice.caught().await;
    child.kill().unwrap();
    child.wait().unwrap();
    bench.practice.clear().await;
    let made = grants(&bench.practice.state().await).len();
    assert!((30..60).contains(&made), "{made}");

    let (code, applied) = bench.liaison.json(&[&ROLE[..], &["--yes"]].concat());
    assert_eq!(code, 0, "{applied:#}");
    assert_eq!(applied["changes"][0]["after"]["people"], 60 - made, "{applied:#}");
    assert_eq!(grants(&bench.practice.state().await).len(), 60);
    let posts = bench.practice.writes().await.iter().filter(|write| write.starts_with("POST")).count();
    assert_eq!(posts, 60, "nobody is given the role twice");

    // Killed while taking back, the rest is taken back the next time.
    bench
        .practice
        .lay(serde_json::json!([{"service": "servicenow", "method": "DELETE",
            "path": "/api/now/table/sys_user_has_role*", "nth": 20, "do": "hold-after"}]))
        .await;
    let mut child = bench.liaison.start(&["undo", "s", "--yes"]);
    bench.practice.caught().await;
    child.kill().unwrap();
    child.wait().unwrap();
    bench.practice.clear().await;
    assert!(!grants(&bench.practice.state().await).is_empty());
    let (code, undone) = bench.liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    assert!(grants(&bench.practice.state().await).is_empty());
}

#[tokio::test]
async fn a_refusal_in_the_middle_keeps_what_was_made_and_says_so() {
    let bench = crowded(&crowd(20)).await;
    bench
        .practice
        .lay(serde_json::json!([{"service": "servicenow", "method": "POST",
            "path": "/api/now/table/sys_user_has_role*", "nth": 9, "do": "status:403"}]))
        .await;
    let (code, stopped) = bench.liaison.json(&[&ROLE[..], &["--yes"]].concat());
    assert_eq!((code, stopped["outcome"].as_str()), (3, Some("paused")), "{stopped:#}");
    assert_eq!(stopped["problem"]["effect"], "done", "{stopped:#}");
    bench.practice.clear().await;
    let made = grants(&bench.practice.state().await).len();
    assert!((8..20).contains(&made), "{made}");
    let (code, applied) = bench.liaison.json(&[&ROLE[..], &["--yes"]].concat());
    assert_eq!(code, 0, "{applied:#}");
    assert_eq!(bench.liaison.json(&["undo", "s", "--yes"]).0, 0);
    assert!(grants(&bench.practice.state().await).is_empty());
}

#[tokio::test]
async fn a_group_is_given_the_role_and_its_members_need_no_grant_of_their_own() {
    let bench = listed("dana.novak,administrator\ngroup:service desk,administrator\n").await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    let state = bench.practice.state().await;
    let groups = state["tables"]["sys_group_has_role"].as_array().unwrap();
    assert_eq!(groups.len(), 1);
    // Dana has it by way of the group: nothing was granted to her.
    assert!(grants(&state).is_empty(), "{:?}", grants(&state));

    let seen = bench.liaison.run(&["people", "s", "--seen", "administrator-role"]).expect_code(0).out;
    assert!(seen.contains("1,group:Service Desk,Has the role."), "{seen}");
    assert!(seen.contains("2,dana.novak,\"Has the role, by way of a group or another role.\""), "{seen}");

    assert_eq!(bench.liaison.json(&["undo", "s", "--yes"]).0, 0);
    let state = bench.practice.state().await;
    assert!(state["tables"]["sys_group_has_role"].as_array().unwrap().is_empty());
    bench.practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn what_was_seen_of_every_line_is_a_sheet_without_formulas() {
    let bench = listed("=cmd,administrator\nnoor.aziz,administrator\namal.haddad,administrator\n").await;
    bench.liaison.json(&["check", "s", "--step", "administrator-role"]);
    let seen = bench.liaison.run(&["people", "s", "--seen", "administrator-role"]).expect_code(0).out;
    assert!(seen.contains("1,'=cmd,No user has that user name or e-mail address."), "{seen}");
    assert!(seen.contains("2,noor.aziz,The user is inactive."), "{seen}");
    assert!(seen.contains("3,amal.haddad,Does not have the role."), "{seen}");
}
