//! macOS: an agent of the person's own launchd.

#![cfg_attr(not(target_os = "macos"), allow(dead_code, reason = "compiled for its tests"))]

use super::{Job, xml};

const LABEL: &str = "io.github.liaison-setup.liaison.expiry";

/// launchd.plist(5). A time that was slept through is made up for on waking.
fn agent(job: &Job) -> String {
    let arguments = [&job.program.display().to_string(), "check", "--expiry", "--notify"]
        .map(|argument| format!("    <string>{}</string>\n", xml(argument)))
        .concat();
    let home = job.home.as_ref().map(|home| {
        let home = xml(&home.display().to_string());
        format!("  <key>EnvironmentVariables</key>\n  <dict>\n    <key>LIAISON_HOME</key>\n    <string>{home}</string>\n  </dict>\n")
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>{LABEL}</string>\n  <key>ProgramArguments</key>\n  <array>\n{arguments}  </array>\n{}\
         \x20 <key>StartCalendarInterval</key>\n  <dict>\n    <key>Hour</key>\n    <integer>9</integer>\n    <key>Minute</key>\n    <integer>0</integer>\n  </dict>\n</dict>\n</plist>\n",
        home.unwrap_or_default()
    )
}

#[cfg(target_os = "macos")]
mod system {
    use std::{ffi::OsStr, os::unix::fs::MetadataExt, path::PathBuf};

    use setup::{Problem, problem::Result};

    use super::{
        super::{Job, refused, remove, tell, write},
        LABEL, agent,
    };

    fn home() -> Result<PathBuf> {
        let dirs = directories::BaseDirs::new().ok_or_else(|| Problem::new("home-unknown"))?;
        Ok(dirs.home_dir().to_owned())
    }

    fn file() -> Result<PathBuf> {
        Ok(home()?.join("Library/LaunchAgents").join(format!("{LABEL}.plist")))
    }

    /// Agents of whoever is at the screen: launchctl(1), `gui/<uid>`.
    fn domain() -> Result<String> {
        Ok(format!("gui/{}", home()?.metadata().map_err(refused)?.uid()))
    }

    pub fn is_on() -> Result<bool> {
        Ok(file()?.is_file())
    }

    pub fn switch_on(job: &Job) -> Result<()> {
        if is_on()? {
            // An agent that is known is not read anew. One whose file is all that is left cannot be ended, and need not be.
            let _ = switch_off();
        }
        write(&file()?, &agent(job))?;
        tell("/bin/launchctl", &[OsStr::new("bootstrap"), domain()?.as_ref(), file()?.as_os_str()])
    }

    pub fn switch_off() -> Result<()> {
        if !is_on()? {
            return Ok(());
        }
        let ended =
            tell("/bin/launchctl", &[OsStr::new("bootout"), format!("{}/{LABEL}", domain()?).as_ref()]);
        remove(&file()?)?;
        ended
    }
}

#[cfg(target_os = "macos")]
pub use system::{is_on, switch_off, switch_on};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_folder_is_more_than_a_name() {
        let text = agent(&Job { program: "/A & B/<c>/liaison".into(), home: Some("/d".into()) });
        assert!(
            text.contains("<string>/A &amp; B/&lt;c&gt;/liaison</string>\n    <string>check</string>"),
            "{text}"
        );
        assert_eq!(text.matches("<key>").count(), text.matches("</key>").count());
        assert!(text.contains("<key>LIAISON_HOME</key>\n    <string>/d</string>"), "{text}");
        assert!(!agent(&Job { program: "/l".into(), home: None }).contains("LIAISON_HOME"));
    }
}
