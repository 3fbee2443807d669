//! A session bus and a GNOME Keyring of a test's own, for programs that are started with its environment.

#![allow(clippy::expect_used)]

use std::{
    ffi::OsString,
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// No service is started on demand: each test says what runs, and nobody answers a prompt.
const BUS: &str = r#"<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"#;

/// Ends, with whatever runs on it, when dropped.
pub struct Desktop {
    folder: PathBuf,
    bus: Child,
    address: String,
    keyring: Option<Child>,
}

impl Desktop {
    /// Without a keyring. `folder` is thrown away by the caller.
    pub fn bare(folder: &Path) -> Self {
        let config = folder.join("bus.conf");
        fs::write(&config, BUS).expect("the folder can be written");
        let mut bus = Command::new("dbus-daemon")
            .arg("--nofork")
            .arg("--print-address")
            .arg(format!("--config-file={}", config.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed: ./dev setup");
        let mut address = String::new();
        BufReader::new(bus.stdout.take().expect("it is piped"))
            .read_line(&mut address)
            .expect("the bus says where it is");
        Self { folder: folder.to_owned(), bus, address: address.trim().to_owned(), keyring: None }
    }

    /// What a program needs to be on this desktop.
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        vec![
            ("DBUS_SESSION_BUS_ADDRESS", self.address.clone().into()),
            ("XDG_RUNTIME_DIR", self.folder.clone().into()),
        ]
    }

    /// As after a start without a login: what is kept in the keyring of that name is locked.
    pub fn lock(&mut self, keyring: &str) {
        self.run(keyring, None);
    }

    /// As after a login, with the keyring of that name, made where there is none.
    pub fn unlock(&mut self, keyring: &str) {
        // Guards nothing but this test's folder, and the same each time.
        self.run(keyring, Some("made-up"));
    }

    fn run(&mut self, keyring: &str, password: Option<&str>) {
        self.end_keyring();
        let data = self.folder.join(keyring);
        fs::create_dir_all(&data).expect("the folder can be written");
        let mut command = Command::new("gnome-keyring-daemon");
        command
            .args(["--foreground", "--components=secrets", "--control-directory"])
            .arg(data.join("control"))
            .args(password.map(|_| "--unlock"))
            .envs(self.environment())
            .env("HOME", &data)
            .env("XDG_DATA_HOME", &data)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("GNOME_KEYRING_CONTROL");
        let daemon = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut daemon = daemon.expect("gnome-keyring is installed: ./dev setup");
        let mut stdin = daemon.stdin.take().expect("it is piped");
        stdin.write_all(password.unwrap_or_default().as_bytes()).expect("the daemon reads");
        drop(stdin);
        self.keyring = Some(daemon);
        self.wait(true);
    }

    fn end_keyring(&mut self) {
        if let Some(mut daemon) = self.keyring.take() {
            let _ = daemon.kill();
            let _ = daemon.wait();
            self.wait(false);
        }
    }

    fn wait(&self, there: bool) {
        let begun = Instant::now();
        while self.has_keyring() != there {
            assert!(begun.elapsed() < Duration::from_secs(20), "the keyring daemon did not come or go");
            thread::sleep(Duration::from_millis(30));
        }
    }

    fn has_keyring(&self) -> bool {
        let asked = Command::new("dbus-send")
            .arg(format!("--bus={}", self.address))
            .args(["--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
            .args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"])
            .output()
            .expect("dbus-send comes with the bus");
        String::from_utf8_lossy(&asked.stdout).contains("true")
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.keyring.iter_mut().chain([&mut self.bus]) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
