//! The two pages of every sign-in: which account, and whether it agrees.

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::Entra;
use super::accounts::{Account, Role};
use super::clients::{Client, MANAGE_APPLICATIONS, READ_POLICIES};
use crate::app::App;
use crate::instance::session::{Cookie, FORM_TOKEN, Fields};
use crate::page::Page;
use crate::scenes::Scene;

/// A form that goes to `action` with the fields that it was asked with.
pub(super) struct Form<'a> {
    pub action: &'a str,
    pub kept: &'a [(&'a str, &'a str)],
}

impl Form<'_> {
    fn of(&self, token: &str, markup: &Markup) -> Markup {
        html! {
            form method="post" action=(self.action) {
                input type="hidden" name=(FORM_TOKEN) value=(token);
                @for (name, value) in self.kept { input type="hidden" name=(name) value=(value); }
                (markup)
            }
        }
    }
}

/// What a submitted form says so far.
pub(super) enum Choice {
    /// Nobody was chosen.
    Nobody,
    /// This account, which has yet to agree.
    Asked(Account),
    Agreed(Account),
    Declined,
}

impl Choice {
    pub(super) fn of(entra: &Entra, fields: &Fields, client: &Client) -> Self {
        let Some(account) = entra.account_named(fields.get("account")) else { return Self::Nobody };
        match fields.get("decision") {
            "accept" => Self::Agreed(account.clone()),
            "cancel" => Self::Declined,
            _ if client.preauthorized || entra.grants.has_consent(client.id, &account.id) => {
                Self::Agreed(account.clone())
            }
            _ => Self::Asked(account.clone()),
        }
    }
}

/// Whether `account` has agreed already or may agree to these rights: managing applications takes an administrator's consent.
pub(super) fn may_consent(
    scene: &Scene,
    entra: &Entra,
    client: &Client,
    account: &Account,
    rights: &[String],
) -> bool {
    if entra.grants.has_consent(client.id, &account.id) {
        return true;
    }
    if scene.entra.consent_by_another && !account.roles.contains(&Role::GlobalAdministrator) {
        return client.preauthorized;
    }
    let wide = rights.iter().any(|right| right == MANAGE_APPLICATIONS || right == READ_POLICIES);
    client.preauthorized || (scene.consent_allowed && (!wide || account.administers_applications()))
}

fn cookie(app: &App) -> Cookie {
    Cookie::of("entra", &app.urls().login)
}

/// Whether the form was opened in this browser.
pub(super) fn is_genuine(app: &App, entra: &Entra, headers: &HeaderMap, fields: &Fields) -> bool {
    let session = cookie(app).read(headers).and_then(|key| entra.sessions.get(key, app.clock().now()));
    session.is_some_and(|session| session.form_token == fields.get(FORM_TOKEN))
}

/// A page with a form, and the cookie that makes it genuine.
pub(super) fn page(
    app: &App,
    entra: &mut Entra,
    headers: &HeaderMap,
    title: &str,
    form: &Form<'_>,
    markup: &Markup,
) -> Response {
    let now = app.clock().now();
    let kept = cookie(app).read(headers).filter(|key| entra.sessions.get(key, now).is_some());
    let key = match kept {
        Some(key) => key.to_owned(),
        None => entra.sessions.open(None, now),
    };
    let token = entra.sessions.get(&key, now).map_or("", |session| &session.form_token);
    ([cookie(app).set(Some(&key))], Page::new(title, form.of(token, markup))).into_response()
}

pub(super) fn accounts(entra: &Entra) -> Markup {
    html! {
        p { "Practice has no passwords: choose who you are." }
        @for account in &entra.accounts {
            button class="account" name="account" value=(account.user_principal_name) id={ "account-" (account.user_principal_name) } {
                strong { (account.display_name) } " " (account.user_principal_name)
                @for role in &account.roles { br; span class="quiet" { (role.name()) } }
            }
        }
    }
}

pub(super) fn consent(client: &Client, account: &Account, rights: &[String]) -> Markup {
    html! {
        p class="quiet" { (account.user_principal_name) }
        p { strong { (client.name) } " would like to:" }
        ul {
            @for right in rights {
                li { (meaning(right)) " " code { (right) } }
            }
            li { "Keep this access until you take it back" }
        }
        input type="hidden" name="account" value=(account.user_principal_name);
        button class="primary" id="accept" name="decision" value="accept" { "Accept" }
        button id="cancel" name="decision" value="cancel" { "Cancel" }
    }
}

/// For those who may not agree themselves.
pub(super) fn needs_admin(client: &Client, account: &Account) -> Markup {
    html! {
        p class="quiet" { (account.user_principal_name) }
        p class="problem" id="needs-admin" {
            strong { (client.name) } " needs permission to use resources in your organisation that only an administrator can grant. "
            "Ask an administrator to grant it before you use the application. AADSTS90094"
        }
        input type="hidden" name="account" value=(account.user_principal_name);
        button id="cancel" name="decision" value="cancel" { "Return to the application without granting consent" }
    }
}

fn meaning(right: &str) -> &str {
    match right {
        READ_POLICIES => "Read the organisation's policies",
        MANAGE_APPLICATIONS => "Read and change all applications of the organisation",
        _ => "Read your profile",
    }
}
