//! Secrets that end soon, said by the desktop: each at 30, 14, 3 and 1 days before its end and when it has ended, once.
//!
//! Nothing of ours runs in the background. It is looked for when a window starts, every hour while it runs, and by
//! `liaison check --expiry --notify`, which a schedule can run.

use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
    path::Path,
    time::Duration,
};

use notify_rust::Notification;
use setup::{Problem, problem::Result};

use crate::{app::App, view::expiry::ExpiryView};

/// Days before the end, the last first. Zero is when it has ended.
const STAGES: [i64; 5] = [0, 1, 3, 14, 30];
/// How often is looked while a window is open.
const GLANCE: Duration = Duration::from_secs(60 * 60);

/// For an answer of the desktop.
const PATIENCE: Duration = Duration::from_secs(20);

/// Setup and key id, and the stage that was said last.
type Said = BTreeMap<String, i64>;

impl App {
    /// Says what ends soon, now and every hour, until the program ends.
    pub async fn keep_reminding(self) {
        loop {
            if let Err(problem) = self.remind().await {
                tracing::warn!(code = problem.code, "no notification");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Says by the desktop what was not said yet, and how many that were. What could not be said is said the next time.
    ///
    /// # Errors
    /// `notification-not-shown` where the desktop shows none; `file-not-written`; why a store cannot be read.
    pub async fn remind(&self) -> Result<usize> {
        let expiries = self.expiries(None).await?;
        if !expiries.iter().any(|expiry| stage(expiry).is_some()) {
            return Ok(0);
        }
        // Another program is saying it.
        let Some(mut kept) = Kept::open(&self.inner().folders.reminders())? else { return Ok(0) };
        let due = kept.due(&expiries);
        let mut shown = 0;
        let mut ended = Ok(());
        for (expiry, stage) in due {
            let (title, what) = self.notice(expiry);
            ended = show(title, what).await;
            if ended.is_err() {
                break;
            }
            kept.note(expiry, stage);
            shown += 1;
        }
        kept.save()?;
        ended.map(|()| shown)
    }

    fn notice(&self, expiry: &ExpiryView) -> (String, String) {
        let words = self.words(&BTreeMap::new());
        let says = match expiry.days {
            1 => "notice-day",
            2.. => "notice-days",
            _ => "notice-ended",
        };
        let args = [("name", expiry.name.clone()), ("days", expiry.days.to_string())];
        let args = args.map(|(name, value)| (name.to_owned(), value)).into();
        let mut title = words.say(says, &args);
        if expiry.practice {
            title = words.say("notice-practice", &[("notice".to_owned(), title)].into());
        }
        (title, words.say("notice-what", &args))
    }
}

/// The stage that a secret is at; none while its end is far.
fn stage(expiry: &ExpiryView) -> Option<i64> {
    STAGES.into_iter().find(|stage| expiry.days <= *stage && !expiry.replaced)
}

fn key(expiry: &ExpiryView) -> String {
    format!("{} {}", expiry.setup, expiry.id)
}

/// What was said, held against a second program that would say it at the same moment.
struct Kept {
    file: File,
    said: Said,
    name: String,
}

impl Kept {
    /// None while another program has it.
    fn open(path: &Path) -> Result<Option<Self>> {
        let name = path.display().to_string();
        let open = || -> std::io::Result<Option<(File, Vec<u8>)>> {
            let mut file =
                OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
            // Ends with the program, however that ends.
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            Ok(Some((file, bytes)))
        };
        let Some((file, bytes)) = open().map_err(|error| not_written(&name, &error))? else {
            return Ok(None);
        };
        // Half of it, as after a crash, is worth a reminder too many.
        let said = serde_json::from_slice(&bytes).unwrap_or_default();
        Ok(Some(Self { file, said, name }))
    }

    /// What was not said at its stage. What is gone or was renewed is remembered no longer.
    fn due<'a>(&mut self, expiries: &'a [ExpiryView]) -> Vec<(&'a ExpiryView, i64)> {
        let at: Vec<_> = expiries.iter().filter_map(|expiry| Some((expiry, stage(expiry)?))).collect();
        self.said.retain(|said, _| at.iter().any(|(expiry, _)| key(expiry) == *said));
        let is_said =
            |expiry: &ExpiryView, stage: i64| self.said.get(&key(expiry)).is_some_and(|said| *said <= stage);
        at.into_iter().filter(|(expiry, stage)| !is_said(expiry, *stage)).collect()
    }

    fn note(&mut self, expiry: &ExpiryView, stage: i64) {
        self.said.insert(key(expiry), stage);
    }

    fn save(mut self) -> Result<()> {
        let mut save = || -> std::io::Result<()> {
            let bytes = serde_json::to_vec(&self.said)?;
            self.file.rewind()?;
            self.file.set_len(0)?;
            self.file.write_all(&bytes)
        };
        save().map_err(|error| not_written(&self.name, &error))
    }
}

fn not_written(file: &str, error: &std::io::Error) -> Problem {
    Problem::new("file-not-written").arg("file", file).arg("detail", error)
}

/// # Errors
/// `notification-not-shown`, also where the desktop does not answer.
async fn show(title: String, what: String) -> Result<()> {
    let mut notification = Notification::new();
    notification.appname("Liaison").summary(&title).body(&what);
    match tokio::time::timeout(PATIENCE, ask_desktop(notification)).await {
        Ok(shown) => shown,
        Err(_) => Err(Problem::new("notification-not-shown").arg("detail", "")),
    }
}

/// What each desktop knows Liaison by.
const ID: &str = "io.github.liaison-setup.liaison";

#[cfg(all(unix, not(target_os = "macos")))]
async fn ask_desktop(mut notification: Notification) -> Result<()> {
    notification.icon(ID).hint(notify_rust::Hint::DesktopEntry(ID.into()));
    let shown = notification.show_async().await;
    shown.map(drop).map_err(|error| Problem::new("notification-not-shown").arg("detail", error))
}

#[cfg(any(windows, target_os = "macos"))]
async fn ask_desktop(notification: Notification) -> Result<()> {
    let show = || in_our_name(notification).show().map(drop).map_err(|error| error.to_string());
    let shown = tokio::task::spawn_blocking(show).await.unwrap_or_else(|error| Err(error.to_string()));
    shown.map_err(|error| Problem::new("notification-not-shown").arg("detail", error))
}

/// Without a name, macOS says it in Finder's.
#[cfg(target_os = "macos")]
fn in_our_name(notification: Notification) -> Notification {
    let _ = notify_rust::set_application(ID);
    notification
}

/// Without a name, Windows says it in PowerShell's; in one that the installer (src-tauri/windows/installer.nsi) did not register, never.
#[cfg(windows)]
fn in_our_name(mut notification: Notification) -> Notification {
    let installed = std::env::current_exe().is_ok_and(|this| this.with_file_name("uninstall.exe").is_file());
    if installed {
        notification.app_id(ID);
    }
    notification
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn ends_in(days: i64) -> ExpiryView {
        ExpiryView {
            setup: "s".into(),
            name: "S".into(),
            practice: false,
            step: "client-secret".into(),
            id: "k".into(),
            ends_at: String::new(),
            days,
            soon: true,
            replaced: false,
        }
    }

    /// Stages that are due, all of them said then.
    fn said(file: &Path, expiry: &ExpiryView) -> Vec<i64> {
        let expiries = [expiry.clone()];
        let mut kept = Kept::open(file).unwrap().unwrap();
        let due = kept.due(&expiries);
        let stages = due.iter().map(|(expiry, stage)| {
            kept.note(expiry, *stage);
            *stage
        });
        let stages = stages.collect();
        kept.save().unwrap();
        stages
    }

    #[test]
    fn each_stage_is_said_once_also_where_nobody_looked_for_a_while() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("reminders.json");
        let days = (-2..=40).rev().flat_map(|days| [days, days]);
        let all: Vec<(i64, i64)> = days
            .flat_map(|days| said(&file, &ends_in(days)).into_iter().map(move |stage| (days, stage)))
            .collect();
        assert_eq!(all, [(30, 30), (14, 14), (3, 3), (1, 1), (0, 0)]);
        let late = folder.path().join("late.json");
        assert_eq!((said(&late, &ends_in(2)), said(&late, &ends_in(2))), (vec![3], vec![]));
        assert!(said(&late, &ExpiryView { replaced: true, ..ends_in(1) }).is_empty());
    }

    #[test]
    fn what_could_not_be_said_or_kept_is_said_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("reminders.json");
        let mut kept = Kept::open(&file).unwrap().unwrap();
        assert_eq!(kept.due(&[ends_in(3)]).len(), 1);
        assert!(Kept::open(&file).unwrap().is_none(), "one says it at a time");
        kept.save().unwrap();
        assert_eq!(said(&file, &ends_in(3)), [3]);
        std::fs::write(&file, "{\"s k\":").unwrap();
        assert_eq!(said(&file, &ends_in(3)), [3]);
    }
}
