//! What is kept sealed: listed without a value, forgotten on request or once its use is confirmed, and not needed after that.

use serde_json::{Value, json};

use crate::{
    harness::{Bench, Run},
    whole::{count, nothing_is_left, records},
};

const SECRET: &str = "client-secret.secret";

async fn applied(scene: &str) -> Bench {
    let bench = Bench::signed_in(scene).await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    bench
}

fn vault(bench: &Bench) -> Value {
    let (code, view) = bench.liaison.json(&["vault", "list", "s"]);
    assert_eq!(code, 0, "{view:#}");
    view
}

/// What is kept under that name.
fn kept(bench: &Bench, name: &str) -> Option<Value> {
    vault(bench)["kept"].as_array().unwrap().iter().find(|one| one["name"] == name).cloned()
}

fn history(bench: &Bench) -> Vec<Value> {
    let history = vault(bench)["history"].clone();
    history.as_array().unwrap().iter().map(|one| one["what"].clone()).collect()
}

/// A person says that every step by hand is done, up to and with `last`.
pub fn by_hand_until(bench: &Bench, last: &str) -> Run {
    let (_, application) = bench.liaison.json(&["step", "s", "application", "show"]);
    let answers = [
        format!("outbound-app-id={}", application["known"]["application.client-id"].as_str().unwrap()),
        "repository-id=repository-1".to_owned(),
        format!("endpoint={}/api/x", bench.practice.text("instance")),
    ];
    let set: Vec<&str> = ["set", "s"].into_iter().chain(answers.iter().map(String::as_str)).collect();
    bench.liaison.run(&set).expect_code(0);
    let (_, setup) = bench.liaison.json(&["setup", "show", "s"]);
    let steps = setup["steps"].as_array().unwrap();
    let open = steps.iter().filter(|step| step["by_hand"] == true && step["state"] != "done");
    for step in open {
        let id = step["id"].as_str().unwrap();
        let said = bench.liaison.run(&["step", "s", id, "done"]).expect_code(0);
        if id == last {
            return said;
        }
    }
    panic!("{last} is not among {steps:#?}");
}

#[tokio::test]
async fn what_is_kept_is_listed_with_its_use_and_without_its_value() {
    let bench = Bench::signed_in("ready").await;
    bench.liaison.run(&["apply", "s", "--step", "application", "--yes"]).expect_code(0);
    bench.liaison.run(&["apply", "s", "--step", "client-secret", "--yes"]).expect_code(0);
    let wanted = kept(&bench, SECRET).unwrap();
    assert_eq!(
        (&wanted["what"], &wanted["wanted_by"]),
        (&json!("wanted"), &json!(["registry-record"])),
        "{wanted:#}"
    );
    bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    let used = kept(&bench, SECRET).unwrap();
    assert_eq!(
        (&used["what"], &used["used_by"]),
        (&json!("in-use"), &json!(["registry-record"])),
        "{used:#}"
    );
    assert!(used["since"].is_string() && used["until"].is_string(), "{used:#}");
    let session = kept(&bench, "session.entra-admin").unwrap();
    assert!(
        session["what"] == "session" && session["account"].as_str().unwrap().contains('@'),
        "{session:#}"
    );

    let text = bench.liaison.run(&["vault", "list"]).expect_code(0).out;
    assert!(text.contains("Used in") && text.contains("Until"), "{text}");
    assert!(!text.contains("8Q~"), "{text}");
    let refused = bench.liaison.run(&["vault", "copy", "s", "session.entra-admin"]).expect_code(2);
    assert!(refused.err.contains("A session is not copied"), "{}", refused.err);
    bench.liaison.run(&["vault", "copy", "s", "client-secret.other"]).expect_code(2);
}

#[tokio::test]
async fn forgetting_asks_says_what_it_means_and_nothing_is_made_anew() {
    let bench = applied("ready").await;
    let unasked = bench.liaison.run(&["vault", "forget", "s", SECRET]).expect_code(2);
    assert!(unasked.err.contains("The integration goes on without the value"), "{}", unasked.err);
    assert!(kept(&bench, SECRET).is_some());
    bench.liaison.run(&["vault", "forget", "s", SECRET, "--yes"]).expect_code(0);
    assert_eq!((kept(&bench, SECRET), history(&bench)), (None, vec![json!("forgotten")]));

    // The one that is in use stays, is seen as such, and is taken back like any other.
    let before = bench.practice.state().await;
    for command in ["apply", "verify"] {
        let (code, run) = bench.liaison.json(&[command, "s", "--yes"]);
        assert_eq!(code, 0, "{run:#}");
        assert_eq!(count(&run), 0, "{run:#}");
        let proof = run["steps"].as_array().unwrap().iter().find(|step| step["id"] == "client-secret-proof");
        assert_eq!(proof.unwrap()["known_by"], "proven", "{run:#}");
    }
    let after = bench.practice.state().await;
    assert_eq!(before["applications"], after["applications"]);
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn a_value_that_nobody_was_given_yet_is_made_anew() {
    let bench = Bench::in_scene("ready").await;
    bench.liaison.run(&["apply", "s", "--yes"]).expect_code(3);
    let meant = bench.liaison.run(&["vault", "forget", "s", SECRET, "--yes"]).expect_code(0);
    assert!(meant.err.contains("Nobody has the value then"), "{}", meant.err);
    bench.liaison.sign_in_both("s");
    bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    crate::whole::stands_once(&bench).await;
}

#[tokio::test]
async fn a_record_that_is_gone_waits_for_a_renewal_when_the_value_was_forgotten() {
    let bench = applied("ready").await;
    bench.liaison.run(&["vault", "forget", "s", SECRET, "--yes"]).expect_code(0);
    let state = bench.practice.state().await;
    let sys_id = records(&state)[0]["sys_id"].as_str().unwrap().to_owned();
    let instance = bench.practice.text("instance");
    let gone = reqwest::Client::new()
        .delete(format!("{instance}/api/now/table/oauth_entity/{sys_id}"))
        .basic_auth("admin", Some("practice"))
        .send()
        .await
        .unwrap();
    assert!(gone.status().is_success(), "{gone:?}");
    let (code, looked) = bench.liaison.json(&["plan", "s"]);
    assert_eq!((code, looked["problem"]["code"].as_str()), (3, Some("secret-not-held")), "{looked:#}");
    assert_eq!(count(&looked), 0, "nothing half done: {looked:#}");
}

#[tokio::test]
async fn a_confirmed_use_lets_go_of_the_value_and_renewal_goes_on_without_it() {
    let bench = applied("ready").await;
    let said = by_hand_until(&bench, "test-setup");
    assert!(said.err.contains("is confirmed, so its value is kept here no more"), "{}", said.err);
    assert_eq!((kept(&bench, SECRET), history(&bench)), (None, vec![json!("let-go")]));
    let (code, verified) = bench.liaison.json(&["verify", "s", "--yes"]);
    assert_eq!(code, 0, "{verified:#}");

    // Renewed without a way back, as the plan says; the new value is kept until it is seen in use.
    let asked = bench.liaison.run(&["renew", "s"]).expect_code(3);
    assert!(asked.err.contains("does not have the value of the old secret"), "{}", asked.err);
    let rest = asked.err.split("--plan ").nth(1).unwrap();
    let fingerprint: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    bench.liaison.run(&["renew", "s", "--plan", &fingerprint]).expect_code(0);
    assert!(kept(&bench, SECRET).is_some());
    bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    assert!(kept(&bench, SECRET).is_some(), "an earlier test says nothing of the new one");
    let used = bench.liaison.run(&["renew", "s", "--used", "sign-in-log"]).expect_code(0);
    assert!(used.err.contains("is confirmed, so its value is kept here no more"), "{}", used.err);
    assert_eq!(kept(&bench, SECRET), None);
    crate::whole::stands_once(&bench).await;
}

#[tokio::test]
async fn a_complete_setup_is_signed_out_and_keeping_is_a_choice() {
    for keep in [false, true] {
        let bench = applied("ready").await;
        if keep {
            bench.liaison.run(&["vault", "keep", "--secrets", "yes", "--sessions", "yes"]).expect_code(0);
        }
        bench.liaison.run_with(&["people", "s", "--csv", "-"], "amal.haddad\n").expect_code(0);
        bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
        by_hand_until(&bench, "test-setup");
        let (_, setup) = bench.liaison.json(&["setup", "show", "s"]);
        assert_eq!(setup["done"], setup["total"], "{setup:#}");
        let names: Vec<Value> =
            vault(&bench)["kept"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
        let all = [json!(SECRET), json!("session.entra-admin"), json!("session.servicenow-admin")];
        assert_eq!(names, if keep { all.to_vec() } else { Vec::new() }, "keep: {keep}");
        if !keep {
            // Whoever signs in again is not signed out by looking.
            bench.liaison.sign_in_both("s");
            for _ in 0..2 {
                let (code, verified) = bench.liaison.json(&["verify", "s"]);
                assert_eq!(code, 0, "{verified:#}");
            }
        }
    }
}
