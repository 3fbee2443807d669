//! What may stand where an instance is looked for: each told apart, before anything is kept.

use std::time::Duration;

use crate::harness::{Bench, Liaison, Practice};

/// The error of `setup create` in a scene, and that nothing was kept.
async fn refused_in(scene: &str) -> String {
    let practice = Practice::serve(&["--scene", scene]).await;
    let liaison = Liaison::new();
    let run = liaison.create("s", &practice).expect_code(3);
    assert_eq!(liaison.run(&["setup", "list"]).expect_code(0).out.trim(), "", "{scene}");
    run.err
}

#[tokio::test]
async fn each_thing_that_is_no_instance_is_told_apart() {
    for (scene, says, advises) in [
        ("hibernating", "hibernates", "Wake instance"),
        ("offline", "is offline", "Instance Offline page"),
        ("single-sign-on-page", "sign-in.lumen-practice.example", "own address"),
        ("address-filter", "lets nobody in from this network", "IP Address Access Control"),
        ("no-such-instance", "There is no instance", "Check the name"),
    ] {
        let said = refused_in(scene).await;
        assert!(said.contains(says) && said.contains(advises), "{scene}: {said}");
    }
}

/// The name that the admin uses is the one that everything is made with, whatever the instance calls itself.
#[tokio::test]
async fn a_custom_address_is_kept_and_used() {
    let practice = Practice::serve(&[]).await;
    let liaison = Liaison::new();
    let custom = practice.text("instance").replace("127.0.0.1", "LOCALHOST");
    let page = format!("{custom}/now/nav/ui/classic/params/target/home.do");
    liaison
        .create_with("m365-support", "s", &practice, practice.text("tenant"), &page, &practice.answers())
        .expect_code(0);
    liaison.sign_in_both("s");
    let (code, applied) = liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    let state = practice.state().await;
    let redirect = format!("{}/oauth_redirect.do", custom.to_lowercase().replace("http:", "https:"));
    let records = state["tables"]["oauth_entity"].as_array().unwrap();
    assert!(records.iter().any(|row| row["redirect_url"] == redirect.as_str()), "{records:#?}");
    assert_eq!(state["applications"][0]["web"]["redirectUris"][0], redirect.as_str());
    assert_eq!(liaison.json(&["undo", "s", "--yes"]).0, 0);
    practice.nothing_was_unknown().await;
}

/// Rules count by the hour: the wait is told, can be ended, and the next run goes on after it.
#[tokio::test]
async fn a_rate_limit_is_waited_out_visibly_and_what_was_made_is_kept() {
    let bench = Bench::signed_in("rate-limited").await;
    let list: String = (1..=160).map(|n| format!("user.{n:05},administrator\n")).collect();
    bench.liaison.run_with(&["people", "s", "--csv", "-"], &list).expect_code(0);
    bench.liaison.json(&["check", "s", "--step", "store-app"]);
    let apply = ["apply", "s", "--step", "administrator-role", "--yes", "--json"];
    let child = bench.liaison.start(&apply);
    let refused = || async {
        bench.practice.requests().await.iter().filter(|request| request["status"] == 429).count()
    };
    while refused().await == 0 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    // As Ctrl+C does.
    let interrupted = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(interrupted.unwrap().success());
    let ended = child.wait_with_output().unwrap();
    let (out, err) = (String::from_utf8(ended.stdout).unwrap(), String::from_utf8(ended.stderr).unwrap());
    assert!(err.contains("takes no more requests for now (3"), "{err}");
    let stopped: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((ended.status.code(), &stopped["outcome"]), (Some(3), &"paused".into()), "{stopped:#}");

    bench.practice.advance(3600).await;
    let (code, applied) = bench.liaison.json(&apply[..5]);
    assert_eq!(code, 0, "{applied:#}");
    let writes = bench.practice.requests().await;
    let granted = writes.iter().filter(|request| request["method"] == "POST" && request["status"] == 201);
    assert_eq!(granted.count(), 160, "each once");
}

#[tokio::test]
async fn an_instance_labelled_production_is_changed_only_by_name() {
    let bench = Bench::signed_in("ready").await;
    bench.liaison.run(&["set", "s", "environment=production"]).expect_code(0);
    let name = bench.practice.text("instance").rsplit_once('/').unwrap().1.to_owned();
    for wrong in [&["apply", "s", "--yes"][..], &["apply", "s", "--yes", "--instance", "elsewhere"]] {
        let (code, refused) = bench.liaison.json(wrong);
        let problem = &refused["problem"];
        assert_eq!((code, problem["code"].as_str()), (3, Some("production-name-needed")), "{refused:#}");
        assert_eq!(problem["args"]["instance"], name.as_str());
    }
    // Looking needs no name.
    assert_eq!(bench.liaison.json(&["plan", "s"]).0, 1);
    assert!(bench.practice.writes().await.is_empty());

    let (code, applied) = bench.liaison.json(&["apply", "s", "--yes", "--instance", &name]);
    assert_eq!(code, 0, "{applied:#}");
    let unnamed = |arguments: &[&str]| {
        let (code, refused) = bench.liaison.json(arguments);
        assert_eq!(
            (code, refused["problem"]["code"].as_str()),
            (3, Some("production-name-needed")),
            "{refused:#}"
        );
    };
    let writes = bench.practice.writes().await.len();
    unnamed(&["renew", "s", "--yes"]);
    assert_eq!(bench.practice.writes().await.len(), writes, "no new secret either");
    assert_eq!(bench.liaison.json(&["renew", "s", "--yes", "--instance", &name]).0, 0);
    unnamed(&["renew", "s", "--used", "sign-in-log"]);
    unnamed(&["renew", "s", "--put-back"]);
    assert_eq!(bench.liaison.json(&["renew", "s", "--put-back", "--instance", &name]).0, 0);
    unnamed(&["undo", "s", "--yes"]);
    assert_eq!(bench.liaison.json(&["undo", "s", "--yes", "--instance", &name]).0, 0);
}

#[tokio::test]
async fn the_addresses_are_compared_with_dns_and_handed_on() {
    let bench = Bench::in_scene("ready").await;
    let network = |format: &str| bench.liaison.run(&["network", "s", "--format", format]).expect_code(0).out;
    let sheet = network("csv");
    assert!(sheet.starts_with("\"Practice: ") && sheet.contains("remove them"), "{sheet}");
    // Practice's DNS has one address, which the document has not.
    assert!(sheet.contains("52.149.152.32,yes,no") && sheet.contains("192.0.2.10,no,yes"), "{sheet}");
    assert!(network("plain").starts_with("# Practice: ") && network("comment").starts_with("Practice: "));
    let (_, setup) = bench.liaison.json(&["setup", "show", "s"]);
    let steps = setup["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["id"] == "network").unwrap();
    assert_eq!(step["state"], "open", "looking is not doing");
}

#[tokio::test]
async fn what_is_left_is_listed_on_both_sides_and_nothing_is_removed() {
    let bench = Bench::signed_in("ready").await;
    bench.liaison.run_with(&["people", "s", "--csv", "-"], "amal.haddad,administrator\n").expect_code(0);
    assert_eq!(bench.liaison.json(&["apply", "s", "--yes"]).0, 0);
    let writes = bench.practice.writes().await.len();
    let (code, left) = bench.liaison.json(&["left", "s"]);
    assert_eq!(code, 0, "{left:#}");
    let found = |what: &str| -> Vec<serde_json::Value> {
        left["items"].as_array().unwrap().iter().filter(|item| item["what"] == what).cloned().collect()
    };
    for what in
        ["application", "application-secret", "store-app", "registry-entry", "role-grant", "sign-in-client"]
    {
        assert_eq!(found(what).len(), 1, "{what}: {left:#}");
        assert!(found(what)[0]["address"].as_str().unwrap().contains("://127.0.0.1:"), "{left:#}");
    }
    assert_eq!(found("scope-privilege").len(), 2, "{left:#}");
    // An end date; and that undo would take it back.
    assert_eq!(found("application-secret")[0]["about"].as_str().unwrap().len(), "2026-01-01".len());
    assert_eq!(
        (&found("registry-entry")[0]["ours"], &found("store-app")[0]["ours"]),
        (&true.into(), &false.into())
    );
    let said = bench.liaison.run(&["left", "s"]).expect_code(0).out;
    assert!(said.contains("Application Registry") && said.contains("By hand"), "{said}");
    assert_eq!(bench.practice.writes().await.len(), writes);
    bench.practice.nothing_was_unknown().await;
}

#[tokio::test]
async fn what_is_left_is_told_as_far_as_somebody_is_signed_in() {
    let bench = Bench::in_scene("app-exists").await;
    let (code, left) = bench.liaison.json(&["left", "s"]);
    assert_eq!(code, 3, "{left:#}");
    assert_eq!(left["unseen"][0]["what"], "seat-servicenow-admin", "{left:#}");
    assert_eq!(left["unseen"][0]["why"]["code"], "sign-in-needed");
}
