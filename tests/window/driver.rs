//! One WebKitWebDriver process and its one session.

use std::{
    ffi::OsString,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

/// The driver, and what it started: gone when dropped.
pub struct Driver {
    process: Child,
    address: SocketAddr,
}

impl Driver {
    /// Starts a driver whose program will get `environment`.
    pub fn start(environment: Vec<(&'static str, OsString)>) -> Self {
        let address = free_address();
        let process = Command::new("WebKitWebDriver")
            .args([format!("--host={}", address.ip()), format!("--port={}", address.port())])
            // Without it, wry lets nobody drive the page and making a session hangs.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment)
            .stdout(Stdio::null())
            // A group of its own, so that the program it starts goes with it.
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver (Debian: webkit2gtk-driver) is installed; ./dev test does that");
        Self { process, address }
    }

    /// Starts `program` under this driver.
    pub async fn open(&self, program: &Path, arguments: &[String]) -> Client {
        assert!(program.exists(), "{} is not built; ./dev test does that", program.display());
        let mut capabilities = serde_json::Map::new();
        capabilities
            .insert("webkitgtk:browserOptions".into(), json!({ "binary": program, "args": arguments }));
        let start = Instant::now();
        loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder
                .capabilities(capabilities.clone())
                .connect(&format!("http://{}", self.address))
                .await
            {
                Ok(client) => return client,
                // The driver needs a moment before it listens.
                Err(error) if start.elapsed() > Duration::from_secs(20) => {
                    panic!("no WebDriver session: {error}")
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }
}

impl Driver {
    /// Returns once the program called `name` has ended. While it says goodbye, a new start of it would still be taken for a second one.
    pub async fn ended(&self, name: &str) {
        let start = Instant::now();
        while self.runs(name) {
            assert!(start.elapsed() < Duration::from_secs(20), "{name} does not end");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Whether a program of that name is in the driver's process group: proc(5), fields 2 and 5 of `stat`.
    fn runs(&self, name: &str) -> bool {
        let stats = std::fs::read_dir("/proc")
            .expect("proc is mounted")
            .flatten()
            .filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok());
        let group = self.process.id().to_string();
        stats.into_iter().any(|stat| {
            let Some((named, rest)) = stat.rsplit_once(')') else { return false };
            named.ends_with(&format!("({name}")) && rest.split(' ').nth(3) == Some(&group)
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The group, by its id: a test that failed leaves no window behind.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// Bound and released: nothing else on this machine's loopback is likely to take it in between.
fn free_address() -> SocketAddr {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
}
