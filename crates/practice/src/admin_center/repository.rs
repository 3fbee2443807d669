//! The form of one repository. What it adds or changes is part of the draft only.

use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;
use serde::Deserialize;

use super::settings::Repository;
use super::sign_in::{Administrator, Submitted};
use super::support_integration::Tab;
use crate::app::App;
use crate::page::Page;

pub(super) const PATH: &str = "/support-integration/repository";

pub(super) fn routes() -> Router<App> {
    Router::new().route(PATH, get(show).post(submit))
}

/// Where the repository of that number is; forms count from 1. Nowhere for a new one.
pub(super) fn index(number: &str, repositories: &[Repository]) -> Option<usize> {
    let at = number.parse::<usize>().ok()?.checked_sub(1)?;
    (at < repositories.len()).then_some(at)
}

#[derive(Deserialize)]
struct Parameters {
    #[serde(default)]
    number: String,
}

async fn show(
    State(app): State<App>,
    administrator: Administrator,
    Query(Parameters { number }): Query<Parameters>,
) -> Page {
    let world = app.world().await;
    let repositories = &world.admin_center.draft.repositories;
    match index(&number, repositories) {
        Some(at) => page(&administrator, &number, &repositories[at], false),
        None => page(&administrator, "", &Repository::default(), false),
    }
}

async fn submit(State(app): State<App>, submitted: Submitted) -> Response {
    let Submitted { administrator, fields } = submitted;
    let field = |name: &str| fields.get(name).to_owned();
    let entered = Repository { repository: field("repository"), endpoint: field("endpoint") };
    let number = fields.get("number");
    if entered.repository.is_empty() || entered.endpoint.is_empty() {
        return page(&administrator, number, &entered, true).into_response();
    }
    let repositories = &mut app.world().await.admin_center.draft.repositories;
    match index(number, repositories) {
        Some(at) => repositories[at] = entered,
        None => repositories.push(entered),
    }
    Redirect::to(&Tab::Repositories.address()).into_response()
}

/// `number` is empty for a new repository.
fn page(administrator: &Administrator, number: &str, entry: &Repository, incomplete: bool) -> Page {
    let new = number.is_empty();
    Page::new(
        if new { "New repository" } else { "Edit repository" },
        html! {
            @if incomplete {
                p class="problem" role="alert" id="problem" { "Enter both the repository and its endpoint." }
            }
            form method="post" action=(PATH) {
                (administrator.form_token())
                input type="hidden" name="number" value=(number);
                label for="repository" { "Repository" }
                input type="text" id="repository" name="repository" value=(entry.repository) autocomplete="off";
                label for="endpoint" { "Endpoint" }
                input type="text" id="endpoint" name="endpoint" value=(entry.endpoint) autocomplete="off";
                button class="primary" id=(if new { "add" } else { "apply" }) {
                    @if new { "Add" } @else { "Apply" }
                }
            }
            p { a href=(Tab::Repositories.address()) id="cancel" { "Cancel" } }
        },
    )
}
