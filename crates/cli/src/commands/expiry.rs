//! When secrets end, for people, calendars and schedules.

use api::{App, Result, local_text, view::expiry::ExpiryView};

use super::{End, tools};
use crate::{
    arguments::{Check, Schedule},
    terminal::Terminal,
};

pub async fn run(check: &Check, app: &App, terminal: &Terminal) -> Result<End> {
    let expiries = app.expiries(check.name.as_deref()).await?;
    if let Some(file) = &check.ics {
        tools::write(app.calendar(check.name.as_deref()).await?, Some(file), terminal)?;
    }
    if check.how.json {
        terminal.json(&expiries);
    } else if expiries.is_empty() {
        terminal.tell("cli-no-expiry", &[]);
    } else {
        expiries.iter().for_each(|expiry| line(expiry, terminal));
    }
    if check.notify {
        let count = app.remind().await?;
        terminal.tell("cli-notified", &[("count", &count.to_string())]);
    }
    // What a newer one replaces may end.
    let due = expiries.iter().any(|expiry| expiry.days <= check.days && !expiry.replaced);
    Ok(if due { End::Drift } else { End::Fine })
}

pub async fn schedule(what: Schedule, app: &App, terminal: &Terminal) -> Result<End> {
    let now = match what {
        Schedule::Show => app.schedule().await?,
        Schedule::On => app.change_schedule(true).await?,
        Schedule::Off => app.change_schedule(false).await?,
    };
    terminal.tell(if now.on { "cli-schedule-on" } else { "cli-schedule-off" }, &[]);
    Ok(End::Fine)
}

fn line(expiry: &ExpiryView, terminal: &Terminal) {
    let step = terminal.say(&format!("step-{}", expiry.step), &[]);
    let (days, at) = (expiry.days.to_string(), local_text(&expiry.ends_at));
    let args = [("name", expiry.name.as_str()), ("step", &step), ("at", &at), ("days", &days)];
    let id = match expiry {
        ExpiryView { replaced: true, .. } => "cli-expiry-replaced",
        ExpiryView { days, .. } if *days <= 0 => "cli-expiry-ended",
        _ => "cli-expiry-line",
    };
    terminal.out(&terminal.say(id, &args));
}
