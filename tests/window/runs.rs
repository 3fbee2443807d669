//! A run as somebody sees it who watches: what it does, what it waits for, who else is at work, how it fails, and how it is left.
//!
//! Practice is a process of its own here, so that requests can be held, delayed and refused.

use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::{
    home::Home,
    liaison::Liaison,
    served::{Hold, Practice},
    target,
};

/// A signed-in setup `s` on practice services, and the window at it.
struct Bench {
    practice: Practice,
    home: Home,
    liaison: Liaison,
}

impl Bench {
    async fn new(arguments: &[&str]) -> Self {
        let practice = Practice::serve(&[&["--scene", "ready"], arguments].concat()).await;
        let home = Home::new();
        let cloud = home.path().join("cloud.json");
        std::fs::write(&cloud, practice.announced["cloud"].to_string()).unwrap();
        let (cloud, answers) = (cloud.to_str().unwrap(), practice.answers());
        let (tenant, instance) = (practice.text("tenant"), practice.text("instance"));
        let mut create = vec!["setup", "create", "s", "--guide", "m365-support"];
        create.extend(["--tenant", tenant, "--instance", instance, "--cloud", cloud]);
        answers.iter().for_each(|answer| create.extend(["--set", answer]));
        run(&home, &create);
        for seat in ["entra-admin", "servicenow-admin"] {
            run(&home, &["sign-in", "s", "--seat", seat, "--with", "browser"]);
        }
        let liaison = Liaison::at(&home, "s").await;
        liaison.page.find("signed-in-entra-admin").await;
        Self { practice, home, liaison }
    }

    /// Shows the plan of everything and applies it.
    async fn apply(&self) {
        let page = &self.liaison.page;
        page.click("plan").await;
        page.find("planned").await;
        page.click("apply").await;
    }

    async fn catch(&self, hold: Hold) {
        self.practice.catch("graph", "POST", "/v1.0/applications", hold).await;
    }

    /// Ctrl+Q.
    async fn quit(&self) {
        self.liaison.page.with_control('q').await;
    }
}

/// The command line with the window's data, on the same desktop. Its browser follows every redirect.
fn start(home: &Home, arguments: &[&str]) -> Child {
    Command::new(target::programs().join("liaison"))
        .args(arguments)
        .envs(home.environment())
        .env("LIAISON_BROWSER", "curl -sL -o /dev/null")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

fn run(home: &Home, arguments: &[&str]) {
    assert!(start(home, arguments).wait().unwrap().success(), "{arguments:?}");
}

fn applications(state: &Value) -> usize {
    state["applications"].as_array().unwrap().len()
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn progress_is_live_and_says_why_it_waits() {
    let bench = Bench::new(&[]).await;
    let page = &bench.liaison.page;
    bench.practice.lay(json!([{"service": "graph", "method": "GET", "do": "delay:400"}])).await;
    page.click("plan").await;
    // What answers late is said, and the page stays what it was.
    page.wait_text("progress", "Looking at: ").await;
    page.wait_text("request", "GET 127.0.0.1").await;
    page.find("step-application").await;
    page.screenshot("run-slow").await;
    page.find("planned").await;
    bench.practice.clear().await;

    // The first request is refused for being one too many, with a moment to wait; the next is held.
    bench.practice.lay(json!([
        {"service": "graph", "method": "POST", "path": "/v1.0/applications", "nth": 1, "do": "status:429"},
        {"service": "graph", "method": "POST", "path": "/v1.0/applications", "nth": 2, "do": "hold-before"},
    ])).await;
    page.click("apply").await;
    page.wait_text("progress", "takes no more requests for now: 127.0.0.1").await;
    page.wait_text("request", "POST 127.0.0.1").await;
    page.wait_text("progress", "Changing: ").await;
    page.screenshot("run-waiting").await;
    bench.practice.caught().await;
    bench.practice.clear().await;
    page.wait_text("result", "changes were made").await;
    page.wait_gone("progress").await;
    bench.liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn another_program_at_work_is_named_until_it_is_done() {
    let bench = Bench::new(&[]).await;
    let page = &bench.liaison.page;
    bench.catch(Hold::Before).await;
    let mut other = start(&bench.home, &["apply", "s", "--step", "application", "--yes"]);
    bench.practice.caught().await;
    page.click("home").await;
    page.click("setup-s").await;
    page.wait_text("held-by", "is working on this setup").await;
    page.screenshot("held-by").await;
    bench.practice.clear().await;
    assert!(other.wait().unwrap().success());
    page.wait_gone("held-by").await;
    page.wait_text("state-application", "Done").await;
    bench.liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn only_the_approved_plan_is_applied() {
    let bench = Bench::new(&[]).await;
    let page = &bench.liaison.page;
    page.click("approval-open").await;
    page.click("approval-required").await;
    page.fill("approval-number", "CHG0042").await;
    page.click("approval-save").await;
    page.find("plan").await;
    bench.apply().await;
    page.find("problem").await;
    page.screenshot("approval-missing").await;
    assert!(bench.practice.writes().await.is_empty(), "nothing of a plan that nobody approved");

    page.click("plan").await;
    page.click("plan-keep").await;
    let fingerprint = page.text("fingerprint").await;
    page.fill("approval-fingerprint", &fingerprint).await;
    page.click("approval-save").await;
    bench.apply().await;
    page.wait_text("result", "changes were made").await;
    bench.liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_failed_run_says_what_happened_what_was_changed_and_what_to_copy() {
    let bench = Bench::new(&[]).await;
    let page = &bench.liaison.page;
    let refused = json!([{"service": "graph", "method": "POST", "path": "/v1.0/servicePrincipals", "do": "graph:400:Request_BadRequest"}]);
    bench.practice.lay(refused).await;
    bench.apply().await;
    page.find("result").await;
    page.wait_text("problem", "Request_BadRequest").await;
    page.wait_text("problem", "This request changed nothing").await;
    page.wait_text("result", "were made, and are kept").await;
    page.wait_text("result", "Changed until then").await;
    page.screenshot("run-failed").await;
    let details = page.inner_text("problem-details").await;
    for part in ["400", "Request_BadRequest"] {
        assert!(details.contains(part), "{details}");
    }
    // A request's id, by which Microsoft finds it.
    assert!(details.split(" · ").any(|part| part.len() == 36 && part.matches('-').count() == 4), "{details}");
    // What was changed before it stays said, and can be gone on with.
    page.wait_text("state-application", "Done").await;
    bench.practice.clear().await;
    bench.apply().await;
    page.wait_text("result", "One change was made and read back").await;
    bench.liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_run_goes_on_without_a_window() {
    let bench = Bench::new(&[]).await;
    let page = &bench.liaison.page;
    bench.catch(Hold::Before).await;
    bench.apply().await;
    bench.practice.caught().await;
    bench.quit().await;
    page.find("leave").await;
    page.screenshot("leave").await;
    page.click("leave-stay").await;
    page.wait_gone("leave").await;
    page.find("progress").await;
    bench.quit().await;
    page.click_and_leave("leave-go-on").await;
    bench.practice.clear().await;
    bench.liaison.ended().await;
    let state = bench.practice.state().await;
    assert_eq!((applications(&state), state["servicePrincipals"].as_array().map(Vec::len)), (1, Some(1)));
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_run_that_is_stopped_by_closing_ends_at_a_safe_point() {
    let bench = Bench::new(&[]).await;
    let page = &bench.liaison.page;
    bench.catch(Hold::After).await;
    bench.apply().await;
    bench.practice.caught().await;
    bench.quit().await;
    page.click_and_leave("leave-stop").await;
    bench.practice.clear().await;
    bench.liaison.ended().await;
    // The write that was sent is whole, and known as ours; no other one followed it.
    assert_eq!(bench.practice.writes().await, ["POST /v1.0/applications"]);
    run(&bench.home, &["undo", "s", "--yes"]);
    assert_eq!(applications(&bench.practice.state().await), 0);
}
