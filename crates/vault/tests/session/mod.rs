//! A session bus, a home and a keyring daemon that exist for one test.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use secret_service::{EncryptionType, blocking::SecretService};

/// Names the throwaway home to the inner process, which does nothing without it.
const HOME: &str = "LIAISON_TEST_KEYRING_HOME";

/// No service is started on demand, so that each test decides what runs; in particular nobody answers prompts.
const BUS: &str = r#"<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"#;

pub enum Bus {
    None,
    Own,
}

/// Runs one ignored test of this binary with a home of its own on that bus.
pub fn inside(bus: Bus, test: &str) {
    if !(found("dbus-run-session") && found("gnome-keyring-daemon")) {
        assert!(env::var_os("CI").is_none(), "dbus-run-session and gnome-keyring-daemon are needed");
        eprintln!("SKIPPED {test}: install dbus-daemon and gnome-keyring (`./dev test` does)");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let binary = env::current_exe().unwrap();
    let mut command = match bus {
        Bus::None => {
            let mut command = Command::new(binary);
            command
                .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", home.path().join("bus").display()));
            command
        }
        Bus::Own => {
            let config = home.path().join("bus.conf");
            fs::write(&config, BUS).unwrap();
            let mut command = Command::new("dbus-run-session");
            command.arg("--config-file").arg(config).arg("--").arg(binary);
            command
        }
    };
    let status = command
        .args(["--exact", test, "--include-ignored", "--nocapture"])
        .env(HOME, home.path())
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env_remove("GNOME_KEYRING_CONTROL")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .status()
        .unwrap();
    assert!(status.success(), "{test} failed");
}

fn found(program: &str) -> bool {
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|folder| folder.join(program).is_file())
}

pub fn home() -> Option<PathBuf> {
    env::var_os(HOME).map(PathBuf::from)
}

/// The throwaway home, or the end of the test when someone ran it outside: it would ask the person's own keyring.
macro_rules! expected {
    () => {
        match $crate::session::home() {
            Some(home) => home,
            None => return,
        }
    };
}
pub(crate) use expected;

/// A running daemon. Ends when dropped.
pub struct Keyring(Child);

impl Keyring {
    /// As after a start without a login: what was kept before is locked.
    pub fn start(home: &Path) -> Self {
        Self::run(home, None)
    }

    /// As after a login. The first one makes the collection.
    pub fn unlocked(home: &Path) -> Self {
        // Guards nothing but this test's home, and the same each time.
        Self::run(home, Some("made-up"))
    }

    /// That of another machine: a folder of its own instead of the session's.
    pub fn unlocked_elsewhere(home: &Path, folder: &Path) -> Self {
        let mut command = Command::new("gnome-keyring-daemon");
        command.env("XDG_DATA_HOME", folder);
        Self::run_with(command, home, Some("made-up"))
    }

    fn run(home: &Path, password: Option<&str>) -> Self {
        Self::run_with(Command::new("gnome-keyring-daemon"), home, password)
    }

    fn run_with(mut command: Command, home: &Path, password: Option<&str>) -> Self {
        command
            .args(["--foreground", "--components=secrets"])
            .arg("--control-directory")
            .arg(home.join("control"));
        command.args(password.map(|_| "--unlock"));
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(password.unwrap_or_default().as_bytes()).unwrap();
        drop(stdin);
        let keyring = Self(child);
        wait(|| service().is_some());
        keyring
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
        wait(|| service().is_none());
    }
}

/// GNOME's own window that asks for passwords, on a display where nobody sees it. Ends when dropped.
pub struct Prompter {
    asks: Child,
    display: Child,
}

impl Prompter {
    /// None where this system has no such window or display.
    pub fn start() -> Option<Self> {
        let program = ["/usr/libexec/gcr-prompter", "/usr/lib/gcr-prompter"]
            .into_iter()
            .find(|path| Path::new(path).is_file());
        let (Some(program), true) = (program, found("Xvfb")) else {
            assert!(env::var_os("CI").is_none(), "gcr-prompter and Xvfb are needed");
            eprintln!("SKIPPED: install gcr and xvfb");
            return None;
        };
        let mut display = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(display.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let asks = Command::new(program)
            .env("DISPLAY", format!(":{}", number.trim()))
            .env("GDK_BACKEND", "x11")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let prompter = Self { asks, display };
        wait(|| named("org.gnome.keyring.SystemPrompter"));
        Some(prompter)
    }
}

impl Drop for Prompter {
    fn drop(&mut self) {
        for child in [&mut self.asks, &mut self.display] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Whether somebody has that name on the session's bus.
fn named(name: &str) -> bool {
    let asked = Command::new("dbus-send")
        .args(["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
        .args(["org.freedesktop.DBus.NameHasOwner", &format!("string:{name}")])
        .output()
        .unwrap();
    String::from_utf8_lossy(&asked.stdout).contains("true")
}

/// How many entries of ours have a user that begins so.
pub fn entries(user: &str) -> usize {
    with_items(user, |items| items.len())
}

pub fn remove(user: &str) {
    with_items(user, |items| items.iter().for_each(|item| item.delete().unwrap()));
}

fn with_items<T>(user: &str, act: impl FnOnce(Vec<secret_service::blocking::Item<'_>>) -> T + Send) -> T
where
    T: Send,
{
    on_a_thread(|| {
        let service = SecretService::connect(EncryptionType::Dh).unwrap();
        let found = service.search_items([("service", "Liaison")].into()).unwrap();
        let is_meant = |item: &secret_service::blocking::Item<'_>| {
            item.get_attributes().unwrap().get("username").is_some_and(|name| name.starts_with(user))
        };
        act(found.unlocked.into_iter().chain(found.locked).filter(is_meant).collect())
    })
}

fn service() -> Option<()> {
    on_a_thread(|| SecretService::connect(EncryptionType::Plain).ok().map(drop))
}

/// The blocking calls must not run on a thread of an async runtime.
fn on_a_thread<T: Send>(act: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| scope.spawn(act).join().unwrap())
}

fn wait(until: impl Fn() -> bool) {
    let begun = Instant::now();
    while !until() {
        assert!(begun.elapsed() < Duration::from_secs(20), "the keyring daemon did not come or go");
        thread::sleep(Duration::from_millis(30));
    }
}
