//! What cannot be used, and what fails underneath: each ends with a sentence and the right exit code, and nothing half-written.

use std::{
    process::{Command, Stdio},
    time::Duration,
};

use crate::harness::{Bench, Liaison, Practice, program};

fn nothing_is_kept(liaison: &Liaison) {
    assert_eq!(liaison.run(&["setup", "list", "--json"]).expect_code(0).out.trim(), "[]");
}

#[tokio::test]
async fn addresses_domains_and_names_that_cannot_be_used() {
    let practice = Practice::serve(&["--scene", "ready"]).await;
    let liaison = Liaison::new();
    let (tenant, instance) = (practice.text("tenant"), practice.text("instance"));
    let page = practice.announced["cloud"]["admin_center"].as_str().unwrap();
    for (name, tenant, instance, code, says) in [
        ("s", tenant, "http://dev1.example", 2, "https://"),
        ("s", tenant, "https://me@dev1.example", 2, "user name"),
        ("s", "contoso", instance, 2, "not a domain"),
        ("s", "nobody.example", instance, 3, "knows no tenant"),
        ("s", tenant, page, 3, "not a ServiceNow instance"),
        ("s", tenant, "http://127.0.0.1:1", 3, "refuses the connection"),
        // Half practice, half real.
        ("s", tenant, "https://dev1.example", 3, "mixes practice"),
        ("prod\u{202E}tset", tenant, instance, 2, "name"),
        ("<b>x</b>", tenant, instance, 2, "name"),
        ("a\u{200B}b", tenant, instance, 2, "name"),
    ] {
        let run = liaison.create_with("m365-support", name, &practice, tenant, instance, &[]);
        assert!(run.err.contains(says), "{name:?} {tenant} {instance}: {}", run.err);
        assert_eq!(run.code, code, "{name:?} {tenant} {instance}: {}", run.err);
        nothing_is_kept(&liaison);
    }
}

#[tokio::test]
async fn answers_that_are_none_are_refused_all_together() {
    let practice = Practice::serve(&["--scene", "first-visit"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let secretive = format!("made-up-{}", std::process::id());
    for (answers, says) in [
        (vec!["environment=production".to_owned(), "outbound-app-id=not-an-id".to_owned()], "identifier"),
        (vec!["nothing=x".to_owned()], "asks no question"),
        (vec!["client-secret.secret=".to_owned() + &secretive], "asks no question"),
        (vec!["servicenow.sign-in.port=80".to_owned()], "1024"),
        (vec!["environment".to_owned()], "KEY=VALUE"),
    ] {
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        let run = liaison.run(&[&["set", "s"], &answers[..]].concat());
        assert_eq!(run.code, 2, "{answers:?}: {}", run.err);
        assert!(run.err.contains(says) && !run.err.contains(&secretive), "{answers:?}: {}", run.err);
    }
    let (_, step) = liaison.json(&["step", "s", "wizard-environment", "show"]);
    assert_eq!(step["questions"][0]["value"], "test", "of refused answers none is taken: {step:#}");
}

#[tokio::test]
async fn the_values_that_the_instance_shows_are_held_against_the_setup() {
    let Bench { practice, liaison } = Bench::signed_in("ready").await;
    liaison.run(&["apply", "s", "--yes", "--step", "application"]).expect_code(0);
    let known =
        |answer: &str| liaison.json(&["step", "s", "verify-values", "show"]).1["known"][answer].clone();

    let refused = liaison.run(&["set", "s", "outbound-app-id=0a1b2c3d-0000-4000-8000-000000000001"]);
    let state = practice.state().await;
    let ours = state["applications"][0]["appId"].as_str().unwrap();
    assert!(refused.code == 2 && refused.err.contains(ours), "{}", refused.err);
    assert!(refused.err.contains("Choose the registry entry"), "what to do next: {}", refused.err);
    liaison.run(&["set", "s", &format!("outbound-app-id={}", ours.to_uppercase())]).expect_code(0);
    assert_eq!(known("outbound-app-id"), ours);

    // An endpoint has no published form, so another host is no mistake by itself: it wants a yes, to that very host.
    let elsewhere = "endpoint=https://api.other.example/x";
    let asked = liaison.run(&["set", "s", elsewhere]);
    assert!(asked.code == 3 && asked.err.contains("--accept api.other.example"), "{}", asked.err);
    let third = liaison.run(&["set", "s", elsewhere, "--accept", "third.example"]);
    assert_eq!((third.code, known("endpoint").is_null()), (3, true), "{}", third.err);
    liaison.run(&["set", "s", elsewhere, "--accept", "api.other.example"]).expect_code(0);
    assert_eq!(known("endpoint"), "https://api.other.example/x");
    let here = format!("{}/api/x", practice.text("instance"));
    liaison.run(&["set", "s", &format!("endpoint={here}")]).expect_code(0);
    assert_eq!(known("endpoint"), here.as_str());
}

#[tokio::test]
async fn a_setup_like_another_has_its_answers_and_nothing_else_of_it() {
    let Bench { practice, liaison } = Bench::signed_in("ready").await;
    liaison.run(&["set", "s", "environment=production"]).expect_code(0);
    let production = practice.text("instance").rsplit_once('/').unwrap().1;
    liaison.run(&["apply", "s", "--yes", "--step", "application", "--instance", production]).expect_code(0);
    let like = |name: &str| {
        let cloud = liaison.folder().join("cloud.json");
        liaison.run(&[
            "setup",
            "create",
            name,
            "--guide",
            "m365-support",
            "--like",
            "s",
            "--cloud",
            cloud.to_str().unwrap(),
            "--tenant",
            practice.text("tenant"),
            "--instance",
            practice.text("instance"),
        ])
    };
    like("S").expect_code(2);
    like("t").expect_code(0);
    let (_, step) = liaison.json(&["step", "t", "wizard-environment", "show"]);
    assert_eq!(step["questions"][0]["value"], "production");
    let (_, setup) = liaison.json(&["setup", "show", "t"]);
    assert!(setup["seats"].as_array().unwrap().iter().all(|seat| seat["account"].is_null()), "{setup:#}");
    assert_eq!(setup["owns_anything"], false);

    // What made something is not forgotten by accident.
    let refused = liaison.run(&["setup", "delete", "s"]).expect_code(3);
    assert!(refused.err.contains("Undo it first"), "{}", refused.err);
    liaison.run(&["setup", "delete", "t"]).expect_code(0);
    liaison.run(&["setup", "delete", "s", "--keep-objects"]).expect_code(0);
    assert_eq!(practice.state().await["applications"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_sign_in_that_is_stopped_leaves_nobody_signed_in() {
    let practice = Practice::serve(&["--scene", "ready"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let child = liaison
        .command(&["sign-in", "s", "--seat", "entra-admin", "--with", "browser"])
        // A browser in which nobody does anything.
        .env("LIAISON_BROWSER", "true")
        .spawn()
        .unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let ended = child.wait_with_output().unwrap();
    let err = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(3), "{err}");
    assert!(err.contains("Stopped, as you asked"), "{err}");
    let (_, setup) = liaison.json(&["setup", "show", "s"]);
    assert!(setup["seats"][0]["account"].is_null(), "{setup:#}");
}

#[tokio::test]
async fn two_programs_never_write_to_one_setup_at_once() {
    let Bench { practice, liaison } = Bench::in_scene("ready").await;
    practice.catch("graph", "POST", "/v1.0/applications", crate::harness::Hold::Before).await;
    let first = liaison.start(&["apply", "s", "--yes", "--step", "application"]);
    practice.caught().await;
    let (code, second) = liaison.json(&["apply", "s", "--yes", "--step", "application"]);
    assert_eq!((code, second["problem"]["code"].as_str()), (3, Some("setup-busy")), "{second:#}");
    // Looking is possible, and says who writes.
    let (code, shown) = liaison.json(&["setup", "show", "s"]);
    assert_eq!(code, 0);
    assert!(shown["held_by"].as_str().is_some_and(|holder| holder.contains("liaison")), "{shown:#}");
    practice.clear().await;
    assert!(first.wait_with_output().unwrap().status.success());
    assert_eq!(practice.state().await["applications"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn data_of_a_newer_liaison_is_left_as_it_is() {
    let practice = Practice::serve(&["--scene", "ready"]).await;
    let liaison = Liaison::new();
    liaison.create("s", &practice).expect_code(0);
    let store = liaison.folder().join("home/practice/setups.db");
    let connection = || rusqlite::Connection::open(&store).unwrap();
    let own: i64 = connection().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let version = |number: i64| connection().pragma_update(None, "user_version", number).unwrap();
    version(999);
    let refused = liaison.run(&["setup", "list"]).expect_code(3);
    assert!(refused.err.contains("newer Liaison"), "{}", refused.err);
    version(own);
    assert!(liaison.run(&["setup", "list"]).expect_code(0).out.contains('s'));
}

/// On a file system of its own, filled to the last byte. Needs user namespaces, which Debian and Ubuntu have.
#[tokio::test]
async fn a_full_disk_is_said_and_what_was_there_stays() {
    let practice = Practice::serve(&["--scene", "ready"]).await;
    let liaison = Liaison::new();
    std::fs::create_dir(liaison.folder().join("home")).unwrap();
    std::fs::write(liaison.folder().join("cloud.json"), practice.announced["cloud"].to_string()).unwrap();
    let script = format!(
        "set -e; mount -t tmpfs -o size=1m tmpfs \"$LIAISON_HOME\"; \
         '{liaison}' setup create s --guide m365-support --tenant {tenant} --instance {instance} --cloud cloud.json >/dev/null; \
         dd if=/dev/zero of=\"$LIAISON_HOME/full\" bs=1k >/dev/null 2>&1 || true; \
         code=0; '{liaison}' set s environment=production || code=$?; echo \"code $code\"; \
         rm \"$LIAISON_HOME/full\"; '{liaison}' step s wizard-environment show --json",
        liaison = program("liaison").display(),
        tenant = practice.text("tenant"),
        instance = practice.text("instance"),
    );
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount", "sh", "-c", &script]).current_dir(liaison.folder());
    for (name, value) in liaison.command(&[]).get_envs() {
        value.map(|value| command.env(name, value));
    }
    let ended = command.stdin(Stdio::null()).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    assert!(ended.status.success(), "{out}{err}");
    assert!(out.contains("code 3") && err.contains("The disk is full"), "{out}{err}");
    assert!(out.contains("\"value\": \"test\""), "the answer before stays: {out}");
}
