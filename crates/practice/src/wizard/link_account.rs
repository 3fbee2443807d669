//! Link Account: the one Microsoft 365 account with which support cases are created.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;

use super::{LINK_ACCOUNT, conditions};
use crate::app::App;
use crate::instance::login::{Submitted, Visitor};
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    Router::new().route(LINK_ACCOUNT, get(show).post(save))
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Page, Response> {
    let world = app.world().await;
    conditions::installed(&world, &visitor.caller)?;
    Ok(page(&visitor, world.wizard.linked_account.as_deref(), None))
}

async fn save(State(app): State<App>, submitted: Submitted) -> Result<Response, Response> {
    let Submitted { visitor, fields } = submitted;
    let mut world = app.world().await;
    conditions::installed(&world, &visitor.caller)?;
    let account = fields.get("account");
    if !is_address(account) {
        let linked = world.wizard.linked_account.as_deref();
        return Ok(page(&visitor, linked, Some(account)).into_response());
    }
    world.wizard.linked_account = Some(account.to_owned());
    Ok(Redirect::to(LINK_ACCOUNT).into_response())
}

/// `refused` is what was entered and is no e-mail address.
fn page(visitor: &Visitor, linked: Option<&str>, refused: Option<&str>) -> Page {
    Page::new(
        "Link Account",
        html! {
            @if refused.is_some() {
                p class="problem" role="alert" id="problem" { "This is not an e-mail address. Nothing was saved." }
            }
            p {
                "One Microsoft 365 account that may create support cases is enough for the whole application: "
                "members do not link their own. A new account takes the place of the one before."
            }
            p {
                @match linked {
                    Some(linked) => { "Linked account: " strong id="linked-account" { (linked) } }
                    None => { "No account is linked." }
                }
            }
            form method="post" action=(LINK_ACCOUNT) {
                (visitor.form_token())
                label for="account" { "E-mail address of the account" }
                input type="text" inputmode="email" id="account" name="account" value=[refused] autocomplete="off";
                button class="primary" id="save" { "Save" }
            }
            p { a href="/navpage.do" { "All" } }
        },
    )
}

/// Whether the text looks like an e-mail address.
fn is_address(text: &str) -> bool {
    let plain = !text.contains(char::is_whitespace) && text.matches('@').count() == 1;
    plain
        && text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && host.split('.').all(|label| !label.is_empty())
        })
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses() {
        assert!(is_address("support.cases@lumen-practice.example"));
        for text in ["", "support", "@example.com", "a@b", "a@example..com", "a b@example.com", "a@b@c.com"] {
            assert!(!is_address(text), "{text}");
        }
    }
}
