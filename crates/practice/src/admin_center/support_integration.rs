//! Support integration: two tabs over one draft, which counts once it is saved.

use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;

use super::AdminCenter;
use super::repository;
use super::settings::{Settings, Tool};
use super::sign_in::{Administrator, Submitted};
use crate::app::App;
use crate::page::Page;

pub(super) const PATH: &str = "/support-integration";
const REMOVE: &str = "/support-integration/remove";

pub(super) fn routes() -> Router<App> {
    Router::new().route(PATH, get(show).post(submit)).route(REMOVE, post(remove))
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Basic,
    Repositories,
}

impl Tab {
    const ALL: [Self; 2] = [Self::Basic, Self::Repositories];

    fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Repositories => "repositories",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Basic => "Basic information",
            Self::Repositories => "Repositories",
        }
    }

    /// The first tab unless another is named.
    fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|tab| tab.name() == name).unwrap_or(Self::Basic)
    }

    pub(super) fn address(self) -> String {
        format!("{PATH}?tab={}", self.name())
    }
}

#[derive(Deserialize)]
#[serde(default)]
struct Parameters {
    tab: String,
    saved: bool,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { tab: Tab::Basic.name().to_owned(), saved: false }
    }
}

async fn show(
    State(app): State<App>,
    administrator: Administrator,
    Query(parameters): Query<Parameters>,
) -> Page {
    let world = app.world().await;
    let center = &world.admin_center;
    let news = html! {
        @if parameters.saved && !center.is_unsaved() {
            p class="done" role="status" id="saved" { "Saved." }
        }
    };
    page(center, &administrator, Tab::named(&parameters.tab), &news)
}

async fn submit(State(app): State<App>, submitted: Submitted) -> Response {
    let Submitted { administrator, fields } = submitted;
    let center = &mut app.world().await.admin_center;
    let tab = Tab::named(fields.get("tab"));
    if tab == Tab::Basic {
        center.draft.tool = Tool::named(fields.get("tool"));
        center.draft.application_id = fields.get("application_id").to_owned();
    }
    if fields.get("action") == "next" {
        return Redirect::to(&Tab::Repositories.address()).into_response();
    }
    if let Some(problem) = center.draft.problem() {
        let news = html! { p class="problem" role="alert" id="problem" { (problem) } };
        return page(center, &administrator, tab, &news).into_response();
    }
    center.saved = center.draft.clone();
    Redirect::to(&format!("{}&saved=true", tab.address())).into_response()
}

async fn remove(State(app): State<App>, submitted: Submitted) -> Redirect {
    let repositories = &mut app.world().await.admin_center.draft.repositories;
    if let Some(at) = repository::index(submitted.fields.get("number"), repositories) {
        repositories.remove(at);
    }
    Redirect::to(&Tab::Repositories.address())
}

fn page(center: &AdminCenter, administrator: &Administrator, tab: Tab, news: &Markup) -> Page {
    Page::new(
        "Support integration",
        html! {
            p class="quiet" { "Settings > Org settings > Organization profile" }
            (news)
            @if center.is_unsaved() { p id="unsaved" { "Changes are not saved yet." } }
            nav {
                @for (at, other) in Tab::ALL.into_iter().enumerate() {
                    @if at > 0 { " · " }
                    a href=(other.address()) id={ "tab-" (other.name()) } aria-current=[(other == tab).then_some("page")] {
                        (other.label())
                    }
                }
            }
            h2 { (tab.label()) }
            @match tab {
                Tab::Basic => (basic(&center.draft, administrator)),
                Tab::Repositories => (repositories(&center.draft, administrator)),
            }
            p { a href="/" id="home" { "Microsoft 365 admin center" } }
        },
    )
}

fn basic(draft: &Settings, administrator: &Administrator) -> Markup {
    html! {
        form method="post" action=(PATH) {
            (administrator.form_token())
            input type="hidden" name="tab" value=(Tab::Basic.name());
            label for="tool" { "Internal support tool" }
            select id="tool" name="tool" {
                @for tool in Tool::ALL {
                    option value=(tool.name()) selected[tool == draft.tool] { (tool.label()) }
                }
            }
            label for="application_id" { "Application ID to issue Auth Token" }
            input type="text" id="application_id" name="application_id" value=(draft.application_id) autocomplete="off";
            button class="primary" id="next" name="action" value="next" { "Next: Repositories" }
            button id="save" name="action" value="save" { "Save" }
        }
    }
}

fn repositories(draft: &Settings, administrator: &Administrator) -> Markup {
    html! {
        @if draft.repositories.is_empty() {
            p { "There is no repository yet." }
        } @else {
            table {
                thead { tr { th { "Repository" } th { "Endpoint" } th { } } }
                tbody {
                    @for (number, entry) in (1..).zip(&draft.repositories) {
                        tr {
                            td { (entry.repository) }
                            td { (entry.endpoint) }
                            td {
                                a href={ (repository::PATH) "?number=" (number) } id={ "edit-" (number) } { "Edit" }
                                form method="post" action=(REMOVE) {
                                    (administrator.form_token())
                                    input type="hidden" name="number" value=(number);
                                    button id={ "remove-" (number) } { "Remove" }
                                }
                            }
                        }
                    }
                }
            }
        }
        p { a href=(repository::PATH) id="new-repository" { "New repository" } }
        form method="post" action=(PATH) {
            (administrator.form_token())
            input type="hidden" name="tab" value=(Tab::Repositories.name());
            button class="primary" id="save" name="action" value="save" { "Save" }
        }
    }
}
