//! Report, doctor, guide, identity.

use std::{fs::OpenOptions, io::Write, path::Path};

use api::{
    App, Problem, Result,
    request::ReportFormat,
    view::{doctor::DoctorVerdict, report::ReportView},
};

use super::End;
use crate::{
    arguments::{Format, Guide},
    terminal::Terminal,
};

pub fn new_identity(file: &Path, terminal: &Terminal) -> Result<End> {
    api::new_identity_file(file)?;
    terminal.tell("cli-identity-made", &[("file", &file.display().to_string())]);
    Ok(End::Fine)
}

pub async fn report(
    name: &str,
    format: Format,
    out: Option<&Path>,
    app: &App,
    terminal: &Terminal,
) -> Result<End> {
    let format = match format {
        Format::Html => ReportFormat::Html,
        Format::Json => ReportFormat::Json,
        Format::Markdown => ReportFormat::Markdown,
    };
    write(app.report(name, format).await?, out, terminal)
}

pub async fn page(name: &str, seat: &str, out: Option<&Path>, app: &App, terminal: &Terminal) -> Result<End> {
    write(app.seat_page(name, seat).await?, out, terminal)
}

/// To a file that does not exist yet, or to standard output.
pub fn write(report: ReportView, out: Option<&Path>, terminal: &Terminal) -> Result<End> {
    let Some(out) = out else {
        terminal.out(&report.text);
        return Ok(End::Fine);
    };
    let written = || -> std::io::Result<()> {
        // Never over something that is there.
        let mut file = OpenOptions::new().write(true).create_new(true).open(out)?;
        file.write_all(report.text.as_bytes())?;
        file.sync_all()
    };
    written()
        .map_err(|error| Problem::new("file-not-written").arg("file", out.display()).arg("detail", error))?;
    terminal.tell("cli-file-written", &[("file", &out.display().to_string())]);
    Ok(End::Fine)
}

pub async fn doctor(json: bool, app: &App, terminal: &Terminal) -> Result<End> {
    let view = app.doctor().await?;
    if json {
        terminal.json(&view);
    } else {
        for check in &view.checks {
            let (verdict, attribute) = match check.verdict {
                DoctorVerdict::Fine => ("cli-verdict-fine", "fine"),
                DoctorVerdict::Warning => ("cli-verdict-warning", "warning"),
                DoctorVerdict::Failed => ("cli-verdict-failed", "failed"),
                DoctorVerdict::NotRun => ("cli-verdict-not-run", "not-run"),
            };
            let args: Vec<(&str, &str)> =
                check.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let title = terminal.say(&format!("doctor-{}", check.id), &args);
            let about = check.about.as_deref().unwrap_or_default();
            let verdict = terminal.say(verdict, &[]);
            terminal.out(
                &terminal
                    .say("cli-doctor-line", &[("verdict", &verdict), ("title", &title), ("about", about)]),
            );
            let id = format!("doctor-{}.{attribute}", check.id);
            if terminal.has(&id) {
                terminal.out(&format!("  {}", terminal.say(&id, &args)));
            }
        }
    }
    let failed = view.checks.iter().any(|check| check.verdict == DoctorVerdict::Failed);
    Ok(if failed { End::Drift } else { End::Fine })
}

pub fn guide(command: Guide, app: &App, terminal: &Terminal) -> Result<End> {
    let Guide::Show { id, json } = command;
    let guide = app.guide_definition(&id)?;
    if json {
        terminal.json(&guide);
    } else {
        for step in &guide.steps {
            let title = terminal.say(&format!("step-{}", step.id), &[]);
            let seat = terminal.say(&format!("seat-{}", step.seat), &[]);
            terminal.out(
                &terminal.say("cli-guide-line", &[("id", &step.id), ("title", &title), ("seat", &seat)]),
            );
        }
    }
    Ok(End::Fine)
}
