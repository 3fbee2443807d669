//! Report, doctor, guide, identity.

use std::{fs::OpenOptions, io::Write, path::Path};

use api::{
    App, Problem, Purpose, Result,
    request::{NetworkFormat, ReportFormat},
    view::{doctor::DoctorVerdict, report::ReportView},
};

use super::End;
use crate::{
    arguments::{Addresses, Approval, Format, Guide, Run},
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
    write(app.report(name, format.into()).await?, out, terminal)
}

impl From<Format> for ReportFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Html => Self::Html,
            Format::Json => Self::Json,
            Format::Markdown => Self::Markdown,
        }
    }
}

/// The plan as a document; `-` is standard output.
pub async fn plan(run: &Run, format: Format, out: &Path, app: &App, terminal: &Terminal) -> Result<End> {
    let document =
        app.plan_document(&run.name, run.how.step.as_deref(), Purpose::Apply, format.into()).await?;
    write(document, Some(out).filter(|out| out.as_os_str() != "-"), terminal)
}

pub async fn approval(said: Approval, app: &App, terminal: &Terminal) -> Result<End> {
    let mut now = app.show(&said.name).await?.approval;
    let before = now.clone();
    now.required = said.required.unwrap_or(now.required);
    for (kept, said) in [
        (&mut now.number, said.number),
        (&mut now.approver, said.approver),
        (&mut now.window, said.window),
        (&mut now.fingerprint, said.fingerprint),
    ] {
        *kept = said.unwrap_or_else(|| std::mem::take(kept));
    }
    let now = if now == before { now } else { app.change_approval(&said.name, now).await?.approval };
    if said.json {
        terminal.json(&now);
        return Ok(End::Fine);
    }
    let required = if now.required { "cli-approval-required" } else { "cli-approval-free" };
    terminal.tell(required, &[]);
    for (label, value) in [
        ("report-approval-number", &now.number),
        ("report-approval-approver", &now.approver),
        ("report-approval-window", &now.window),
        ("report-approval-fingerprint", &now.fingerprint),
    ] {
        if !value.is_empty() {
            terminal.out(&format!("{}: {value}", terminal.say(label, &[])));
        }
    }
    Ok(End::Fine)
}

pub async fn left(name: &str, json: bool, app: &App, terminal: &Terminal) -> Result<End> {
    let view = app.left(name).await?;
    let end = if view.unseen.is_empty() { End::Fine } else { End::Refused };
    if json {
        terminal.json(&view);
        return Ok(end);
    }
    let mut what = "";
    for item in &view.items {
        if item.what != what {
            what = &item.what;
            terminal.out(&terminal.say(&format!("left-{what}"), &[]));
            terminal.out(&format!("  {}", terminal.say(&format!("left-{what}.how"), &[])));
        }
        let about = item.about.as_deref().unwrap_or("-");
        let ours = if item.ours { terminal.say("left-ours", &[]) } else { String::new() };
        terminal.out(format!("  - {} ({about}) {ours}", item.name).trim_end());
        if let Some(address) = &item.address {
            terminal.out(&format!("    {address}"));
        }
    }
    if view.items.is_empty() && view.unseen.is_empty() {
        terminal.out(&terminal.say("left-nothing", &[]));
    }
    for unseen in &view.unseen {
        terminal.tell("cli-left-unseen", &[("what", &terminal.say(&unseen.what, &[]))]);
        terminal.problem(&unseen.why);
    }
    Ok(end)
}

pub async fn network(
    name: &str,
    format: Addresses,
    out: Option<&Path>,
    app: &App,
    terminal: &Terminal,
) -> Result<End> {
    let format = match format {
        Addresses::Plain => NetworkFormat::Plain,
        Addresses::Csv => NetworkFormat::Csv,
        Addresses::Comment => NetworkFormat::Comment,
    };
    write(app.network(name, format).await?, out, terminal)
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
