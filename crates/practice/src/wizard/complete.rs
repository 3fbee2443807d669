//! The last page: the values for the Microsoft side, Test setup, and the settings once it works.

use maud::{Markup, html};

use super::pages::{back, form, test_environment};
use super::setup::chosen;
use super::stage::Stage;
use crate::instance::login::Visitor;
use crate::test_setup::Outcome;
use crate::world::World;

pub(super) fn body(world: &World, visitor: &Visitor) -> Markup {
    let wizard = &world.wizard;
    let client_id = chosen(world).map_or("", |row| row.get("client_id"));
    let succeeded = wizard.tested == Some(Outcome::Succeeded);
    html! {
        @if let Some(outcome) = &wizard.tested { (said(outcome)) }
        p { "The Microsoft 365 administrator enters these values in the Microsoft 365 admin center:" }
        table {
            tbody {
                tr { th { "Outbound App ID" } td { code id="outbound-app-id" { (client_id) } } }
                @if let Some(integration) = &wizard.integration {
                    tr { th { "Repository ID" } td { code id="repository-id" { (integration.repository_id) } } }
                    tr { th { "Endpoint" } td { code id="endpoint" { (integration.endpoint) } } }
                }
            }
        }
        @if !succeeded {
            p id="no-test-before" {
                strong { "Do not choose Test setup before the Microsoft 365 administrator is through " }
                "with the steps in the Microsoft 365 admin center: it can only fail until then."
            }
        }
        (form(visitor, Stage::Complete, &html! {
            button class="primary" id="test-setup" name="action" value="test" { "Test setup" }
            (back())
        }))
        @if succeeded {
            h2 { "Settings" }
            (form(visitor, Stage::Complete, &html! {
                (test_environment(wizard.test_environment))
                button id="save-environment" name="action" value="save" { "Save" }
            }))
        }
        (form(visitor, Stage::Complete, &html! {
            button id="start-over" name="action" value="start-over" { "Start over" }
        }))
    }
}

/// What the last test said.
fn said(outcome: &Outcome) -> Markup {
    html! {
        @match outcome {
            Outcome::Succeeded => {
                p class="done" role="status" id="test-succeeded" {
                    "Test setup succeeded. Setup validation successful: the integration is ready."
                }
            }
            Outcome::Failed(problems) => {
                div class="problem" role="alert" id="problem" {
                    p { "Test setup failed." }
                    ul { @for problem in problems { li { (problem) } } }
                }
            }
        }
    }
}
