//! A colleague at another computer: a data folder, a session bus and an unlocked keyring that share nothing with this one's.

use std::{
    ffi::OsString,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{browser::Browser, home::Home, liaison::Liaison, target};

pub struct Colleague {
    home: Home,
    address: String,
    keyring: Child,
    bus: Child,
}

impl Colleague {
    /// At a computer whose practice is the one that `liaison` hosts, with a setup on it.
    pub async fn beside(here: &Home, setup: &str) -> Self {
        let home = Home::new();
        let (mut bus, address) = bus(home.path());
        let keyring = keyring(home.path(), &address);
        let connection = zbus::connection::Builder::address(address.as_str()).unwrap().build().await.unwrap();
        let names = zbus::fdo::DBusProxy::new(&connection).await.unwrap();
        let start = Instant::now();
        while !names.name_has_owner("org.freedesktop.secrets".try_into().unwrap()).await.unwrap() {
            assert!(start.elapsed() < Duration::from_secs(10), "the keyring does not start");
            assert!(bus.try_wait().unwrap().is_none(), "the bus ended");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let colleague = Self { home, address, keyring, bus };
        let head = head(here);
        std::fs::write(colleague.cloud(), head["cloud"].to_string()).unwrap();
        let cloud = colleague.cloud();
        let (tenant, instance) = (text(&head["tenant_domain"]), text(&head["instance"]));
        let mut create =
            vec!["setup", "create", setup, "--guide", "m365-support", "--cloud", cloud.to_str().unwrap()];
        create.extend(["--tenant", tenant, "--instance", instance]);
        colleague.run(&create);
        colleague
    }

    pub fn path(&self) -> &Path {
        self.home.path()
    }

    pub fn cloud(&self) -> PathBuf {
        self.path().join("cloud.json")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(target::programs().join("liaison"));
        command.args(arguments).envs(self.home.environment()).stdin(Stdio::null());
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address).env("LC_ALL", "C.UTF-8");
        command
    }

    /// `liaison` there, which has to succeed.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let ended = self.command(arguments).output().unwrap();
        assert!(ended.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ended.stderr));
        ended
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let ended = self.run(&[arguments, &["--json"]].concat());
        serde_json::from_slice(&ended.stdout).unwrap()
    }

    /// Signs the Microsoft admin in, in a browser of that computer, as the first who does so.
    pub async fn sign_in(&self, setup: &str) {
        self.signed_in(setup, true).await;
    }

    /// The same where the tenant has consented already.
    pub async fn sign_in_with_consent_given(&self, setup: &str) {
        self.signed_in(setup, false).await;
    }

    async fn signed_in(&self, setup: &str, is_asked: bool) {
        let mut waiting = self
            .command(&["sign-in", setup, "--seat", "entra-admin", "--with", "browser"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let browser = Browser::start().await;
        browser.follow(&self.home).await;
        browser.page.click_containing("ada.admin@").await;
        if is_asked {
            browser.page.click_text("Accept").await;
        }
        let start = Instant::now();
        while waiting.try_wait().unwrap().is_none() {
            assert!(start.elapsed() < Duration::from_secs(20), "the sign-in does not end");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        browser.page.close().await;
    }

    /// The code of a request for a seat of the setups that both have.
    pub fn ask(&self, here: &Home, seat: &str) -> String {
        let head = head(here);
        let (tenant, instance) = (text(&head["tenant_domain"]), text(&head["instance"]));
        let asked =
            self.json(&["handover", "ask", "--tenant", tenant, "--instance", instance, "--seat", seat]);
        text(&asked["code"]).to_owned()
    }

    /// Takes a file in, its check phrase compared.
    pub fn take(&self, file: &str, check_phrase: &str) {
        let cloud = self.cloud();
        self.run(&[
            "handover",
            "take",
            file,
            "--check-phrase",
            check_phrase,
            "--cloud",
            cloud.to_str().unwrap(),
        ]);
    }

    /// Makes a file for a request, and tells it and its check phrase.
    pub fn give(&self, setup: &str, code: &str, name: &str) -> (PathBuf, String) {
        let file = self.path().join(name);
        let given = self.json(&["handover", "give", setup, "--code", code, "--out", file.to_str().unwrap()]);
        (file, text(&given["check_phrase"]).to_owned())
    }
}

impl Drop for Colleague {
    fn drop(&mut self) {
        for process in [&mut self.keyring, &mut self.bus] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

fn bus(folder: &Path) -> (Child, String) {
    let mut bus = Command::new("dbus-daemon")
        .args(["--session", "--nofork", "--print-address=1"])
        .arg(format!("--address=unix:dir={}", folder.display()))
        .envs(places(folder))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("dbus-daemon (Debian: dbus) is installed");
    let mut address = String::new();
    BufReader::new(bus.stdout.take().unwrap()).read_line(&mut address).unwrap();
    (bus, address.trim().to_owned())
}

fn keyring(folder: &Path, address: &str) -> Child {
    let mut keyring = Command::new("gnome-keyring-daemon")
        .args(["--foreground", "--unlock", "--components=secrets"])
        .envs(places(folder))
        .env("DBUS_SESSION_BUS_ADDRESS", address)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("gnome-keyring-daemon (Debian: gnome-keyring) is installed");
    // Its password, ended by the end of the input.
    keyring.stdin.take().unwrap().write_all(b"throwaway").unwrap();
    keyring
}

fn places(folder: &Path) -> Vec<(&'static str, OsString)> {
    ["HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"]
        .into_iter()
        .map(|name| (name, folder.as_os_str().to_owned()))
        .collect()
}

/// How the window's own setup begins: practice's addresses are in it.
pub fn head(here: &Home) -> Value {
    let store = rusqlite::Connection::open(store(here)).unwrap();
    let event: String =
        store.query_row("SELECT event FROM entry WHERE n = 1 LIMIT 1", [], |row| row.get(0)).unwrap();
    serde_json::from_str::<Value>(&event).unwrap()["head"].take()
}

/// The practice setups of this computer.
pub fn store(here: &Home) -> PathBuf {
    here.path().join("data/practice/setups.db")
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value:#}"))
}

/// A window with practice and one setup of its own, and a colleague who began another one on the same services.
pub async fn two(here: &Home) -> (Liaison, Colleague) {
    let liaison = Liaison::practice(here, &[]).await;
    crate::registration::begin(&liaison, "Own").await;
    let colleague = Colleague::beside(here, "Shared").await;
    (liaison, colleague)
}
