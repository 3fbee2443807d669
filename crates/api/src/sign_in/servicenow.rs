//! The ServiceNow admin.

use secrecy::SecretString;
use servicenow::{Instance, ServicenowError, SignIn};
use setup::{Problem, problem::Result, record::SetupHead};

use super::{PATIENCE, Told, UnderWay, waiting::noted};
use crate::{app::App, session::Session, setups::Opened};

/// Answers of the setup that say which client of the instance signs in, and on which port it comes back.
const CLIENT: &str = "servicenow.sign-in.client";
const PORT: &str = "servicenow.sign-in.port";

pub async fn browser(app: &App, opened: &Opened, under_way: &UnderWay, tell: Told<'_>) -> Result<Session> {
    // What nobody answered has the guide's default.
    let values = opened.record.values(&opened.told.guide);
    let answer = |name: &str| values.get(name).filter(|answer| !answer.is_empty());
    let (Some(client_id), Some(port)) = (answer(CLIENT), answer(PORT)) else {
        return Err(Problem::new("sign-in-client-missing").hint("hint-sign-in-client"));
    };
    let port =
        port.parse().map_err(|_| Problem::new("sign-in-client-missing").hint("hint-sign-in-client"))?;
    let services = app.services(&opened.record.head)?;
    let sign_in = SignIn {
        http: services.http.clone(),
        instance: services.instance,
        client_id: client_id.clone(),
        port,
    };
    let waiting = sign_in.browser().await.map_err(problem)?;
    app.send_browser(waiting.url(), &sign_in.instance.host(), waiting.paste_box(), under_way, tell);
    let words = app.page_words(opened);
    let tokens = waiting.finish(&words, PATIENCE, &|event| tell(noted(event))).await.map_err(problem)?;
    let account = who(Instance::new(services.http, sign_in.instance, tokens.access.clone())).await?;
    Ok(Session {
        access: tokens.access,
        refresh: tokens.refresh,
        expires_at: Some(tokens.expires_at),
        account,
        client_id: sign_in.client_id,
        claims: None,
    })
}

/// New tokens from a refresh token.
///
/// # Errors
/// `session-refused`, when the person has to sign in again; the network's.
pub async fn refresh(app: &App, head: &SetupHead, session: &Session) -> Result<Session> {
    let sign_in = without_port(app, head, session)?;
    let refresh = session.refresh.clone().ok_or_else(|| Problem::new("session-refused"))?;
    let renewed = sign_in.renew(&refresh).await.map_err(|error| match error {
        // The token endpoint has one answer for everything; whatever it means, signing in again is what helps.
        ServicenowError::OAuth(net::oauth::OAuthError::Refused(_)) => Problem::new("session-refused"),
        error => problem(error),
    })?;
    Ok(Session {
        access: renewed.access,
        refresh: renewed.refresh.or(Some(refresh)),
        expires_at: Some(renewed.expires_at),
        account: session.account.clone(),
        client_id: session.client_id.clone(),
        claims: None,
    })
}

/// Who a token belongs to.
pub async fn account(app: &App, opened: &Opened, token: &SecretString) -> Result<String> {
    let services = app.services(&opened.record.head)?;
    who(Instance::new(services.http, services.instance, token.clone())).await
}

/// Roles of which one is needed to change anything here.
const ROLES: [&str; 3] = ["admin", "oauth_admin", "user_admin"];

/// What there is to know about the person and the client that signed them in. What cannot be read says nothing: the instance itself
/// refuses what may not be.
pub async fn notes(app: &App, opened: &Opened, session: &Session) -> Vec<Problem> {
    let Ok(services) = app.services(&opened.record.head) else { return Vec::new() };
    let instance = Instance::new(services.http, services.instance, session.access.clone());
    let (roles, client) =
        futures_util::join!(instance.my_roles(), instance.sign_in_client(&session.client_id));
    let mut notes = Vec::new();
    if roles.is_ok_and(|roles| !ROLES.iter().any(|role| roles.contains(*role))) {
        notes.push(Problem::new("note-role").arg("account", &session.account));
    }
    if let Ok(Some(client)) = client {
        if client.requires_pkce() == Some(false) {
            notes.push(Problem::new("note-sign-in-pkce"));
        }
        if client.public_client == "false" {
            notes.push(Problem::new("note-sign-in-not-public"));
        }
    }
    notes
}

/// Ends the session at the instance, as far as it can be reached.
pub async fn revoke(app: &App, opened: &Opened, session: &Session) {
    let Ok(sign_in) = without_port(app, &opened.record.head, session) else { return };
    for token in session.refresh.iter().chain([&session.access]) {
        if let Err(error) = sign_in.revoke(token).await {
            tracing::info!(%error, "a token could not be revoked; it expires by itself");
        }
    }
}

/// For what needs no way back from a browser.
fn without_port(app: &App, head: &SetupHead, session: &Session) -> Result<SignIn> {
    let services = app.services(head)?;
    Ok(SignIn {
        http: services.http,
        instance: services.instance,
        client_id: session.client_id.clone(),
        port: 0,
    })
}

async fn who(instance: Instance) -> Result<String> {
    let me = instance.me().await.map_err(problem)?;
    Ok(me.ok_or_else(|| Problem::new("servicenow-user-unseen"))?.user_name)
}

fn problem(error: ServicenowError) -> Problem {
    steps::problem::of_servicenow(&error)
}
