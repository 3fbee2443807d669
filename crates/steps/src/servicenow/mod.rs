//! Steps on ServiceNow: a file per kind.

mod oauth_provider;
mod preflight;
mod role_grant;
mod scope_privilege;
mod store_app;
mod table_access;

use std::time::Duration;

use servicenow::{Instance, ServicenowError};
use setup::{Applied, Kinds, Outcome, Step, ports::Progress, problem::Result};

use crate::{problem, services::Services};

pub fn add(kinds: Kinds, services: &Services) -> Kinds {
    kinds
        .with(oauth_provider::OauthProviderKind(services.clone()))
        .with(role_grant::RoleGrantKind(services.clone()))
        .with(scope_privilege::ScopePrivilegeKind(services.clone()))
        .with(store_app::StoreAppKind(services.clone()))
        .with(table_access::TableAccessKind(services.clone()))
}

/// Rules of an instance count by the hour; whoever is told to wait longer is told so and not kept waiting.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

/// Calls the instance with the seat's token; once more with a new one where that was refused, as 401 means that nothing was done.
/// Where the instance takes no more requests for now (429), waits as long as it says, visibly.
async fn instance<T, F>(
    services: &Services,
    step: &Step<'_>,
    call: impl Fn(Instance) -> F,
) -> Result<Result<T, ServicenowError>>
where
    F: Future<Output = Result<T, ServicenowError>>,
{
    let instance = |token| Instance::new(services.http.clone(), services.instance.clone(), token);
    let mut renewed = false;
    loop {
        let token = step.token().await?;
        let mut ended = call(instance(token.clone())).await;
        if !renewed && ended.as_ref().is_err_and(ServicenowError::is_unauthorized) {
            renewed = true;
            let token = step.ports.access.renew(&step.definition.seat, &token).await?;
            ended = call(instance(token)).await;
        }
        match ended.as_ref().err().and_then(ServicenowError::throttled_for) {
            Some(wait) if wait <= LONGEST_WAIT => pause(step, "wait-throttled", wait).await?,
            _ => return Ok(ended),
        }
    }
}

/// A wait that can be seen and ended.
async fn pause(step: &Step<'_>, reason: &str, wait: Duration) -> Result<()> {
    step.ports.tell.tell(Progress::Waiting {
        step: step.definition.id.clone(),
        reason: reason.into(),
        seconds: u32::try_from(wait.as_secs()).unwrap_or(u32::MAX),
    });
    let sleep = async {
        step.ports.clock.sleep(wait).await;
        Ok(())
    };
    step.ports.cancel.race(sleep).await
}

/// Reads, for check and settle.
async fn read<T, F>(services: &Services, step: &Step<'_>, call: impl Fn(Instance) -> F) -> Result<T>
where
    F: Future<Output = Result<T, ServicenowError>>,
{
    instance(services, step, call).await?.map_err(|error| problem::of_servicenow(&error))
}

/// Reads what may be closed even to administrators: a refusal is then what was found out, and a person looks instead.
async fn read_or_unseen<T, F>(
    services: &Services,
    step: &Step<'_>,
    call: impl Fn(Instance) -> F,
) -> Result<Result<T>>
where
    F: Future<Output = Result<T, ServicenowError>>,
{
    Ok(match instance(services, step, call).await? {
        Ok(found) => Ok(found),
        Err(error) if error.is_denied() => Err(problem::of_servicenow(&error)),
        Err(error) => return Err(problem::of_servicenow(&error)),
    })
}

/// How a write ended.
fn applied<T>(ended: Result<Result<T, ServicenowError>>, outcome: impl FnOnce(T) -> Outcome) -> Applied {
    match ended {
        Ok(Ok(made)) => Applied::Done(outcome(made)),
        Ok(Err(error)) if error.did_not_act() => Applied::NotDone(problem::of_servicenow(&error)),
        Ok(Err(error)) => Applied::Unknown(problem::of_servicenow(&error)),
        Err(problem) => Applied::NotDone(problem),
    }
}
