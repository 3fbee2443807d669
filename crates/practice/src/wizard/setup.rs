//! The wizard's one address: GET shows the page that it is on, POST does what that page asks for.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use super::pages::{self, Complaint};
use super::stage::Stage;
use super::{Integration, SETUP, conditions};
use crate::app::App;
use crate::instance::login::{Submitted, Visitor};
use crate::instance::session::Fields;
use crate::instance::tables::{Row, Tables};
use crate::test_setup;
use crate::world::World;

pub(super) fn routes() -> Router<App> {
    Router::new().route(SETUP, get(show).post(submit))
}

/// The registry records that the integration can use: outbound ones that sign in for themselves.
pub(super) fn registrations(tables: &Tables) -> Vec<&Row> {
    let outbound = |row: &&Row| {
        matches!(row.get("type"), "oauth_provider" | "consumer")
            && row.get("default_grant_type") == "client_credentials"
    };
    let mut rows: Vec<_> = tables.all("oauth_entity").filter(outbound).collect();
    rows.sort_by_key(|row| row.get("name"));
    rows
}

/// The record that was chosen, unless it was deleted since.
pub(super) fn chosen(world: &World) -> Option<&Row> {
    world.instance.tables.find("oauth_entity", "sys_id", world.wizard.oauth_entity.as_deref()?)
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, Response> {
    let mut world = app.world().await;
    conditions::met(&world, &visitor.caller)?;
    if world.wizard.stage != Stage::Complete || chosen(&world).is_some() {
        return Ok(pages::page(&world, &visitor, None));
    }
    world.wizard.back();
    world.wizard.oauth_entity = None;
    let complaint = Complaint::of(
        "The OAuth application registration that was chosen has been deleted since. Choose another one.",
    );
    Ok(pages::page(&world, &visitor, Some(&complaint)))
}

async fn submit(State(app): State<App>, submitted: Submitted) -> Result<Response, Response> {
    let Submitted { visitor, fields } = submitted;
    let mut guard = app.world().await;
    conditions::met(&guard, &visitor.caller)?;
    let stage = guard.wizard.stage;
    let lost = stage == Stage::Complete && chosen(&guard).is_none();
    // A form of another page is one that the browser kept: the wizard has gone on.
    if lost || fields.get("page") != stage.name() {
        return Ok(current_page());
    }
    match (stage, fields.get("action")) {
        (_, "back") => guard.wizard.back(),
        (Stage::Complete, "test") => {
            drop(guard);
            test(&app).await;
        }
        (Stage::Complete, "save") => {
            guard.wizard.test_environment = fields.is_ticked("test_environment");
        }
        (Stage::Complete, "start-over") => guard.wizard.start_over(),
        _ => {
            let world = &mut *guard;
            if let Err(complaint) = forward(&app, world, &fields) {
                return Ok(pages::page(world, &visitor, Some(&complaint)));
            }
        }
    }
    Ok(current_page())
}

fn current_page() -> Response {
    Redirect::to(SETUP).into_response()
}

/// Takes what the page asked for and goes on to the next.
///
/// # Errors
/// What is wrong with it; the page stays.
fn forward(app: &App, world: &mut World, fields: &Fields) -> Result<(), Complaint> {
    let World { wizard, entra, instance, .. } = world;
    match wizard.stage {
        Stage::Agree => wizard.agreed = true,
        Stage::Environment => wizard.test_environment = fields.is_ticked("test_environment"),
        Stage::Tenant => {
            let typed = fields.get("tenant");
            if !entra.tenant.is(typed) {
                let problem = "This is not a domain of the Microsoft 365 tenant.";
                return Err(Complaint { problem: problem.to_owned(), typed: typed.to_owned() });
            }
            wizard.tenant = Some(typed.to_owned());
        }
        Stage::EntraApp => {}
        Stage::ServicenowApp => {
            let picked = fields.get("oauth_entity");
            if registrations(&instance.tables).iter().all(|row| row.sys_id() != picked) {
                return Err(Complaint::of("Choose the OAuth application registration of this integration."));
            }
            wizard.oauth_entity = Some(picked.to_owned());
            wizard.integration.get_or_insert_with(|| Integration::new(&app.urls().instance));
        }
        Stage::Complete => {}
    }
    wizard.stage = wizard.stage.next();
    Ok(())
}

/// Tests and remembers the outcome, unless the wizard was taken elsewhere meanwhile.
async fn test(app: &App) {
    let subject = {
        let wizard = &app.world().await.wizard;
        wizard.oauth_entity.clone().zip(wizard.integration.clone())
    };
    let Some((record, integration)) = subject else { return };
    let outcome = test_setup::run(app, &record, &integration).await;
    let mut world = app.world().await;
    let same = world.wizard.stage == Stage::Complete
        && world.wizard.oauth_entity.as_ref() == Some(&record)
        && world.wizard.integration.as_ref() == Some(&integration);
    if same {
        world.wizard.tested = Some(outcome);
    }
}
