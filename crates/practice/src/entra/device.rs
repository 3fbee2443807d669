//! Signing in on another device ("Microsoft identity platform and the OAuth 2.0 device authorization grant flow").

use axum::extract::{Form as Posted, Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use maud::html;
use serde_json::json;

use super::Entra;
use super::accounts::Account;
use super::clients::Client;
use super::grants::{Answer, DEVICE_CODE_S, Grant};
use super::refusal::Refusal;
use super::sign_in::{self, Choice, Form, may_consent};
use crate::app::App;
use crate::instance::login::stale_form;
use crate::instance::session::Fields;
use crate::page::Page;

/// Seconds between two polls.
const INTERVAL_S: u32 = 5;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{tenant}/oauth2/v2.0/devicecode", post(begin))
        .route("/device", get(ask).post(answer))
}

async fn begin(
    State(app): State<App>,
    Path(tenant): Path<String>,
    Posted(fields): Posted<Fields>,
) -> Result<Response, Refusal> {
    let mut world = app.world().await;
    let entra = &mut world.entra;
    // "Device Code flow is not supported under /common", as MSAL's documentation has it.
    if tenant.eq_ignore_ascii_case("common") {
        return Err(Refusal::new(
            "invalid_request",
            90_133,
            "Device Code flow is not supported under /common or /consumers endpoint.",
        ));
    }
    let tenant = entra.authority(&tenant)?;
    let client = Client::of(fields.get("client_id"), &tenant.id)?;
    let rights = client.rights(fields.get("scope"), &app.urls().graph)?;
    let now = app.clock().now();
    let (device_code, user_code) = entra.grants.device_code(client.id, fields.get("scope"), now);
    if app.options().auto_approve && !app.scene().entra.device_code_blocked {
        let admin = entra.accounts.first().cloned();
        let answer = match admin {
            Some(admin) if may_consent(app.scene(), entra, client, &admin, &rights) => {
                Answer::Granted(grant(client, &admin, rights, fields.get("scope")))
            }
            _ => Answer::Declined,
        };
        entra.grants.answer(&user_code, answer, now);
    }
    let page = format!("{}/device", app.urls().login);
    let message = format!(
        "To sign in, use a web browser to open the page {page} and enter the code {user_code} to authenticate."
    );
    Ok(Json(json!({
        "user_code": user_code,
        "device_code": device_code,
        "verification_uri": page,
        "expires_in": DEVICE_CODE_S,
        "interval": if app.scene().entra.slow_down { 1 } else { INTERVAL_S },
        "message": message,
    }))
    .into_response())
}

fn grant(client: &Client, account: &Account, rights: Vec<String>, scope: &str) -> Grant {
    Grant {
        client_id: client.id.to_owned(),
        account: account.id.clone(),
        rights,
        scope: scope.to_owned(),
        nonce: None,
        stepped_up: false,
    }
}

async fn ask(State(app): State<App>, headers: HeaderMap) -> Response {
    enter(&app, &mut app.world().await.entra, &headers, None)
}

fn enter(app: &App, entra: &mut Entra, headers: &HeaderMap, problem: Option<&str>) -> Response {
    let markup = html! {
        @if let Some(problem) = problem { p class="problem" id="refusal" { (problem) } }
        label for="code" { "Code that your application shows" }
        input id="code" name="code" autocomplete="off";
        button class="primary" id="next" { "Next" }
    };
    sign_in::page(app, entra, headers, "Enter code", &Form { action: "/device", kept: &[] }, &markup)
}

async fn answer(State(app): State<App>, headers: HeaderMap, Posted(fields): Posted<Fields>) -> Response {
    let mut world = app.world().await;
    let entra = &mut world.entra;
    if !sign_in::is_genuine(&app, entra, &headers, &fields) {
        return stale_form();
    }
    let (code, now) = (fields.get("code"), app.clock().now());
    let Some(waiting) = entra.grants.waiting(code, now) else {
        return enter(&app, entra, &headers, Some("That code didn't work. Check the code and try again."));
    };
    let asked = Client::of(&waiting.client_id, &entra.tenant.id)
        .and_then(|client| Ok((client, client.rights(&waiting.scope, &app.urls().graph)?)));
    if app.scene().entra.device_code_blocked {
        return Refusal::new(
            "access_denied",
            53_003,
            "Access has been blocked by Conditional Access policies. Your sign-in used an authentication flow that is restricted by your admin.",
        )
        .page();
    }
    let (client, rights) = match asked {
        Ok(asked) => asked,
        Err(refusal) => return refusal.page(),
    };
    let kept = [("code", code)];
    let form = Form { action: "/device", kept: &kept };
    match Choice::of(entra, &fields, client) {
        Choice::Nobody => {
            let markup = sign_in::accounts(entra);
            sign_in::page(&app, entra, &headers, "Pick an account", &form, &markup)
        }
        Choice::Asked(account) | Choice::Agreed(account)
            if !may_consent(app.scene(), entra, client, &account, &rights) =>
        {
            let markup = sign_in::needs_admin(client, &account);
            sign_in::page(&app, entra, &headers, "Need admin approval", &form, &markup)
        }
        Choice::Asked(account) => {
            let markup = sign_in::consent(client, &account, &rights);
            sign_in::page(&app, entra, &headers, "Permissions requested", &form, &markup)
        }
        Choice::Agreed(account) => {
            if !client.preauthorized {
                entra.grants.consent(client.id, &account.id);
            }
            let granted = grant(client, &account, rights, &waiting.scope);
            entra.grants.answer(code, Answer::Granted(granted), now);
            ended("You have signed in to the application on your device. You may now close this window.")
        }
        Choice::Declined => {
            entra.grants.answer(code, Answer::Declined, now);
            ended("You declined. The application on your device was told so. You may now close this window.")
        }
    }
}

fn ended(sentence: &str) -> Response {
    Page::new("Sign in on another device", html! { p id="ended" { (sentence) } }).into_response()
}
