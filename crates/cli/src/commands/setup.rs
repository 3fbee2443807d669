use std::{collections::BTreeMap, path::Path};

use api::{
    App, CloudChoice, NewSetup, Problem, Result,
    view::{home::SetupCard, setup::SetupView},
};

use super::End;
use crate::{
    arguments::{Create, Setup},
    terminal::Terminal,
};

pub async fn run(command: Setup, app: &App, terminal: &Terminal) -> Result<End> {
    match command {
        Setup::Create(create) => self::create(*create, app, terminal).await,
        Setup::List { json } => {
            let cards = app.home().await?.setups;
            if json {
                terminal.json(&cards);
            } else if cards.is_empty() {
                terminal.tell("cli-no-setups", &[]);
            } else {
                cards.iter().for_each(|card| line(card, terminal));
            }
            Ok(End::Fine)
        }
        Setup::Show { name, json } => {
            let setup = app.show(&name).await?;
            if json {
                terminal.json(&setup);
            } else {
                show(&setup, terminal);
            }
            Ok(End::Fine)
        }
        Setup::Delete { name, keep_objects } => {
            app.delete(&name, keep_objects).await?;
            terminal.tell("cli-setup-deleted", &[("name", &name)]);
            Ok(End::Fine)
        }
    }
}

pub async fn set(
    name: &str,
    answers: &[String],
    accept: Vec<String>,
    app: &App,
    terminal: &Terminal,
) -> Result<End> {
    let answered = app.answer(name, pairs(answers)?, &accept.into_iter().collect()).await;
    answered.map_err(|problem| {
        if problem.args.contains_key("accept") { problem.hint("cli-answer-accept") } else { problem }
    })?;
    terminal.tell("cli-answered", &[("name", name)]);
    Ok(End::Fine)
}

async fn create(create: Create, app: &App, terminal: &Terminal) -> Result<End> {
    let setup = app
        .create(NewSetup {
            cloud: cloud(&create.cloud)?,
            ca_pem: create.ca.as_deref().map(read).transpose()?,
            answers: pairs(&create.set)?,
            name: create.name,
            guide: create.guide,
            tenant: create.tenant,
            instance: create.instance,
            like: create.like,
            practice: None,
        })
        .await?;
    if create.json {
        terminal.json(&setup);
    } else {
        show(&setup, terminal);
    }
    Ok(End::Fine)
}

/// The name of a built-in cloud, or a file.
pub fn cloud(text: &str) -> Result<CloudChoice> {
    if CloudChoice::is_built_in(text) {
        return Ok(CloudChoice::Named(text.to_owned()));
    }
    let path = Path::new(text);
    if !path.exists() {
        return Err(Problem::new("cloud-unknown").arg("cloud", text));
    }
    Ok(CloudChoice::File(read(path)?))
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path)
        .map_err(|error| Problem::new("file-unreadable").arg("file", path.display()).arg("detail", error))
}

pub fn pairs(texts: &[String]) -> Result<BTreeMap<String, String>> {
    texts
        .iter()
        .map(|text| match text.split_once('=') {
            Some((key, value)) => Ok((key.trim().to_owned(), value.to_owned())),
            // The text itself is not repeated: it could be a secret that someone typed in the wrong place.
            None => Err(Problem::new("usage").arg("expected", "KEY=VALUE")),
        })
        .collect()
}

fn line(card: &SetupCard, terminal: &Terminal) {
    let (done, total) = (card.done.to_string(), card.total.to_string());
    let args = [
        ("name", card.name.as_str()),
        ("tenant", &card.tenant),
        ("instance", &card.instance),
        ("done", &done),
        ("total", &total),
        ("practice", if card.practice { "yes" } else { "no" }),
    ];
    terminal.out(&terminal.say("cli-setup-line", &args));
    if card.waits_for_consent {
        terminal.out(&format!("  {}", terminal.say("waits-for-consent", &[])));
    }
}

pub fn show(setup: &SetupView, terminal: &Terminal) {
    let (done, total) = (setup.done.to_string(), setup.total.to_string());
    let args = [
        ("name", setup.name.as_str()),
        ("tenant", &setup.tenant),
        ("instance", &setup.instance),
        ("done", &done),
        ("total", &total),
        ("practice", if setup.practice { "yes" } else { "no" }),
    ];
    terminal.out(&terminal.say("cli-setup-line", &args));
    for seat in &setup.seats {
        let seat_name = terminal.say(&format!("seat-{}", seat.id), &[]);
        let account = seat.account.as_deref().unwrap_or_default();
        terminal.out("");
        terminal.out(&terminal.say("cli-seat-line", &[("seat", &seat_name), ("account", account)]));
        if let Some(consent) = &seat.consent {
            terminal.out(&format!("  {}", terminal.say("cli-consent-awaited", &[("link", &consent.link)])));
        }
        for step in setup.steps.iter().filter(|step| step.seat == seat.id) {
            super::run::step_line(step, terminal);
        }
    }
}
