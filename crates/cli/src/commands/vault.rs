//! What is kept sealed: listed, copied, forgotten.

use std::time::Duration;

use api::{
    App, Problem, Result,
    event::Event,
    local_text,
    view::kept::{KeptHow, KeptSecret, KeptView, KeptWhat},
};

use super::End;
use crate::{arguments::Vault, terminal::Terminal};

pub async fn run(command: Vault, app: &App, terminal: &Terminal) -> Result<End> {
    match command {
        Vault::List { name, json } => {
            let view = app.kept(name.as_deref()).await?;
            if json {
                terminal.json(&view);
            } else {
                list(&view, terminal);
            }
        }
        Vault::Copy { name, secret } => copy(&name, &secret, app, terminal).await?,
        Vault::Forget { name, secret, yes } => return forget(&name, &secret, yes, app, terminal).await,
        Vault::Keep { secrets, sessions } => {
            let mut settings = app.settings();
            let before = settings.keep;
            settings.keep.secrets = secrets.unwrap_or(before.secrets);
            settings.keep.sessions = sessions.unwrap_or(before.sessions);
            let keep = if settings.keep == before { before } else { app.change_settings(settings)?.keep };
            let chosen = |kept: bool| if kept { "kept-rule-kept" } else { "kept-rule-forgotten" };
            for (what, kept) in [("kept-rule-secrets", keep.secrets), ("kept-rule-sessions", keep.sessions)] {
                line(terminal, &terminal.say(what, &[]), &terminal.say(chosen(kept), &[]));
            }
        }
    }
    Ok(End::Fine)
}

fn line(terminal: &Terminal, label: &str, value: &str) {
    terminal.out(&terminal.say("cli-value-line", &[("label", label), ("value", value)]));
}

fn list(view: &KeptView, terminal: &Terminal) {
    if view.kept.is_empty() {
        terminal.tell("kept-nothing", &[]);
    }
    for kept in &view.kept {
        terminal.out(&format!("{} · {} · {}", kept.setup_name, kept.name, title(kept, terminal)));
        terminal.out(&format!("  {}", terminal.say(state(kept.what), &[])));
        let steps = |ids: &[String]| {
            ids.iter().map(|id| terminal.say(&format!("step-{id}"), &[])).collect::<Vec<_>>().join(", ")
        };
        let fields = [
            ("kept-used-by", Some(steps(&kept.used_by)).filter(|steps| !steps.is_empty())),
            ("kept-wanted-by", Some(steps(&kept.wanted_by)).filter(|steps| !steps.is_empty())),
            ("kept-since", kept.since.as_deref().map(local_text)),
            ("kept-until", kept.until.as_deref().map(local_text)),
        ];
        for (label, value) in fields {
            if let Some(value) = value {
                line(terminal, &terminal.say(label, &[]), &value);
            }
        }
        if kept.this_session_only {
            terminal.out(&format!("  {}", terminal.say("kept-this-session", &[])));
        }
    }
    for one in &view.history {
        let by = one.by.clone().unwrap_or_else(|| terminal.say("kept-somebody", &[]));
        let text = terminal.say(happened(one.what), &[("at", &local_text(&one.at)), ("by", &by)]);
        terminal.out(&format!("{} · {} · {text}", one.setup_name, one.name));
    }
}

fn happened(what: KeptHow) -> &'static str {
    match what {
        KeptHow::Copied => "kept-happened-copied",
        KeptHow::HandedOver => "kept-happened-handed-over",
        KeptHow::Forgotten => "kept-happened-forgotten",
        KeptHow::LetGo => "kept-happened-let-go",
    }
}

/// What it is, as people know it.
fn title(kept: &KeptSecret, terminal: &Terminal) -> String {
    match (&kept.step, &kept.account) {
        (Some(step), _) => terminal.say(&format!("step-{step}"), &[]),
        (None, account) => terminal.say(
            "kept-session",
            &[
                ("seat", &terminal.say(&format!("seat-{}", kept.seat), &[])),
                ("account", account.as_deref().unwrap_or_default()),
            ],
        ),
    }
}

/// What is so of it, and as `.forget` what forgetting it means.
fn state(what: KeptWhat) -> &'static str {
    match what {
        KeptWhat::InUse => "kept-state-in-use",
        KeptWhat::Wanted => "kept-state-wanted",
        KeptWhat::Previous => "kept-state-previous",
        KeptWhat::Session => "kept-state-session",
    }
}

/// Stays until the minute is over, an interrupt or Enter, as what was copied goes with whoever copied it.
async fn copy(name: &str, secret: &str, app: &App, terminal: &Terminal) -> Result<()> {
    let copied = app.copy_kept(name, secret).await?;
    terminal.tell("cli-vault-copied", &[("seconds", &copied.seconds.to_string())]);
    terminal.tell("kept-copied-elsewhere", &[]);
    let enter = async {
        if terminal.is_interactive() {
            let _ = tokio::task::spawn_blocking(|| std::io::stdin().read_line(&mut String::new())).await;
        } else {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = tokio::time::sleep(Duration::from_secs(copied.seconds)) => {}
        _ = tokio::signal::ctrl_c() => {}
        () = enter => {}
    }
    app.clear_clipboard().await;
    terminal.tell("cli-vault-cleared", &[]);
    Ok(())
}

async fn forget(name: &str, secret: &str, yes: bool, app: &App, terminal: &Terminal) -> Result<End> {
    let view = app.kept(Some(name)).await?;
    let kept = view.kept.iter().find(|kept| kept.name == secret);
    let kept = kept.ok_or_else(|| Problem::new("kept-not-there").arg("secret", secret))?;
    terminal.note(&title(kept, terminal));
    terminal.tell(&format!("{}.forget", state(kept.what)), &[]);
    if !yes {
        if !terminal.is_interactive() {
            return Err(Problem::new("kept-forget-unasked"));
        }
        let answer = terminal.ask(&terminal.say("cli-vault-forget", &[]));
        if !answer.is_some_and(|answer| answer.eq_ignore_ascii_case("y")) {
            return Ok(End::Refused);
        }
    }
    app.forget_kept(name, secret).await?;
    terminal.tell("cli-vault-forgotten", &[("secret", secret)]);
    Ok(End::Fine)
}

/// Says what a command let go of by itself.
pub fn tell_let_go(event: &Event, terminal: &Terminal) {
    let Event::LetGo { secrets, seats, .. } = event else { return };
    for secret in secrets {
        terminal.tell("kept-let-go", &[("secret", secret)]);
    }
    for seat in seats {
        terminal.tell("kept-complete", &[("seat", &terminal.say(&format!("seat-{seat}"), &[]))]);
    }
}
