//! The whole setup in every scene that practice can play: applied, applied again, verified, taken back, nothing left.

use std::time::Duration;

use practice::SCENES;
use serde_json::Value;

use crate::{
    harness::{Bench, Liaison, Practice},
    microsoft,
    whole::{count, nothing_is_left, records, stands_once},
};

/// Everything that Liaison can do is done, and this much is wrong in the end: an exit code.
async fn applied_verified_and_undone(scene: &str, end: i32) -> Bench {
    let bench = Bench::signed_in(scene).await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes", "--accept", "table-access"]);
    assert_eq!(code, end, "{scene}: {applied:#}");
    let writes = bench.practice.writes().await.len();
    let (code, again) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, count(&again)), (end, 0), "{scene}: {again:#}");
    assert_eq!(bench.practice.writes().await.len(), writes, "{scene}: applying again writes nothing");
    let (code, verified) = bench.liaison.json(&["verify", "s"]);
    assert_eq!(code, end, "{scene}: {verified:#}");
    bench
}

fn readable(state: &Value) -> (String, String) {
    let tables = state["tables"]["sys_db_object"].as_array().unwrap();
    let row = tables.iter().find(|row| row["name"] == "oauth_entity").unwrap();
    (row["access"].as_str().unwrap().to_owned(), row["read_access"].as_str().unwrap().to_owned())
}

async fn in_scene(scene: &str) {
    match scene {
        // What is special about the second is the secret that replaces the first.
        "ready" | "new-secret-malformed" => {
            let bench = applied_verified_and_undone(scene, 0).await;
            stands_once(&bench).await;
            nothing_is_left(&bench).await;
        }
        // The window's tests register the client in the instance's form, as a person does. Until then the other half is done.
        "first-visit" => {
            let bench = Bench::in_scene(scene).await;
            let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
            assert_eq!((code, count(&applied)), (3, 3), "{applied:#}");
            assert_eq!(applied["problem"]["code"], "sign-in-needed", "{applied:#}");
            nothing_is_left(&bench).await;
        }
        "replication-slow" => late_replication_is_waited_for(scene).await,
        "throttled" => {
            let bench = applied_verified_and_undone(scene, 0).await;
            stands_once(&bench).await;
            nothing_is_left(&bench).await;
        }
        // A person installs the application; that it is missing or old is wrong until then.
        "store-app-missing" | "store-app-1.0.11" => {
            let bench = applied_verified_and_undone(scene, 1).await;
            stands_once(&bench).await;
            let (_, setup) = bench.liaison.json(&["setup", "show", "s"]);
            let steps = setup["steps"].as_array().unwrap();
            let state = |id: &str| &steps.iter().find(|step| step["id"] == id).unwrap()["state"];
            assert_eq!(state("store-app"), "differs");
            nothing_is_left(&bench).await;
        }
        "table-closed" => {
            opening_a_table_wants_its_own_yes(scene).await;
            let bench = applied_verified_and_undone(scene, 0).await;
            assert_eq!(readable(&bench.practice.state().await), ("public".to_owned(), "true".to_owned()));
            stands_once(&bench).await;
            nothing_is_left(&bench).await;
            assert_eq!(readable(&bench.practice.state().await), ("public".to_owned(), "false".to_owned()));
        }
        "hibernating" => {
            let practice = Practice::serve(&["--scene", scene]).await;
            let run = Liaison::new().create("s", &practice).expect_code(3);
            assert!(run.err.contains("hibernates"), "{}", run.err);
        }
        "app-exists" => {
            let bench = applied_verified_and_undone(scene, 0).await;
            bench.liaison.run(&["undo", "s", "--yes"]).expect_code(0);
            let state = bench.practice.state().await;
            assert_eq!(state["applications"].as_array().unwrap().len(), 1, "theirs stays: {state:#}");
            let records = state["tables"]["oauth_entity"].as_array().unwrap();
            assert!(
                records.iter().any(|row| row["comments"].as_str().unwrap().contains("Greta")),
                "{state:#}"
            );
        }
        "no-right-to-register" => {
            let bench = Bench::signed_in(scene).await;
            let (code, refused) = bench.liaison.json(&["apply", "s", "--yes"]);
            assert_eq!((code, refused["problem"]["code"].as_str()), (3, Some("graph-denied")), "{refused:#}");
            nothing_is_left(&bench).await;
        }
        "consent-denied-by-policy" => {
            let practice = Practice::serve(&["--scene", scene]).await;
            let liaison = Liaison::new();
            liaison.create("s", &practice).expect_code(0);
            liaison.run(&["sign-in", "s", "--seat", "entra-admin", "--with", "browser"]).expect_code(3);
            assert!(practice.writes().await.is_empty());
        }
        "secrets-banned" => microsoft::secrets_banned().await,
        "short-lifetimes-only" => microsoft::short_lifetimes_only().await,
        "role-missing-then-active" => microsoft::role_missing_then_active().await,
        "role-ends-midway" => microsoft::role_ends_midway().await,
        "consent-by-another" => microsoft::consent_by_another().await,
        "claims-challenge" => microsoft::claims_challenge().await,
        "device-code-blocked" => microsoft::device_code_blocked().await,
        "workload-blocked" => microsoft::workload_blocked().await,
        "token-needs-resource" => microsoft::token_needs_resource().await,
        "sovereign-tenant" => microsoft::sovereign_tenant().await,
        "soft-deleted-twin" => microsoft::soft_deleted_twin().await,
        "stopped-by-microsoft" => microsoft::stopped_by_microsoft().await,
        "quota-reached" => microsoft::quota_reached().await,
        "name-taken" => microsoft::name_taken().await,
        "device-slow-down" => microsoft::device_slow_down().await,
        // What is about the instance alone has a file of its own: people.rs, instances.rs.
        "crowd" | "rate-limited" => {
            let bench = applied_verified_and_undone(scene, 0).await;
            nothing_is_left(&bench).await;
        }
        // Liaison signs in by OAuth, which the restriction leaves alone.
        "basic-restricted" => {
            let bench = applied_verified_and_undone(scene, 0).await;
            stands_once(&bench).await;
            nothing_is_left(&bench).await;
        }
        // A person elevates in the instance; until then the table stays as it is, and the rest is done.
        "elevation-needed" => {
            let bench = Bench::signed_in(scene).await;
            let (code, applied) = bench.liaison.json(&["apply", "s", "--yes", "--accept", "table-access"]);
            assert_eq!(
                (code, applied["problem"]["code"].as_str()),
                (3, Some("elevation-needed")),
                "{applied:#}"
            );
            assert_eq!(applied["problem"]["effect"], "none");
            assert!(applied["problem"]["hints"].to_string().contains("hint-elevate-table"), "{applied:#}");
            stands_once(&bench).await;
            assert_eq!(readable(&bench.practice.state().await), ("public".to_owned(), "false".to_owned()));
            nothing_is_left(&bench).await;
        }
        "cloned" => {
            let bench = applied_verified_and_undone(scene, 0).await;
            bench.liaison.run(&["undo", "s", "--yes"]).expect_code(0);
            let state = bench.practice.state().await;
            let records = state["tables"]["oauth_entity"].as_array().unwrap();
            let theirs: Vec<_> = records
                .iter()
                .filter(|row| row["comments"].as_str().unwrap().starts_with("liaison-"))
                .collect();
            assert_eq!(theirs.len(), 1, "{records:#?}");
            assert_eq!(theirs[0]["sys_mod_count"], "0", "nobody touched it");
        }
        "privileges-missing" => {
            let bench = applied_verified_and_undone(scene, 0).await;
            stands_once(&bench).await;
            let privileges = async || {
                let state = bench.practice.state().await;
                state["tables"]["sys_scope_privilege"].as_array().unwrap().clone()
            };
            let made = privileges().await;
            assert_eq!(made.len(), 2, "{made:#?}");
            assert!(
                made.iter().all(|one| one["status"] == "allowed" && one["operation"] == "read"),
                "{made:#?}"
            );
            nothing_is_left(&bench).await;
            assert!(privileges().await.is_empty());
        }
        "closed-to-web-services" => what_cannot_be_seen_is_a_persons_word(scene).await,
        "default-update-set" => {
            the_update_set_is_named_before_and_after(scene, "note-update-set-default", "Default").await
        }
        // Writing it succeeds. That is no proof, and none is claimed.
        "secret-malformed" => {
            let bench = applied_verified_and_undone(scene, 0).await;
            let state = bench.practice.state().await;
            let record = records(&state)[0].clone();
            assert!(record["secret_of"].is_null(), "{record:#}");
            let (_, step) = bench.liaison.json(&["step", "s", "registry-record", "show"]);
            assert_eq!(step["line"]["known_by"], "read-back", "{step:#}");
            // The way out: the record's own form, to paste the secret into.
            let links = step["links"].as_array().unwrap();
            assert!(links.iter().any(|link| link == "registry-record"), "{step:#}");
            let page = bench.liaison.run(&["step", "s", "registry-record", "show"]).expect_code(0).out;
            assert!(page.contains(&format!("sys_id={}", record["sys_id"].as_str().unwrap())), "{page}");
            nothing_is_left(&bench).await;
        }
        "wrong-role" => nobody_without_a_role_changes_anything(scene).await,
        "oauth-admin-only" => what_the_role_allows_is_done_and_the_rest_named(scene).await,
        "profile-not-created" => {
            let bench = Bench::signed_in(scene).await;
            let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
            assert_eq!(
                (code, applied["problem"]["code"].as_str()),
                (1, Some("registry-profile-missing")),
                "{applied:#}"
            );
            let profiles =
                bench.practice.writes().await.iter().filter(|write| write.contains("profile")).count();
            assert_eq!(profiles, 0, "no second one is made");
            nothing_is_left(&bench).await;
        }
        "offline" | "single-sign-on-page" | "address-filter" | "no-such-instance" => {
            let practice = Practice::serve(&["--scene", scene]).await;
            Liaison::new().create("s", &practice).expect_code(3);
            assert!(practice.writes().await.is_empty());
        }
        other => panic!("no expectation is written for the scene {other}"),
    }
}

async fn opening_a_table_wants_its_own_yes(scene: &str) {
    let bench = Bench::signed_in(scene).await;
    let (_, plan) = bench.liaison.json(&["plan", "s"]);
    let changes = plan["changes"].as_array().unwrap();
    let opens = changes.iter().find(|change| change["object"] == "servicenow.table-access").unwrap();
    assert_eq!(opens["asks"], "table-access", "{opens:#}");
    assert_eq!(
        (&opens["before"]["read_access"], &opens["after"]["read_access"]),
        (&"false".into(), &"true".into())
    );
    for accepted in [&[][..], &["--accept", "overwrite-secret"]] {
        let (code, refused) = bench.liaison.json(&[&["apply", "s", "--yes"], accepted].concat());
        let problem = &refused["problem"];
        assert_eq!((code, problem["code"].as_str()), (3, Some("acceptance-missing")), "{refused:#}");
        assert_eq!(problem["hints"][0], "asks-table-access", "{refused:#}");
    }
    assert!(bench.practice.writes().await.is_empty(), "nothing of the plan is made");
}

async fn what_cannot_be_seen_is_a_persons_word(scene: &str) {
    let bench = Bench::signed_in(scene).await;
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, applied["problem"]["code"].as_str()), (3, Some("servicenow-denied")), "{applied:#}");
    stands_once(&bench).await;
    let steps = applied["steps"].as_array().unwrap();
    for id in ["table-access", "scope-privileges"] {
        let step = steps.iter().find(|step| step["id"] == id).unwrap();
        assert_eq!(step["state"], "unseen", "{step:#}");
        bench.liaison.run(&["step", "s", id, "done"]).expect_code(0);
    }
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    nothing_is_left(&bench).await;
}

/// What the plan says of the update set, and what the instance then recorded there.
async fn the_update_set_is_named_before_and_after(scene: &str, note: &str, set: &str) {
    let bench = Bench::signed_in(scene).await;
    let codes = |run: &Value| -> Vec<(String, String)> {
        let notes = run["notes"].as_array().unwrap_or_else(|| panic!("{run:#}"));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        notes.iter().map(|note| (text(&note["code"]), text(&note["args"]["set"]))).collect()
    };
    let (_, plan) = bench.liaison.json(&["plan", "s"]);
    let said = codes(&plan);
    assert!(said.contains(&(note.to_owned(), set.to_owned())), "{said:?}");
    assert!(said.iter().any(|(code, _)| code == "note-do-not-promote"), "{said:?}");
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    assert_eq!(codes(&applied), [("note-captured".to_owned(), set.to_owned())], "{applied:#}");
    nothing_is_left(&bench).await;
}

async fn instance_writes(bench: &Bench) -> Vec<String> {
    bench.practice.writes().await.into_iter().filter(|write| write.contains("/api/now/")).collect()
}

async fn nobody_without_a_role_changes_anything(scene: &str) {
    let bench = Bench::in_scene(scene).await;
    let signed_in = ["sign-in", "s", "--seat", "servicenow-admin", "--with", "browser"];
    let said = bench.liaison.run(&signed_in).expect_code(0).err;
    assert!(said.contains("admin has none of the roles admin, oauth_admin and user_admin"), "{said}");
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, applied["problem"]["code"].as_str()), (3, Some("rights-missing")), "{applied:#}");
    assert!(instance_writes(&bench).await.is_empty());
    nothing_is_left(&bench).await;
}

async fn what_the_role_allows_is_done_and_the_rest_named(scene: &str) {
    let bench = Bench::signed_in(scene).await;
    bench.liaison.run_with(&["people", "s", "--csv", "-"], "amal.haddad,administrator\n").expect_code(0);
    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, applied["problem"]["code"].as_str()), (1, Some("rights-missing")), "{applied:#}");
    stands_once(&bench).await;
    let (_, plan) = bench.liaison.json(&["plan", "s", "--step", "administrator-role"]);
    assert_eq!(plan["problem"]["code"], "rights-missing", "{plan:#}");
    assert_eq!(plan["problem"]["args"]["roles"], "admin, user_admin", "{plan:#}");
    let granted = instance_writes(&bench).await;
    assert!(!granted.iter().any(|write| write.contains("has_role")), "before anything is tried: {granted:?}");
    nothing_is_left(&bench).await;
}

#[tokio::test]
async fn the_update_set_that_somebody_picked_is_named() {
    the_update_set_is_named_before_and_after("ready", "note-update-set", "Support integration").await;
}

/// Practice's time is moved on while Liaison waits in its own.
async fn late_replication_is_waited_for(scene: &str) {
    let bench = Bench::signed_in(scene).await;
    let mut child = bench.liaison.start(&["apply", "s", "--yes", "--json"]);
    let mut polls = 0;
    while child.try_wait().unwrap().is_none() {
        tokio::time::sleep(Duration::from_millis(1500)).await;
        bench.practice.advance(10).await;
        polls += 1;
        assert!(polls < 100, "apply never ends");
    }
    assert!(child.wait().unwrap().success());
    stands_once(&bench).await;
    bench.liaison.run(&["verify", "s"]).expect_code(0);
    let mut child = bench.liaison.start(&["undo", "s", "--yes"]);
    while child.try_wait().unwrap().is_none() {
        tokio::time::sleep(Duration::from_millis(500)).await;
        bench.practice.advance(10).await;
    }
    nothing_is_left(&bench).await;
}

macro_rules! every {
    ($($test:ident => $scene:literal),* $(,)?) => {
        $(
            #[tokio::test]
            async fn $test() {
                in_scene($scene).await;
            }
        )*

        #[test]
        fn no_scene_is_left_out() {
            let tested = [$($scene),*];
            for scene in SCENES {
                assert!(tested.contains(&scene.name), "{} has no test", scene.name);
            }
        }
    };
}

every! {
    ready => "ready",
    first_visit => "first-visit",
    replication_slow => "replication-slow",
    throttled => "throttled",
    store_app_missing => "store-app-missing",
    store_app_old => "store-app-1.0.11",
    table_closed => "table-closed",
    hibernating => "hibernating",
    app_exists => "app-exists",
    no_right_to_register => "no-right-to-register",
    consent_denied_by_policy => "consent-denied-by-policy",
    secrets_banned => "secrets-banned",
    short_lifetimes_only => "short-lifetimes-only",
    role_missing_then_active => "role-missing-then-active",
    role_ends_midway => "role-ends-midway",
    consent_by_another => "consent-by-another",
    claims_challenge => "claims-challenge",
    device_code_blocked => "device-code-blocked",
    workload_blocked => "workload-blocked",
    token_needs_resource => "token-needs-resource",
    sovereign_tenant => "sovereign-tenant",
    soft_deleted_twin => "soft-deleted-twin",
    stopped_by_microsoft => "stopped-by-microsoft",
    quota_reached => "quota-reached",
    name_taken => "name-taken",
    device_slow_down => "device-slow-down",
    crowd => "crowd",
    rate_limited => "rate-limited",
    basic_restricted => "basic-restricted",
    elevation_needed => "elevation-needed",
    cloned => "cloned",
    privileges_missing => "privileges-missing",
    closed_to_web_services => "closed-to-web-services",
    default_update_set => "default-update-set",
    secret_malformed => "secret-malformed",
    wrong_role => "wrong-role",
    oauth_admin_only => "oauth-admin-only",
    profile_not_created => "profile-not-created",
    offline => "offline",
    single_sign_on_page => "single-sign-on-page",
    address_filter => "address-filter",
    no_such_instance => "no-such-instance",
    new_secret_malformed => "new-secret-malformed",
}
