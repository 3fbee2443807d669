//! Replacing a secret that is in use.

use api::{App, Result, Use, view::renewal::RenewalStage};

use super::{
    End,
    run::{Approved, approve, finish, typed, watched},
};
use crate::{
    arguments::{Renew, Used},
    terminal::Terminal,
};

pub async fn run(renew: &Renew, app: &App, terminal: &Terminal) -> Result<End> {
    let (name, step) = (renew.name.as_str(), renew.step.as_deref());
    let work = async {
        let instance = async || typed(name, renew.instance.clone(), app, terminal).await;
        if let Some(used) = renew.used {
            return app.renewed(name, step, how(used), instance().await?.as_deref()).await;
        }
        if renew.put_back {
            return app.put_back(name, step, instance().await?.as_deref()).await;
        }
        let fingerprint = match (&renew.plan, renew.yes) {
            (Some(fingerprint), _) => Some(fingerprint.clone()),
            (None, true) => None,
            (None, false) => match approve(app.renewal_plan(name, step).await?, terminal)? {
                Approved::Yes(fingerprint) => Some(fingerprint),
                Approved::NothingToDo(plan) => return Ok(plan.into_run(name)),
            },
        };
        app.renew(name, step, fingerprint.as_deref(), instance().await?.as_deref()).await
    };
    let view = watched(app, terminal, work).await;
    let end = finish(name, renew.json, false, view, terminal)?;
    state(name, app, terminal).await?;
    Ok(end)
}

/// What is still to be done about it, on standard error.
async fn state(name: &str, app: &App, terminal: &Terminal) -> Result<()> {
    for renewal in app.show(name).await?.renewals {
        let step = terminal.say(&format!("step-{}", renewal.step), &[]);
        let id = match renewal.stage {
            RenewalStage::Unfinished => "renewal-stage-unfinished",
            RenewalStage::Waiting => "renewal-stage-waiting",
            RenewalStage::PuttingBack => "renewal-stage-putting-back",
            RenewalStage::Removing => "renewal-stage-removing",
        };
        terminal.tell(id, &[("step", &step)]);
        terminal.tell(if renewal.way_back { "renewal-way-back" } else { "renewal-no-way-back.what" }, &[]);
        if renewal.stage == RenewalStage::Waiting {
            terminal.tell("cli-renewal-used", &[("name", name)]);
        }
    }
    Ok(())
}

fn how(used: Used) -> Use {
    match used {
        Used::SignInLog => Use::SignInLog,
        Used::TokenRequest => Use::TokenRequest,
    }
}
