//! Secrets that end soon, said by the desktop: each at 30, 14, 3 and 1 days before its end and when it has ended, once.
//!
//! Nothing of ours runs in the background. It is looked for when a window starts, every hour while it runs, and by
//! `liaison check --expiry --notify`, which a schedule can run.

use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions},
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
        let words = self.words(&BTreeMap::new());
        let file = self.inner().folders.reminders();
        let remind = move || {
            remind(&file, &expiries, |expiry| {
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
                show(&title, &words.say("notice-what", &args))
            })
        };
        // The desktop may take its time to answer.
        let ended = tokio::task::spawn_blocking(remind).await;
        ended.unwrap_or_else(|error| Err(Problem::new("notification-not-shown").arg("detail", error)))
    }
}

/// The stage that a secret is at; none while its end is far.
fn stage(expiry: &ExpiryView) -> Option<i64> {
    STAGES.into_iter().find(|stage| expiry.days <= *stage && !expiry.replaced)
}

fn remind(
    file: &Path,
    expiries: &[ExpiryView],
    mut show: impl FnMut(&ExpiryView) -> Result<()>,
) -> Result<usize> {
    let key = |expiry: &ExpiryView| format!("{} {}", expiry.setup, expiry.id);
    let due: Vec<(&ExpiryView, i64)> = expiries.iter().filter_map(|one| Some((one, stage(one)?))).collect();
    if due.is_empty() {
        return Ok(0);
    }
    let mut kept = Kept::open(file)?;
    let mut count = 0;
    let mut ended = Ok(());
    for (expiry, stage) in &due {
        if kept.said.get(&key(expiry)).is_some_and(|said| said <= stage) {
            continue;
        }
        ended = show(expiry);
        if ended.is_err() {
            break;
        }
        kept.said.insert(key(expiry), *stage);
        count += 1;
    }
    // What is gone or was renewed is remembered no longer.
    kept.said.retain(|said, _| due.iter().any(|(expiry, _)| key(expiry) == *said));
    kept.save()?;
    ended.map(|()| count)
}

/// What was said, held against a second program that would say it at the same moment.
struct Kept {
    file: File,
    said: Said,
    name: String,
}

impl Kept {
    fn open(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let open = || -> std::io::Result<(File, Vec<u8>)> {
            let mut file =
                OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
            // Ends with the program, however that ends.
            file.lock()?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            Ok((file, bytes))
        };
        let (file, bytes) = open().map_err(|error| not_written(&name, &error))?;
        // Half of it, as after a crash, is worth a reminder too many.
        let said = serde_json::from_slice(&bytes).unwrap_or_default();
        Ok(Self { file, said, name })
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

fn show(title: &str, what: &str) -> Result<()> {
    // Without it, macOS says it in Finder's name.
    #[cfg(target_os = "macos")]
    let _ = notify_rust::set_application("io.github.liaison-setup.liaison");
    let mut notification = Notification::new();
    notification.appname("Liaison").summary(title).body(what);
    #[cfg(all(unix, not(target_os = "macos")))]
    notification
        .icon("io.github.liaison-setup.liaison")
        .hint(notify_rust::Hint::DesktopEntry("io.github.liaison-setup.liaison".into()));
    let shown = notification.show();
    shown.map(drop).map_err(|error| Problem::new("notification-not-shown").arg("detail", error))
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

    #[test]
    fn each_stage_is_said_once_also_where_nobody_looked_for_a_while() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("reminders.json");
        let mut said = Vec::new();
        for days in (-2..=40).rev() {
            for _ in 0..2 {
                remind(&file, &[ends_in(days)], |expiry| {
                    said.push(expiry.days);
                    Ok(())
                })
                .unwrap();
            }
        }
        assert_eq!(said, [30, 14, 3, 1, 0]);
        let late = folder.path().join("late.json");
        assert_eq!(remind(&late, &[ends_in(2)], |_| Ok(())).unwrap(), 1);
        assert_eq!(remind(&late, &[ends_in(2)], |_| Ok(())).unwrap(), 0);
        let replaced = ExpiryView { replaced: true, ..ends_in(1) };
        assert_eq!(remind(&late, &[replaced], |_| Ok(())).unwrap(), 0);
    }

    #[test]
    fn what_could_not_be_said_is_said_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("reminders.json");
        let refused = remind(&file, &[ends_in(3)], |_| Err(Problem::new("notification-not-shown")));
        assert_eq!(refused.unwrap_err().code, "notification-not-shown");
        assert_eq!(remind(&file, &[ends_in(3)], |_| Ok(())).unwrap(), 1);
        std::fs::write(&file, "{\"s k\":").unwrap();
        assert_eq!(remind(&file, &[ends_in(3)], |_| Ok(())).unwrap(), 1);
    }
}
