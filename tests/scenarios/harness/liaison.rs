use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

use super::{Practice, program};

/// The command line with a home and an identity of its own.
pub struct Liaison {
    folder: TempDir,
    /// A folder with one more guide.
    guide: Option<PathBuf>,
}

/// How a command ended.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Liaison {
    pub fn new() -> Self {
        let liaison = Self { folder: tempfile::tempdir().unwrap(), guide: None };
        let identity = liaison.identity();
        let made = Command::new(program("liaison")).args(["identity", "new"]).arg(identity).output().unwrap();
        assert!(made.status.success(), "{made:?}");
        liaison
    }

    pub fn with_guide(folder: &Path) -> Self {
        Self { guide: Some(folder.to_owned()), ..Self::new() }
    }

    /// With the addresses that another one has for the cloud.
    pub fn with_cloud_of(self, other: &Self) -> Self {
        std::fs::copy(other.folder().join("cloud.json"), self.folder().join("cloud.json")).unwrap();
        self
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn identity(&self) -> PathBuf {
        self.folder.path().join("identity")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program("liaison"));
        command
            .args(arguments)
            .env("LIAISON_HOME", self.folder.path().join("home"))
            .env("LIAISON_IDENTITY", self.identity())
            .env("LIAISON_BROWSER", "curl -sL -o /dev/null")
            .env_remove("RUST_LOG")
            // Tests read English unless they ask for something else.
            .env("LC_ALL", "C.UTF-8")
            .env_remove("LANGUAGE")
            .envs(self.guide.iter().map(|folder| ("LIAISON_GUIDES", folder)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }

    /// With a line on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Run::of(child.wait_with_output().unwrap())
    }

    /// Starts and does not wait.
    pub fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().unwrap()
    }

    pub fn create(&self, name: &str, practice: &Practice) -> Run {
        self.create_of("m365-support", name, practice)
    }

    pub fn create_of(&self, guide: &str, name: &str, practice: &Practice) -> Run {
        self.create_with(
            guide,
            name,
            practice,
            practice.text("tenant"),
            practice.text("instance"),
            &practice.answers(),
        )
    }

    pub fn create_with(
        &self,
        guide: &str,
        name: &str,
        practice: &Practice,
        tenant: &str,
        instance: &str,
        answers: &[String],
    ) -> Run {
        let cloud = self.cloud(practice);
        let mut arguments = vec!["setup", "create", name, "--guide", guide];
        arguments.extend(["--tenant", tenant, "--instance", instance, "--cloud", &cloud]);
        answers.iter().for_each(|answer| arguments.extend(["--set", answer]));
        self.run(&arguments)
    }

    /// With an extra certificate authority.
    pub fn create_trusting(&self, ca: &str, name: &str, practice: &Practice) -> Run {
        let cloud = self.cloud(practice);
        let answers = practice.answers();
        let mut arguments = vec!["setup", "create", name, "--guide", "m365-support", "--ca", ca];
        arguments.extend(["--tenant", practice.text("tenant"), "--instance", practice.text("instance")]);
        arguments.extend(["--cloud", &cloud]);
        answers.iter().for_each(|answer| arguments.extend(["--set", answer]));
        self.run(&arguments)
    }

    /// The file with practice's addresses.
    fn cloud(&self, practice: &Practice) -> String {
        let file = self.folder.path().join("cloud.json");
        std::fs::write(&file, practice.announced["cloud"].to_string()).unwrap();
        file.to_str().unwrap().to_owned()
    }

    /// The Microsoft admin, through a browser that follows every redirect.
    pub fn sign_in(&self, name: &str) {
        self.run(&["sign-in", name, "--seat", "entra-admin", "--with", "browser"]).expect_code(0);
    }

    /// Both admins.
    pub fn sign_in_both(&self, name: &str) {
        self.sign_in(name);
        self.run(&["sign-in", name, "--seat", "servicenow-admin", "--with", "browser"]).expect_code(0);
    }

    /// A run command with `--json`.
    pub fn json(&self, arguments: &[&str]) -> (i32, Value) {
        let mut all = arguments.to_vec();
        all.push("--json");
        let run = self.run(&all);
        let document = serde_json::from_str(&run.out)
            .unwrap_or_else(|error| panic!("{error}: {arguments:?}\n{}\n{}", run.out, run.err));
        (run.code, document)
    }
}

impl Run {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    #[track_caller]
    pub fn expect_code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out:\n{}\nerr:\n{}", self.out, self.err);
        self
    }
}
