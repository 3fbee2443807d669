//! "Save details for support": what someone who helps would ask for. The log is redacted as it is written, and once more here.

use setup::problem::Result;

use crate::{
    app::App,
    log::redact,
    view::{doctor::DoctorVerdict, report::ReportView},
};

/// Bytes of each day's log.
const MOST: usize = 200_000;
/// Days.
const DAYS: usize = 2;

impl App {
    /// Version, system, "Check this computer", and the end of the log. No names of setups, no accounts, no secrets.
    ///
    /// # Errors
    /// As [`App::doctor`].
    pub async fn support_details(&self) -> Result<ReportView> {
        let mut text = format!(
            "Liaison {}\n{} {}\nkeychain: {}\n\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            self.inner().vault.fallen_back().map_or_else(|| "in use".to_owned(), |problem| problem.code),
        );
        for check in self.doctor().await?.checks {
            let verdict = match check.verdict {
                DoctorVerdict::Fine => "fine",
                DoctorVerdict::Warning => "warning",
                DoctorVerdict::Failed => "failed",
                DoctorVerdict::NotRun => "not run",
            };
            let about = check.about.unwrap_or_default();
            let args: Vec<String> =
                check.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
            text.push_str(&format!("{} {about}: {verdict} {}\n", check.id, args.join(" ")));
        }
        for (name, log) in last_logs(&self.inner().folders.logs()) {
            text.push_str(&format!("\n--- {name}\n"));
            text.extend(log.lines().map(|line| redact(line) + "\n"));
        }
        Ok(ReportView { file_name: "liaison-support.txt".into(), text })
    }
}

/// The newest logs, oldest of them first. A log that cannot be read is one less.
fn last_logs(folder: &std::path::Path) -> Vec<(String, String)> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    // Their names hold the day.
    files.sort();
    let newest = files.split_off(files.len().saturating_sub(DAYS));
    newest
        .into_iter()
        .filter_map(|path| {
            let text = String::from_utf8_lossy(&std::fs::read(&path).ok()?).into_owned();
            let mut from = text.len().saturating_sub(MOST);
            while !text.is_char_boundary(from) {
                from += 1;
            }
            Some((path.file_name()?.to_string_lossy().into_owned(), text[from..].to_owned()))
        })
        .collect()
}
