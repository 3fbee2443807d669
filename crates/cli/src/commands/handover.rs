//! Handing a seat to a colleague at another machine.

use api::{App, FromFile, Result, SecretString, local_text, view::handover::ClaimsView};

use super::{End, setup};
use crate::{
    arguments::{Handover, HandoverFile},
    terminal::Terminal,
};

pub async fn run(command: Handover, app: &App, terminal: &Terminal) -> Result<End> {
    match command {
        Handover::Ask { tenant, instance, seat, json } => {
            let asked = app.ask_for_seat(&tenant, &instance, &seat).await?;
            if json {
                terminal.json(&asked);
            } else {
                terminal.out(&asked.code);
                terminal.tell("cli-handover-asked", &[("until", &local_text(&asked.until))]);
            }
        }
        Handover::Give { name, code, phrase, out, json } => {
            let given = app.give_seat(&name, code.as_deref(), phrase.as_deref(), &out).await?;
            if json {
                terminal.json(&given);
            } else {
                terminal.out(&terminal.say("cli-handover-check-phrase", &[("phrase", &given.check_phrase)]));
                if let Some(phrase) = &given.phrase {
                    terminal.out(&terminal.say("cli-handover-phrase", &[("phrase", phrase)]));
                }
                terminal.tell("cli-file-written", &[("file", &out.display().to_string())]);
            }
        }
        Handover::Look { from } => {
            let claims = app.look_at_handover(&source(&from)?).await?;
            if from.json {
                terminal.json(&claims);
            } else {
                show(&claims, terminal);
            }
        }
        Handover::Take { from, check_phrase, cloud } => {
            let cloud = cloud.as_deref().map(setup::cloud).transpose()?;
            let view = app.take_seat(&source(&from)?, &check_phrase, cloud).await?;
            if from.json {
                terminal.json(&view);
            } else {
                setup::show(&view, terminal);
            }
        }
        Handover::TakeBack { name, seat } => {
            let view = app.take_seat_back(&name, &seat).await?;
            setup::show(&view, terminal);
        }
    }
    Ok(End::Fine)
}

fn source(from: &HandoverFile) -> Result<FromFile> {
    let phrase = match from.phrase {
        true => Some(SecretString::from(super::standard_input()?.trim())),
        false => None,
    };
    FromFile::read(&from.file, phrase)
}

fn show(claims: &ClaimsView, terminal: &Terminal) {
    terminal.out(&terminal.say("cli-handover-check-phrase", &[("phrase", &claims.check_phrase)]));
    let seat = terminal.say(&format!("seat-{}", claims.seat), &[]);
    let by = claims.by.as_deref().unwrap_or("nobody");
    terminal.out(&terminal.say("cli-handover-says", &[("by", by), ("name", &claims.name), ("seat", &seat)]));
    let tenant_id = claims.tenant_id.as_deref().unwrap_or_default();
    let line = |label: &str, value: &str| {
        terminal.out(&terminal.say("cli-value-line", &[("label", label), ("value", value)]));
    };
    line(&terminal.say("report-tenant", &[]), &format!("{} {tenant_id}", claims.tenant));
    line(&terminal.say("report-instance", &[]), &claims.instance);
    claims.client_ids.iter().chain(&claims.answers).for_each(|(name, value)| line(name, value));
    for step in &claims.said_done {
        terminal.out(&format!(
            "  {} ({step}) · {}",
            terminal.say(&format!("step-{step}"), &[]),
            terminal.say("known-handover", &[])
        ));
    }
    claims.secrets.iter().for_each(|secret| line(&terminal.say("cli-handover-secret", &[]), secret));
    terminal.tell("cli-handover-look", &[]);
}
