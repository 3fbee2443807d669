//! Linux: a timer of the person's own systemd.

#![cfg_attr(any(windows, target_os = "macos"), allow(dead_code, reason = "compiled for its tests"))]

use super::Job;

const NAME: &str = "liaison-expiry";

/// systemd.service(5): ends with 1 where a secret ends soon, which is no failure of the job.
fn service(job: &Job) -> String {
    let home = job
        .home
        .as_ref()
        .map(|home| format!("Environment={}\n", quoted(&format!("LIAISON_HOME={}", home.display()))));
    format!(
        "[Unit]\nDescription=Liaison: says which secrets end soon\n\n[Service]\nType=oneshot\nSuccessExitStatus=1\n{}ExecStart={} check --expiry --notify\n",
        home.unwrap_or_default(),
        quoted(&job.program.display().to_string()),
    )
}

/// systemd.timer(5): a day that was missed is made up for.
fn timer() -> String {
    format!(
        "[Unit]\nDescription=Liaison: looks once a day which secrets end soon\n\n[Timer]\nOnCalendar=daily\nPersistent=true\nRandomizedDelaySec=1h\nUnit={NAME}.service\n\n[Install]\nWantedBy=timers.target\n"
    )
}

/// systemd.syntax(7), quoting; systemd.unit(5), specifiers. A variable is not filled in where a program is named.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%"))
}

#[cfg(all(unix, not(target_os = "macos")))]
mod system {
    use std::{ffi::OsStr, path::PathBuf};

    use setup::{Problem, problem::Result};

    use super::{
        super::{Job, remove, tell, write},
        NAME, service, timer,
    };

    fn file(kind: &str) -> Result<PathBuf> {
        let dirs = directories::BaseDirs::new().ok_or_else(|| Problem::new("home-unknown"))?;
        Ok(dirs.config_dir().join("systemd/user").join(format!("{NAME}.{kind}")))
    }

    fn systemctl(arguments: &[&str]) -> Result<()> {
        let all: Vec<&OsStr> = ["--user"].iter().chain(arguments).map(OsStr::new).collect();
        tell("systemctl", &all)
    }

    pub fn is_on() -> Result<bool> {
        Ok(file("timer")?.is_file())
    }

    pub fn switch_on(job: &Job) -> Result<()> {
        write(&file("service")?, &service(job))?;
        write(&file("timer")?, &timer())?;
        systemctl(&["daemon-reload"])?;
        systemctl(&["enable", "--now", &format!("{NAME}.timer")])
    }

    pub fn switch_off() -> Result<()> {
        let disabled =
            if is_on()? { systemctl(&["disable", "--now", &format!("{NAME}.timer")]) } else { Ok(()) };
        // Without its files there is nothing that could run, whatever systemd says.
        remove(&file("timer")?)?;
        remove(&file("service")?)?;
        disabled.and_then(|()| systemctl(&["daemon-reload"]))
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
pub use system::{is_on, switch_off, switch_on};

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn no_name_of_a_folder_is_more_than_a_name() {
        let job =
            Job { program: "/home/a \"b\"/100%/$HOME/liaison".into(), home: Some("/srv/a b\\%h".into()) };
        let text = service(&job);
        assert!(
            text.contains("ExecStart=\"/home/a \\\"b\\\"/100%%/$HOME/liaison\" check --expiry --notify\n"),
            "{text}"
        );
        assert!(text.contains("Environment=\"LIAISON_HOME=/srv/a b\\\\%%h\"\n"), "{text}");
    }

    /// By systemd's own reader, where it is installed.
    #[test]
    #[cfg(target_os = "linux")]
    fn systemd_finds_nothing_wrong() {
        use std::os::unix::fs::PermissionsExt;

        if !std::path::Path::new("/usr/bin/systemd-analyze").exists() {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let odd = folder.path().join("a $b 100%");
        std::fs::create_dir(&odd).unwrap();
        let program = odd.join("liaison");
        std::fs::write(&program, "#!/bin/sh\n").unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
        let job = Job { program, home: Some(odd) };
        let units = [("service", service(&job)), ("timer", timer())].map(|(kind, text)| {
            let file = folder.path().join(format!("{NAME}.{kind}"));
            std::fs::write(&file, text).unwrap();
            file
        });
        let ended = std::process::Command::new("systemd-analyze")
            .args(["verify", "--user"])
            .args(units)
            .env("XDG_RUNTIME_DIR", folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success() && !said.contains(NAME), "{said}");
    }
}
