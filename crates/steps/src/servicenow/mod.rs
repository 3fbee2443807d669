//! Steps on ServiceNow: a file per kind.

mod oauth_provider;

use servicenow::{Instance, ServicenowError};
use setup::{Applied, Kinds, Outcome, Step, problem::Result};

use crate::{problem, services::Services};

pub fn add(kinds: Kinds, services: &Services) -> Kinds {
    kinds.with(oauth_provider::OauthProviderKind(services.clone()))
}

/// Calls the instance with the seat's token; once more with a new one where that was refused, as 401 means that nothing was done.
async fn instance<T, F>(
    services: &Services,
    step: &Step<'_>,
    call: impl Fn(Instance) -> F,
) -> Result<Result<T, ServicenowError>>
where
    F: Future<Output = Result<T, ServicenowError>>,
{
    let instance = |token| Instance::new(services.http.clone(), services.instance.clone(), token);
    let token = step.token().await?;
    match call(instance(token.clone())).await {
        Err(error) if error.is_unauthorized() => {
            let token = step.ports.access.renew(&step.definition.seat, &token).await?;
            Ok(call(instance(token)).await)
        }
        ended => Ok(ended),
    }
}

/// Reads, for check and settle.
async fn read<T, F>(services: &Services, step: &Step<'_>, call: impl Fn(Instance) -> F) -> Result<T>
where
    F: Future<Output = Result<T, ServicenowError>>,
{
    instance(services, step, call).await?.map_err(|error| problem::of_servicenow(&error))
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
