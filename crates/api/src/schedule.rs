//! The operating system's own schedule, on request: once a day it runs `liaison check --expiry --notify`.
//!
//! One switch writes it and takes it away again. Which texts that takes is compiled and tested everywhere; only the last step, telling
//! the system, differs.

mod launchd;
mod systemd;
mod task_scheduler;

#[cfg(unix)]
use std::path::Path;
use std::{
    ffi::OsStr,
    path::PathBuf,
    process::{Command, Stdio},
};

use setup::{Problem, problem::Result};

use crate::{app::App, view::schedule::ScheduleView};

#[cfg(target_os = "macos")]
use launchd as here;
#[cfg(all(unix, not(target_os = "macos")))]
use systemd as here;
#[cfg(windows)]
use task_scheduler as here;

/// What is to be run: the command line's program, and where the data is when that is not the usual place.
struct Job {
    program: PathBuf,
    home: Option<PathBuf>,
}

impl App {
    /// # Errors
    /// `home-unknown`; `schedule-refused` where the system does not say.
    pub async fn schedule(&self) -> Result<ScheduleView> {
        apart(|| Ok(ScheduleView { on: here::is_on()? })).await
    }

    /// Writes the schedule, or takes it away. Switched on again, it is written anew.
    ///
    /// # Errors
    /// `schedule-no-program` where the command line is not beside this program; `schedule-refused` with what the system says. Nothing is
    /// left of the schedule then.
    pub async fn change_schedule(&self, on: bool) -> Result<ScheduleView> {
        apart(move || {
            if on {
                let job = Job::here()?;
                here::switch_on(&job).inspect_err(|_| {
                    let _ = here::switch_off();
                })?;
            } else {
                here::switch_off()?;
            }
            Ok(ScheduleView { on: here::is_on()? })
        })
        .await
    }
}

impl Job {
    fn here() -> Result<Self> {
        let missing = || Problem::new("schedule-no-program");
        // An AppImage is mounted for as long as it runs.
        if std::env::var_os("APPIMAGE").is_some() {
            return Err(missing());
        }
        let this = std::env::current_exe().map_err(|_| missing())?;
        let program = this.with_file_name(format!("liaison{}", std::env::consts::EXE_SUFFIX));
        if !program.is_file() {
            return Err(missing());
        }
        let home = std::env::var_os("LIAISON_HOME").filter(|home| !home.is_empty());
        let home = home.map(std::path::absolute).transpose().map_err(|_| missing())?;
        Ok(Self { program, home })
    }
}

/// The system's programs answer when they like.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let ended = tokio::task::spawn_blocking(work).await;
    ended.unwrap_or_else(|error| Err(refused(error)))
}

fn refused(detail: impl std::fmt::Display) -> Problem {
    Problem::new("schedule-refused").arg("detail", detail)
}

/// Runs one of the system's programs, without a shell.
///
/// # Errors
/// `schedule-refused` with what it says.
fn tell(program: &str, arguments: &[&OsStr]) -> Result<()> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    // CREATE_NO_WINDOW: the window's program has no console, and would be given one for all to see.
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, 0x0800_0000);
    let ended = command.output().map_err(|error| refused(format!("{program}: {error}")))?;
    if ended.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&ended.stderr);
    Err(refused(format!("{program}: {}", said.trim())))
}

/// # Errors
/// `file-not-written`
#[cfg(unix)]
fn write(file: &Path, text: &str) -> Result<()> {
    let written =
        file.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(file, text));
    written.map_err(|error| Problem::new("file-not-written").arg("file", file.display()).arg("detail", error))
}

/// # Errors
/// `file-not-written`
#[cfg(unix)]
fn remove(file: &Path) -> Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Problem::new("file-not-written").arg("file", file.display()).arg("detail", error))
        }
        _ => Ok(()),
    }
}

/// Text of an XML element (XML 1.0, 2.4).
fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
