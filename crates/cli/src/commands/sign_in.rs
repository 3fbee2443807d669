//! Signing in. While the browser is waited for, a line typed here helps: the address it ended at, or the number on its page.

use std::io::BufRead;

use api::{App, Result, SecretString, SignedIn, request::SignInWay};
use tokio::sync::mpsc;

use super::End;
use crate::{arguments::Way, terminal::Terminal};

pub async fn run(name: &str, seat: &str, with: Way, app: &App, terminal: &Terminal) -> Result<End> {
    let SignedIn { account, notes } = match with {
        Way::Token => {
            let token = SecretString::from(super::standard_input()?.trim());
            app.sign_in_with_token(name, seat, token).await?
        }
        Way::Browser => helped(name, seat, SignInWay::Browser, app, terminal).await?,
        Way::DeviceCode => {
            terminal.tell("device-code-caution", &[]);
            helped(name, seat, SignInWay::DeviceCode, app, terminal).await?
        }
    };
    terminal.tell("cli-signed-in", &[("account", &account)]);
    notes.iter().for_each(|note| terminal.problem(note));
    Ok(End::Fine)
}

pub async fn sign_out(name: &str, seat: &str, app: &App, terminal: &Terminal) -> Result<End> {
    app.sign_out(name, seat).await?;
    terminal.tell("cli-signed-out", &[("seat", seat)]);
    Ok(End::Fine)
}

pub async fn sign_in(
    name: &str,
    seat: &str,
    way: SignInWay,
    app: &App,
    terminal: &Terminal,
) -> Result<SignedIn> {
    // Watched, so that an interrupt ends it in order.
    super::run::watched(app, terminal, app.sign_in_to_end(name, seat, way, &|state| terminal.sign_in(&state)))
        .await
}

/// What the tenant's policies allow, read with one more consent.
pub async fn policies(name: &str, seat: &str, app: &App, terminal: &Terminal) -> Result<End> {
    let tell = |state| terminal.sign_in(&state);
    let read = app.read_policies(name, seat, &tell);
    let policy = super::run::watched(app, terminal, read).await?;
    let days = policy.longest_days.map(|days| days.to_string()).unwrap_or_default();
    let word = match (policy.secrets, policy.longest_days) {
        (Some(false), _) => "policy-no-secrets",
        (_, Some(_)) => "policy-longest",
        (Some(true), None) => "policy-open",
        (None, None) => "policy-unknown",
    };
    terminal.out(&terminal.say(word, &[("days", &days)]));
    Ok(End::Fine)
}

async fn helped(name: &str, seat: &str, way: SignInWay, app: &App, terminal: &Terminal) -> Result<SignedIn> {
    say_signing(name, seat, app, terminal).await?;
    let mut lines = lines();
    let mut signed_in = std::pin::pin!(sign_in(name, seat, way, app, terminal));
    loop {
        tokio::select! {
            ended = &mut signed_in => return ended,
            Some(line) = lines.recv() => take(&line, name, seat, app, terminal).await,
        }
    }
}

/// Which application signs in, what it asks for and why.
async fn say_signing(name: &str, seat: &str, app: &App, terminal: &Terminal) -> Result<()> {
    let setup = app.show(name).await?;
    let signing = setup.seats.iter().find(|one| one.id == seat).and_then(|one| one.signing.as_deref());
    if let Some(signing) = signing {
        terminal.tell(signing, &[]);
        terminal.tell(&format!("{signing}.what"), &[]);
    }
    Ok(())
}

async fn take(line: &str, name: &str, seat: &str, app: &App, terminal: &Terminal) {
    let line = line.trim();
    if line.contains("://") {
        match app.paste_sign_in(name, seat, line).await {
            Ok(_) => terminal.tell("cli-pasted", &[]),
            Err(problem) => terminal.problem(&problem),
        }
    } else if !line.is_empty() {
        terminal.problem(&app.explain_sign_in(name, line).await.unwrap_or_else(|problem| problem));
    }
}

/// Lines of standard input, until it ends. Read on a thread that nobody waits for, as such a read cannot be given up.
fn lines() -> mpsc::UnboundedReceiver<String> {
    let (sender, receiver) = mpsc::unbounded_channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(std::io::Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}
