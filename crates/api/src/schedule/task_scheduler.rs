//! Windows: a task of the person's own, in Task Scheduler.

#![cfg_attr(not(windows), allow(dead_code, reason = "compiled for its tests"))]

use super::{Job, xml};

const NAME: &str = "Liaison expiry";

/// Task Scheduler's schema (`task` 1.2): daily, made up for where it was missed, on battery too, only while the person is signed in.
fn task(job: &Job) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n\
         <Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">\r\n\
         <RegistrationInfo><Description>Liaison: says which secrets end soon</Description></RegistrationInfo>\r\n\
         <Triggers><CalendarTrigger><StartBoundary>2026-01-01T09:00:00</StartBoundary><ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>\r\n\
         <Settings><StartWhenAvailable>true</StartWhenAvailable><DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries><StopIfGoingOnBatteries>false</StopIfGoingOnBatteries><ExecutionTimeLimit>PT10M</ExecutionTimeLimit></Settings>\r\n\
         <Actions><Exec><Command>{}</Command><Arguments>check --expiry --notify</Arguments></Exec></Actions>\r\n\
         </Task>\r\n",
        xml(&job.program.display().to_string())
    )
}

/// As schtasks reads a file: UTF-16 with its mark.
fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[cfg(windows)]
mod system {
    use std::ffi::OsStr;

    use setup::{Problem, problem::Result};

    use super::{
        super::{Job, refused, tell},
        NAME, task, utf16,
    };

    fn schtasks(arguments: &[&OsStr]) -> Result<()> {
        tell("schtasks.exe", arguments)
    }

    pub fn is_on() -> Result<bool> {
        // It says "no" and "I cannot" alike; either way nothing of ours is run.
        Ok(schtasks(&["/Query", "/TN", NAME].map(OsStr::new)).is_ok())
    }

    pub fn switch_on(job: &Job) -> Result<()> {
        if job.home.is_some() {
            // A task has no environment, and a prompt that sets one would read the folder's name its own way.
            return Err(Problem::new("schedule-other-home"));
        }
        let file = std::env::temp_dir().join(format!("liaison-task-{}.xml", std::process::id()));
        std::fs::write(&file, utf16(&task(job))).map_err(refused)?;
        let [create, name, task, xml, force] = ["/Create", "/TN", NAME, "/XML", "/F"].map(OsStr::new);
        let made = schtasks(&[create, name, task, xml, file.as_os_str(), force]);
        let _ = std::fs::remove_file(&file);
        made
    }

    pub fn switch_off() -> Result<()> {
        if !is_on()? {
            return Ok(());
        }
        schtasks(&["/Delete", "/TN", NAME, "/F"].map(OsStr::new))
    }
}

#[cfg(windows)]
pub use system::{is_on, switch_off, switch_on};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_folder_is_more_than_a_name() {
        let text = task(&Job { program: "C:\\A & B\\liaison.exe".into(), home: None });
        assert!(
            text.contains(
                "<Command>C:\\A &amp; B\\liaison.exe</Command><Arguments>check --expiry --notify</Arguments>"
            ),
            "{text}"
        );
        assert_eq!(utf16("ä"), [0xff, 0xfe, 0xe4, 0]);
    }
}
