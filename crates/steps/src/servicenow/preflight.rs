//! Read before anything is changed: whether who is signed in may, and where the instance will record it.

use servicenow::Captured;
use setup::{Problem, Step, problem::Result};

use super::{instance, read};
use crate::services::Services;

/// May do everything.
const ADMIN: &str = "admin";

/// # Errors
/// `rights-missing` where the person's roles can be read and none of them will do. Roles that cannot be read stop nobody: the
/// instance's own answer decides then.
pub async fn rights(services: &Services, step: &Step<'_>, object: &str, roles: &[&str]) -> Result<()> {
    // Nobody is signed in yet: the plan is shown all the same, and applying it asks for them.
    let Ok(mine) = instance(services, step, |instance| async move { instance.my_roles().await }).await else {
        return Ok(());
    };
    match mine {
        Ok(mine)
            if !mine.is_empty()
                && !mine.contains(ADMIN)
                && !roles.iter().any(|role| mine.contains(*role)) =>
        {
            let mut wanted = vec![ADMIN];
            wanted.extend(roles);
            let problem =
                Problem::new("rights-missing").arg("object", object).arg("roles", wanted.join(", "));
            Err(problem.hint("hint-rights"))
        }
        _ => Ok(()),
    }
}

/// Which update set will record the changes. Said as far as it can be read.
pub async fn update_set(services: &Services, step: &Step<'_>) -> Vec<Problem> {
    let found = read(services, step, |instance| async move { instance.current_update_set().await }).await;
    match found {
        Ok(Some(set)) if set.is_default == "true" => {
            vec![Problem::new("note-update-set-default").arg("set", set.name)]
        }
        Ok(Some(set)) => vec![Problem::new("note-update-set").arg("set", set.name)],
        Err(problem) if problem.code == "sign-in-needed" => Vec::new(),
        Ok(None) | Err(_) => vec![Problem::new("note-update-set-unseen")],
    }
}

/// What update sets have of a record by now.
///
/// # Errors
/// Why it cannot be read.
pub async fn captured(
    services: &Services,
    step: &Step<'_>,
    table: &str,
    sys_id: &str,
) -> Result<Vec<Problem>> {
    let found =
        read(services, step, |instance| async move { instance.captured(table, sys_id).await }).await?;
    let said = |one: Captured| {
        Problem::new("note-captured")
            .arg("object", one.target_name)
            .arg("table", table)
            .arg("set", one.update_set)
    };
    Ok(found.into_iter().map(said).collect())
}
