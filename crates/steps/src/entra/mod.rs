//! Steps on Entra: a file per kind.

mod application;
mod client_credentials;
mod client_secret;
mod service_principal;

use std::time::Duration;

use entra::{EntraError, Graph};
use setup::{Applied, Kinds, Outcome, Problem, Step, ports::Progress, problem::Result};

use crate::{problem, services::Services};

pub fn add(kinds: Kinds, services: &Services) -> Kinds {
    kinds
        .with(application::ApplicationKind(services.clone()))
        .with(service_principal::ServicePrincipalKind(services.clone()))
        .with(client_secret::ClientSecretKind(services.clone()))
        .with(client_credentials::ClientCredentialsKind(services.clone()))
}

/// For how long a refusal of an object that we made is believed to be replication ("Handle replication delays", Microsoft Graph
/// known issues: seconds as a rule).
const YOUNG: Duration = Duration::from_secs(120);
const PAUSE: Duration = Duration::from_secs(2);
/// Between two tries while a role is on its way.
const ROLE_PAUSE: Duration = Duration::from_secs(10);

/// A write to the directory, which waits for the one before.
async fn graph<T, F>(
    services: &Services,
    step: &Step<'_>,
    call: impl Fn(Graph) -> F,
) -> Result<Result<T, EntraError>>
where
    F: Future<Output = Result<T, EntraError>>,
{
    let _turn = services.directory.lock().await;
    asked(services, step, call).await
}

/// Calls Graph with the seat's token; once more with a new one where that was refused, as 401 means that nothing was done; again for
/// a while where it is refused as directories refuse what was made moments ago; and again while a role is on its way. All of these
/// mean that nothing was done.
async fn asked<T, F>(
    services: &Services,
    step: &Step<'_>,
    call: impl Fn(Graph) -> F,
) -> Result<Result<T, EntraError>>
where
    F: Future<Output = Result<T, EntraError>>,
{
    let graph = |token| Graph::new(services.http.clone(), services.cloud.clone(), token);
    let seat = &step.definition.seat;
    let mut token = step.token().await?;
    let mut renewed = false;
    loop {
        match call(graph(token.clone())).await {
            Err(error) if error.claims().is_some() => {
                step.ports.access.challenged(seat, error.claims().unwrap_or_default()).await?;
                return Err(Problem::new("sign-in-needed").arg("seat", seat).hint("hint-step-up"));
            }
            Err(error) if error.is_unauthorized() && !renewed => {
                token = step.ports.access.renew(seat, &token).await?;
                renewed = true;
            }
            // A refusal by right counts as replication for our own young objects only.
            Err(error) if (error.is_young_object() || error.is_denied()) && is_young(step) => {
                wait(step).await;
            }
            Err(error) if error.is_denied() && step.ports.access.waits_for_role(seat) => {
                pause(step, "wait-role", ROLE_PAUSE).await;
                // Which roles are active stands in the token.
                token = step.ports.access.renew(seat, &token).await?;
            }
            ended => return Ok(ended),
        }
    }
}

fn is_young(step: &Step<'_>) -> bool {
    step.made_at.is_some_and(|made_at| is_within(step, made_at, YOUNG))
}

async fn wait(step: &Step<'_>) {
    pause(step, "wait-replication", PAUSE).await;
}

async fn pause(step: &Step<'_>, reason: &str, time: Duration) {
    step.ports.tell.tell(Progress::Waiting {
        step: step.definition.id.clone(),
        reason: reason.into(),
        seconds: u32::try_from(time.as_secs()).unwrap_or(u32::MAX),
    });
    step.ports.clock.sleep(time).await;
}

fn is_within(step: &Step<'_>, started: jiff::Timestamp, limit: Duration) -> bool {
    let waited = step.ports.clock.now().duration_since(started);
    Duration::try_from(waited).is_ok_and(|waited| waited < limit)
}

/// Reads, for check and settle.
async fn read<T, F>(services: &Services, step: &Step<'_>, call: impl Fn(Graph) -> F) -> Result<T>
where
    F: Future<Output = Result<T, EntraError>>,
{
    asked(services, step, call).await?.map_err(|error| problem::of_entra(&error))
}

/// How a write ended.
fn applied<T>(ended: Result<Result<T, EntraError>>, outcome: impl FnOnce(T) -> Outcome) -> Applied {
    match ended {
        Ok(Ok(made)) => Applied::Done(outcome(made)),
        // The name is ours alone, so whoever has it is what an earlier try made.
        Ok(Err(error)) if error.is_unique_name_taken() => Applied::Unknown(problem::of_entra(&error)),
        Ok(Err(error)) if error.did_not_act() => Applied::NotDone(problem::of_entra(&error)),
        Ok(Err(error)) => Applied::Unknown(problem::of_entra(&error)),
        Err(problem) => Applied::NotDone(problem),
    }
}

/// A change that only its own kind writes, and that it does not know: a journal from elsewhere.
fn unknown_write(change: &setup::Change) -> Applied {
    Applied::NotDone(Problem::new("write-unknown").arg("step", &change.step).arg("write", &change.write))
}
