//! The pages of the wizard that ask for something, each a form.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::setup::registrations;
use super::stage::Stage;
use super::{SETUP, complete};
use crate::instance::login::Visitor;
use crate::instance::seed::APP_NAME;
use crate::instance::tables::Tables;
use crate::page::Page;
use crate::world::World;

/// Why a form was not taken.
pub(super) struct Complaint {
    pub problem: String,
    /// What stands in the form's field again.
    pub typed: String,
}

impl Complaint {
    pub(super) fn of(problem: &str) -> Self {
        Self { problem: problem.to_owned(), typed: String::new() }
    }
}

/// The page that the wizard is on.
pub(super) fn page(world: &World, visitor: &Visitor, complaint: Option<&Complaint>) -> Response {
    let stage = world.wizard.stage;
    let markup = match stage {
        Stage::Agree => agree(),
        Stage::Environment => environment(world.wizard.test_environment),
        Stage::Tenant => {
            let kept = world.wizard.tenant.as_deref().unwrap_or_default();
            tenant(complaint.map_or(kept, |complaint| &complaint.typed))
        }
        Stage::EntraApp => entra_app(),
        Stage::ServicenowApp => servicenow_app(&world.instance.tables, world.wizard.oauth_entity.as_deref()),
        Stage::Complete => html! {},
    };
    let body = html! {
        p class="quiet" { (APP_NAME) " · Setup" }
        @if let Some(complaint) = complaint {
            p class="problem" role="alert" id="problem" { (complaint.problem) }
        }
        @if stage == Stage::Complete {
            (complete::body(world, visitor))
        } @else {
            (form(visitor, stage, &html! {
                (markup)
                @if stage != Stage::Agree { (back()) }
            }))
        }
        p { a href="/navpage.do" { "All" } }
    };
    Page::new(title(stage), body).into_response()
}

fn title(stage: Stage) -> &'static str {
    match stage {
        Stage::Agree => "What the integration sends to Microsoft",
        Stage::Environment => "Configure the environment",
        Stage::Tenant => "Configure the Microsoft 365 tenant",
        Stage::EntraApp => "Register the Azure Active Directory (AAD) app",
        Stage::ServicenowApp => "Register the ServiceNow OAuth app",
        Stage::Complete => "Step 6 – Complete the Integration",
    }
}

/// A form that says which page it is of, so that one left over from another page is told apart.
pub(super) fn form(visitor: &Visitor, stage: Stage, markup: &Markup) -> Markup {
    html! {
        form method="post" action=(SETUP) {
            (visitor.form_token())
            input type="hidden" name="page" value=(stage.name());
            (markup)
        }
    }
}

pub(super) fn back() -> Markup {
    html! { button id="back" name="action" value="back" { "Back" } }
}

pub(super) fn test_environment(ticked: bool) -> Markup {
    html! {
        label {
            input type="checkbox" id="test_environment" name="test_environment" value="true" checked[ticked];
            "This is a test environment"
        }
    }
}

fn agree() -> Markup {
    html! {
        p { "When somebody asks Microsoft for help from an incident, the integration sends to Microsoft:" }
        ul {
            li { "the number, the short description and the description of the incident" }
            li { "comments that are written to Microsoft's support, and files attached to them" }
            li { "the name and the e-mail address of who asks" }
            li { "the domain of the Microsoft 365 tenant and the address of this instance" }
        }
        p { "Nothing is sent before the setup is complete." }
        button class="primary" id="agree" name="action" value="next" { "Agree" }
    }
}

fn environment(ticked: bool) -> Markup {
    html! {
        p { "Cases from a test environment are marked as such. This can be turned off later." }
        (test_environment(ticked))
        button class="primary" id="start-setup" name="action" value="next" { "Start setup" }
    }
}

fn tenant(typed: &str) -> Markup {
    html! {
        label for="tenant" { "Microsoft 365 tenant domain" }
        input type="text" id="tenant" name="tenant" value=(typed) autocomplete="off";
        button class="primary" id="next" name="action" value="next" { "Next" }
    }
}

fn entra_app() -> Markup {
    html! {
        p { "Configure authentication settings: this instance needs an application in the Microsoft 365 tenant." }
        ul {
            li { "It is for accounts of this organization only." }
            li { "It has a redirect address of this instance, and a client secret." }
        }
        p { "Choose Done once it is registered there." }
        button class="primary" id="done" name="action" value="next" { "Done" }
    }
}

fn servicenow_app(tables: &Tables, chosen: Option<&str>) -> Markup {
    let rows = registrations(tables);
    html! {
        p { "Configure authentication settings: the application's client ID and secret are in the Application Registry." }
        @if rows.is_empty() {
            p id="no-registrations" {
                "The Application Registry has no third party OAuth provider with the grant type Client Credentials. "
                a href="/oauth_entity_list.do" { "Application Registry" }
            }
        }
        label for="oauth_entity" { "OAuth application registration" }
        select id="oauth_entity" name="oauth_entity" {
            option value="" selected[chosen.is_none()] { "-- None --" }
            @for row in rows {
                option value=(row.sys_id()) selected[chosen == Some(row.sys_id())] { (row.get("name")) }
            }
        }
        button class="primary" id="next" name="action" value="next" { "Next" }
    }
}
