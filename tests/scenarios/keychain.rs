//! The command line on the real GNOME Keyring, in each state that one can be in: said in its own sentence, survived, and fine again
//! as soon as the keyring is.
#![cfg(target_os = "linux")]

use liaison_tests::desktop::Desktop;

use crate::harness::{Liaison, Practice, Run};

const SECRET: &str = "client-secret.secret";

/// One person's computer, with practice beside it.
struct Bench {
    practice: Practice,
    liaison: Liaison,
    desktop: Desktop,
}

impl Bench {
    async fn new() -> Self {
        let practice = Practice::serve(&["--scene", "ready"]).await;
        let liaison = Liaison::new();
        let desktop = Desktop::bare(liaison.folder());
        let bench = Self { practice, liaison, desktop };
        let home = bench.liaison.folder().join("cloud.json");
        std::fs::write(&home, bench.practice.announced["cloud"].to_string()).unwrap();
        bench
    }

    /// Without the identity file that other tests use.
    fn run(&self, arguments: &[&str]) -> Run {
        let mut command = self.liaison.command(arguments);
        Run::of(command.env_remove("LIAISON_IDENTITY").envs(self.desktop.environment()).output().unwrap())
    }

    fn create(&self) {
        self.liaison.create("s", &self.practice).expect_code(0);
    }

    fn sign_in(&self) -> Run {
        self.run(&["sign-in", "s", "--seat", "entra-admin", "--with", "browser"])
    }

    /// Everything made, with a client secret that is kept.
    fn applied(&self) {
        self.create();
        self.sign_in().expect_code(0);
        self.run(&["sign-in", "s", "--seat", "servicenow-admin", "--with", "browser"]).expect_code(0);
        self.run(&["apply", "s", "--yes"]).expect_code(0);
    }

    #[track_caller]
    fn refused(&self, arguments: &[&str], says: &str) {
        let refused = self.run(arguments).expect_code(3);
        assert!(refused.err.contains(says), "{}", refused.err);
    }
}

#[tokio::test]
async fn none_is_said_before_anybody_is_sent_through_a_sign_in() {
    let mut bench = Bench::new().await;
    bench.create();
    let asked = bench.practice.requests().await.len();
    bench.refused(
        &["sign-in", "s", "--seat", "entra-admin", "--with", "browser"],
        "no keychain that Liaison could use",
    );
    assert_eq!(bench.practice.requests().await.len(), asked);
    let doctor = bench.run(&["doctor"]).expect_code(1);
    assert!(doctor.out.contains("There is none that Liaison could use"), "{}", doctor.out);
    // What needs no secret goes on.
    bench.run(&["check", "s", "--expiry"]).expect_code(0);
    bench.run(&["vault", "list"]).expect_code(0);

    bench.desktop.unlock("mine");
    bench.sign_in().expect_code(0);
}

#[tokio::test]
async fn a_locked_one_is_said_and_works_once_it_is_unlocked() {
    let mut bench = Bench::new().await;
    bench.desktop.unlock("mine");
    bench.applied();
    bench.desktop.lock("mine");
    let before = bench.practice.state().await;
    for arguments in
        [&["check", "s"][..], &["apply", "s", "--yes"], &["verify", "s"], &["renew", "s", "--yes"]]
    {
        bench.refused(arguments, "The keychain is locked");
    }
    let listed = bench.run(&["vault", "list", "s"]).expect_code(0);
    assert!(listed.out.contains(SECRET), "a list asks no keychain: {}", listed.out);
    assert_eq!(bench.practice.state().await, before, "nothing was taken for lost");

    bench.desktop.unlock("mine");
    bench.run(&["verify", "s"]).expect_code(0);
}

#[tokio::test]
async fn on_another_machine_s_keyring_it_works_on_and_nothing_in_use_is_made_anew() {
    let mut bench = Bench::new().await;
    bench.desktop.unlock("mine");
    bench.applied();
    let before = bench.practice.state().await;

    // The same data folder with a keyring that never saw it: a restored backup, a profile that was copied.
    bench.desktop.unlock("another");
    bench.refused(&["vault", "copy", "s", SECRET], "not in the keychain here");
    bench.refused(&["apply", "s", "--yes"], "Sign in first");
    bench.sign_in().expect_code(0);
    bench.run(&["sign-in", "s", "--seat", "servicenow-admin", "--with", "browser"]).expect_code(0);
    bench.refused(&["vault", "copy", "s", SECRET], "sealed for another identity");
    let applied = bench.run(&["apply", "s", "--yes", "--json"]).expect_code(0);
    assert!(applied.out.contains("\"changes\": []"), "{}", applied.out);
    bench.run(&["verify", "s"]).expect_code(0);
    let after = bench.practice.state().await;
    assert_eq!(before["applications"], after["applications"], "the secret that is in use stays");
    // Made anew when somebody wants it: the plan says that there is no way back, so it is looked at first.
    bench.refused(&["renew", "s", "--yes"], "does not have the value of the old secret");
}
