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
    let redirect = format!("{}/oauth_redirect.do", custom.to_lowercase());
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
