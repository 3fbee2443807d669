//! A secret is replaced while it is in use: killed around each write it goes on, and what the instance holds always works in Entra.

use serde_json::Value;

use crate::{
    browser::Browser,
    harness::{Bench, Hold},
    whole::{count, nothing_is_left, records},
};

async fn applied(scene: &str) -> Bench {
    let bench = Bench::signed_in(scene).await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    bench
}

/// Key ids in Entra, and of the one whose value the instance holds.
async fn keys(bench: &Bench) -> (Vec<String>, Value) {
    let state = bench.practice.state().await;
    let credentials = state["applications"][0]["passwordCredentials"].as_array().unwrap().clone();
    let in_entra = credentials.iter().map(|one| one["keyId"].as_str().unwrap().to_owned()).collect();
    let records = records(&state);
    let [record] = &records[..] else { panic!("{records:#?}") };
    (in_entra, record["secret_of"].clone())
}

/// What the instance holds works.
async fn works(bench: &Bench) -> String {
    let (in_entra, held) = keys(bench).await;
    let held = held.as_str().unwrap_or_else(|| panic!("the instance holds nothing that works")).to_owned();
    assert!(in_entra.contains(&held), "{held} is not among {in_entra:?}");
    held
}

/// As it stands in the answer to a plan that nobody could be asked about.
fn fingerprint(text: &str) -> String {
    let rest = text.split("--plan ").nth(1).unwrap();
    rest.chars().take_while(char::is_ascii_hexdigit).collect()
}

fn stage(bench: &Bench) -> Value {
    let (_, setup) = bench.liaison.json(&["setup", "show", "s"]);
    setup["renewals"][0].clone()
}

#[tokio::test]
async fn both_are_valid_until_somebody_saw_the_new_one_used() {
    let bench = applied("ready").await;
    let old = works(&bench).await;
    let none = bench.liaison.run(&["renew", "s", "--used", "sign-in-log"]).expect_code(3);
    assert!(none.err.contains("No secret of this setup is being renewed"), "{}", none.err);

    // Shown first, and nothing is written for that.
    let writes = bench.practice.writes().await.len();
    let asked = bench.liaison.run(&["renew", "s"]).expect_code(3);
    assert_eq!(bench.practice.writes().await.len(), writes, "{}", asked.err);
    let fingerprint = fingerprint(&asked.err);
    let (code, renewed) = bench.liaison.json(&["renew", "s", "--plan", &fingerprint]);
    assert_eq!((code, count(&renewed)), (0, 2), "{renewed:#}");
    let new = works(&bench).await;
    assert_ne!(old, new);
    assert_eq!(keys(&bench).await.0.len(), 2, "the old one is still valid");
    let waiting = stage(&bench);
    assert_eq!((&waiting["stage"], &waiting["way_back"]), (&"waiting".into(), &true.into()), "{waiting:#}");

    // Neither applying nor renewing again ends the waiting.
    let (code, again) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, count(&again)), (0, 0), "{again:#}");
    let (code, again) = bench.liaison.json(&["renew", "s", "--yes"]);
    assert_eq!((code, count(&again)), (0, 0), "{again:#}");
    assert_eq!(keys(&bench).await.0.len(), 2);

    let (code, used) = bench.liaison.json(&["renew", "s", "--used", "sign-in-log"]);
    assert_eq!((code, count(&used)), (0, 1), "{used:#}");
    assert_eq!(keys(&bench).await, (vec![new.clone()], new.into()));
    assert_eq!(stage(&bench), Value::Null);
    let (code, verified) = bench.liaison.json(&["verify", "s"]);
    assert_eq!(code, 0, "{verified:#}");
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn the_old_value_is_put_back_with_one_command() {
    let bench = applied("ready").await;
    let old = works(&bench).await;
    bench.liaison.run(&["renew", "s", "--yes"]).expect_code(0);
    let (code, back) = bench.liaison.json(&["renew", "s", "--put-back"]);
    assert_eq!((code, count(&back)), (0, 2), "{back:#}");
    assert_eq!(keys(&bench).await, (vec![old.clone()], old.into()));
    assert_eq!(stage(&bench), Value::Null);
    // And the next one goes as well.
    bench.liaison.run(&["renew", "s", "--yes"]).expect_code(0);
    bench.liaison.run(&["renew", "s", "--used", "token-request"]).expect_code(0);
    works(&bench).await;
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn undo_in_the_middle_takes_back_both() {
    let bench = applied("ready").await;
    bench.liaison.run(&["renew", "s", "--yes"]).expect_code(0);
    nothing_is_left(&bench).await;
    assert_eq!(stage(&bench), Value::Null);
}

#[tokio::test]
async fn without_the_old_value_the_plan_says_that_there_is_no_way_back() {
    let bench = applied("ready").await;
    let folder = bench.liaison.folder();
    std::fs::remove_file(folder.join("identity")).unwrap();
    let identity = folder.join("identity");
    bench.liaison.run(&["identity", "new", identity.to_str().unwrap()]).expect_code(0);
    bench.liaison.sign_in_both("s");
    let old = works(&bench).await;
    let refused = bench.liaison.run(&["renew", "s", "--yes"]).expect_code(3);
    assert!(refused.err.contains("does not have the value of the old secret"), "{}", refused.err);
    let asked = bench.liaison.run(&["renew", "s"]).expect_code(3);
    let fingerprint = fingerprint(&asked.err);
    bench.liaison.run(&["renew", "s", "--plan", &fingerprint]).expect_code(0);
    let (in_entra, _) = keys(&bench).await;
    assert!(in_entra.contains(&old), "the old one may be in use and stays");
    let back = bench.liaison.run(&["renew", "s", "--put-back"]).expect_code(3);
    assert!(back.err.contains("does not have the value of the old secret"), "{}", back.err);
    bench.liaison.run(&["renew", "s", "--used", "sign-in-log"]).expect_code(0);
    let held = works(&bench).await;
    assert_eq!(keys(&bench).await.0, [held]);
}

/// Runs the command, kills it while that request is held, and lets the request go.
async fn killed(bench: &Bench, arguments: &[&str], path: (&str, &str, &str), hold: Hold) {
    let (service, method, path) = path;
    bench.practice.catch(service, method, path, hold).await;
    let mut child = bench.liaison.start(arguments);
    bench.practice.caught().await;
    child.kill().unwrap();
    child.wait().unwrap();
    bench.practice.clear().await;
    works(bench).await;
}

const ADD: (&str, &str, &str) = ("graph", "POST", "/v1.0/applications/*/addPassword");
const REMOVE: (&str, &str, &str) = ("graph", "POST", "/v1.0/applications/*/removePassword");
const PROVE: (&str, &str, &str) = ("login", "POST", "/*/oauth2/token");
const WRITE: (&str, &str, &str) = ("servicenow", "PATCH", "/api/now/table/oauth_entity/*");

#[tokio::test]
async fn killed_around_each_write_it_goes_on() {
    for request in [ADD, PROVE, WRITE] {
        for hold in [Hold::Before, Hold::After] {
            let bench = applied("ready").await;
            let old = works(&bench).await;
            killed(&bench, &["renew", "s", "--yes"], request, hold).await;
            let (code, on) = bench.liaison.json(&["renew", "s", "--yes"]);
            assert_eq!(code, 0, "{request:?} {hold:?}: {on:#}");
            let new = works(&bench).await;
            assert!(new != old && stage(&bench)["stage"] == "waiting", "{request:?} {hold:?}");
            let (mut in_entra, _) = keys(&bench).await;
            in_entra.sort();
            let mut both = vec![old, new.clone()];
            both.sort();
            assert_eq!(in_entra, both, "{request:?} {hold:?}: a lost answer leaves nothing behind");

            killed(&bench, &["renew", "s", "--used", "sign-in-log"], REMOVE, hold).await;
            let (code, on) = bench.liaison.json(&["renew", "s", "--yes"]);
            assert_eq!(code, 0, "{request:?} {hold:?}: {on:#}");
            assert_eq!(keys(&bench).await, (vec![new.clone()], new.into()), "{request:?} {hold:?}");
            assert_eq!(stage(&bench), Value::Null);
            bench.practice.nothing_was_unknown().await;
        }
    }
}

#[tokio::test]
async fn killed_on_the_way_back_it_goes_on() {
    for request in [WRITE, REMOVE] {
        for hold in [Hold::Before, Hold::After] {
            let bench = applied("ready").await;
            let old = works(&bench).await;
            bench.liaison.run(&["renew", "s", "--yes"]).expect_code(0);
            killed(&bench, &["renew", "s", "--put-back"], request, hold).await;
            let (code, back) = bench.liaison.json(&["renew", "s", "--put-back"]);
            assert_eq!(code, 0, "{request:?} {hold:?}: {back:#}");
            assert_eq!(keys(&bench).await, (vec![old.clone()], old.into()), "{request:?} {hold:?}");
            assert_eq!(stage(&bench), Value::Null);
        }
    }
}

#[tokio::test]
async fn a_new_secret_stored_malformed_is_put_back_and_test_setup_succeeds() {
    let bench = applied("new-secret-malformed").await;
    let mut wizard = wizard_to_the_end(&bench).await;
    wizard.press("test-setup", &[]).await;
    assert!(wizard.has("test-succeeded"), "{}", wizard.page);

    bench.liaison.run(&["renew", "s", "--yes"]).expect_code(0);
    assert_eq!(keys(&bench).await.1, Value::Null, "the instance holds something that nobody can use");
    wizard.press("test-setup", &[]).await;
    assert!(wizard.text("problem").contains("cannot be used"), "{}", wizard.page);

    bench.liaison.run(&["renew", "s", "--put-back"]).expect_code(0);
    wizard.press("test-setup", &[]).await;
    assert!(wizard.has("test-succeeded"), "{}", wizard.page);
    works(&bench).await;
}

/// Both portals, as their people go through them. The wizard's last page.
async fn wizard_to_the_end(bench: &Bench) -> Browser {
    let practice = &bench.practice;
    let state = practice.state().await;
    let rows = state["tables"]["sys_scope"].as_array().unwrap();
    let scope = rows.iter().find(|row| row["scope"] == "x_mioms_m365_assis").unwrap();
    let record = records(&state)[0]["sys_id"].as_str().unwrap().to_owned();
    let mut wizard = Browser::at(practice.text("instance"));
    wizard.open("/application_picker.do").await;
    wizard.press("account-admin", &[]).await;
    wizard.press("choose", &[("application", scope["sys_id"].as_str().unwrap())]).await;
    wizard.open("/x_mioms_m365_assis_setup.do").await;
    wizard.press("agree", &[]).await;
    wizard.press("start-setup", &[]).await;
    wizard.press("next", &[("tenant", practice.text("tenant"))]).await;
    wizard.press("done", &[]).await;
    wizard.press("next", &[("oauth_entity", &record)]).await;

    let mut admin = Browser::at(practice.announced["cloud"]["admin_center"].as_str().unwrap());
    admin.open("/").await;
    admin.press(&format!("account-gloria.global@{}", practice.text("tenant")), &[]).await;
    admin.follow("support-integration").await;
    let app_id = wizard.text("outbound-app-id");
    admin.press("next", &[("tool", "ServiceNow"), ("application_id", &app_id)]).await;
    admin.follow("new-repository").await;
    let (id, endpoint) = (wizard.text("repository-id"), wizard.text("endpoint"));
    admin.press("add", &[("repository", &id), ("endpoint", &endpoint)]).await;
    admin.press("save", &[]).await;
    wizard
}
