//! Opens addresses in the person's browser: only what a setup may lead to, and never through a shell.

use std::process::{Command, Stdio};

use setup::{Problem, problem::Result};
use url::Url;

/// How addresses are opened.
#[derive(Clone, Debug)]
pub enum Browser {
    /// The system's default.
    System,
    /// A program and its first arguments; the address comes last.
    Command(Vec<String>),
}

impl Browser {
    /// `LIAISON_BROWSER`, split on white space and run without a shell, or the system's.
    pub fn from_environment() -> Self {
        let words: Vec<String> = std::env::var("LIAISON_BROWSER")
            .map(|command| command.split_whitespace().map(str::to_owned).collect())
            .unwrap_or_default();
        if words.is_empty() { Self::System } else { Self::Command(words) }
    }

    /// Opens `address`, whose host must be one of `hosts` (`host[:port]`).
    ///
    /// # Errors
    /// `address-not-opened` for another scheme or host; `browser-missing` when nothing could be started.
    pub fn open(&self, address: &str, hosts: &[&str]) -> Result<()> {
        let url = allowed(address, hosts)?;
        let missing = || Problem::new("browser-missing").hint("hint-copy-link");
        match self {
            Self::System => open::that_detached(url.as_str()).map_err(|_| missing()),
            Self::Command(words) => {
                let (program, first) = words.split_first().ok_or_else(missing)?;
                let mut child = Command::new(program)
                    .args(first)
                    .arg(url.as_str())
                    .stdin(Stdio::null())
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .spawn()
                    .map_err(|_| missing())?;
                // Someone has to collect the exit status, or the process stays a zombie.
                std::thread::spawn(move || child.wait());
                Ok(())
            }
        }
    }
}

fn allowed(address: &str, hosts: &[&str]) -> Result<Url> {
    let refused = || Problem::new("address-not-opened");
    let url = Url::parse(address).map_err(|_| refused())?;
    let host = url.host_str().ok_or_else(refused)?;
    let loopback = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
    let scheme = url.scheme() == "https" || (url.scheme() == "http" && loopback);
    let authority = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    let known = hosts.iter().any(|known| known.eq_ignore_ascii_case(&authority));
    if scheme && known && url.username().is_empty() && url.password().is_none() {
        Ok(url)
    } else {
        Err(refused())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_hosts_over_https_are_opened() {
        let hosts = ["dev1.example", "127.0.0.1:8080"];
        assert!(allowed("https://dev1.example/nav_to.do?x=1", &hosts).is_ok());
        assert!(allowed("http://127.0.0.1:8080/", &hosts).is_ok());
        for refused in [
            "http://dev1.example/",
            "https://evil.example/",
            "https://dev1.example.evil.example/",
            "https://dev1.example@evil.example/",
            "https://user@dev1.example/",
            "https://dev1.example:8443/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ms-settings://dev1.example",
        ] {
            assert!(allowed(refused, &hosts).is_err(), "{refused}");
        }
    }
}
