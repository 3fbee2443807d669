//! `/oauth_auth.do`: the person agrees that a client acts on their behalf.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::html;
use serde::Deserialize;
use url::Url;

use crate::app::App;
use crate::instance::Instance;
use crate::instance::login::{Submitted, Visitor, goal};
use crate::instance::tables::Row;
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/oauth_auth.do", get(ask).post(answer))
}

/// The parameters of the request, as the client sent them.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Parameters {
    response_type: String,
    client_id: String,
    redirect_uri: String,
    state: String,
    code_challenge: String,
    code_challenge_method: String,
    login_hint: String,
}

/// A request that may be put to the person.
struct Authorization {
    client: Row,
    redirect: Url,
    /// The redirect as it is registered, which the token request has to repeat.
    redirect_uri: String,
}

impl Authorization {
    /// # Errors
    /// With the page that tells the person what is wrong: the browser is never sent back with an error.
    fn of(instance: &Instance, parameters: &Parameters) -> Result<Self, Response> {
        let client = instance
            .tables
            .all("oauth_entity")
            .find(|row| row.get("type") == "client" && row.get("client_id") == parameters.client_id)
            .filter(|row| row.is_true("active") && !parameters.client_id.is_empty())
            .ok_or_else(|| refused("The request names a client that this instance does not know."))?;
        if parameters.response_type != "code" {
            return Err(refused("The request asks for another response type than code."));
        }
        if parameters.state.is_empty() {
            return Err(refused("The request has no state parameter."));
        }
        if !parameters.state.chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c)) {
            return Err(refused("The request's state parameter has special characters."));
        }
        let pkce = !parameters.code_challenge.is_empty();
        if pkce && parameters.code_challenge_method != "S256" {
            return Err(refused("The code challenge method must be S256."));
        }
        if !pkce && (client.is_true("use_pkce") || client.is_true("public_client")) {
            return Err(refused("This client must use PKCE, and the request has no code challenge."));
        }
        // "If no match is made, the instance uses the first redirect URL": not an error, just somewhere else.
        let registered: Vec<&str> = client.get("redirect_url").split(',').map(str::trim).collect();
        let redirect_uri = *registered
            .iter()
            .find(|url| **url == parameters.redirect_uri)
            .or(registered.first())
            .unwrap_or(&"");
        let redirect = Url::parse(redirect_uri)
            .map_err(|_| refused("The client's record has no redirect URL that can be used."))?;
        Ok(Self { redirect, redirect_uri: redirect_uri.to_owned(), client: client.clone() })
    }

    /// Sends the browser back with a code.
    fn grant(&self, app: &App, instance: &mut Instance, parameters: &Parameters, user: &str) -> Response {
        let challenge = Some(parameters.code_challenge.as_str()).filter(|challenge| !challenge.is_empty());
        let now = app.clock().now();
        let code = instance.grants.code(&self.client, user, &self.redirect_uri, challenge, now);
        self.back(&[("code", &code), ("state", &parameters.state)])
    }

    fn deny(&self, parameters: &Parameters) -> Response {
        let why = "The resource owner denied the request";
        self.back(&[("error", "access_denied"), ("error_description", why), ("state", &parameters.state)])
    }

    fn back(&self, pairs: &[(&str, &str)]) -> Response {
        let mut redirect = self.redirect.clone();
        redirect.query_pairs_mut().extend_pairs(pairs);
        (StatusCode::FOUND, [(header::LOCATION, String::from(redirect))]).into_response()
    }
}

fn refused(why: &str) -> Response {
    (StatusCode::BAD_REQUEST, Page::new("Sign-in request refused", html! { p class="problem" { (why) } }))
        .into_response()
}

async fn ask(
    State(app): State<App>,
    Query(parameters): Query<Parameters>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Response> {
    if app.options().auto_approve {
        let mut world = app.world().await;
        let authorization = Authorization::of(&world.instance, &parameters)?;
        let hint = Some(parameters.login_hint.as_str()).filter(|hint| !hint.is_empty()).unwrap_or("admin");
        let user = world.instance.tables.find("sys_user", "user_name", hint);
        let user = user.map(|user| user.sys_id().to_owned());
        let user = user.ok_or_else(|| refused("The request hints at a user that does not exist."))?;
        return Ok(authorization.grant(&app, &mut world.instance, &parameters, &user));
    }
    let authorization = Authorization::of(&app.world().await.instance, &parameters)?;
    let visitor = Visitor::required(&app, &headers, &uri).await?;
    Ok(consent(&authorization, &parameters, &visitor, &uri).into_response())
}

fn consent(authorization: &Authorization, parameters: &Parameters, visitor: &Visitor, uri: &Uri) -> Page {
    let here = uri.path_and_query().map_or("/", |path| path.as_str());
    let kept = [
        ("response_type", &parameters.response_type),
        ("client_id", &parameters.client_id),
        ("redirect_uri", &parameters.redirect_uri),
        ("state", &parameters.state),
        ("code_challenge", &parameters.code_challenge),
        ("code_challenge_method", &parameters.code_challenge_method),
    ];
    Page::new(
        "Allow access",
        html! {
            p {
                strong { (authorization.client.get("name")) }
                " would like to use this instance as " strong { (visitor.caller.user_name) } ", with all that this user may do."
            }
            p class="quiet" {
                "You will be sent to " code { (authorization.redirect_uri) } ". "
                a href={ "/logout.do?" (goal(here)) } id="not-you" { "Not you?" }
            }
            form method="post" action="/oauth_auth.do" {
                (visitor.form_token())
                @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
                button class="primary" id="allow" name="decision" value="allow" { "Allow" }
                button id="deny" name="decision" value="deny" { "Deny" }
            }
        },
    )
}

async fn answer(State(app): State<App>, submitted: Submitted) -> Result<Response, Response> {
    let field = |name: &str| submitted.fields.get(name).to_owned();
    let parameters = Parameters {
        response_type: field("response_type"),
        client_id: field("client_id"),
        redirect_uri: field("redirect_uri"),
        state: field("state"),
        code_challenge: field("code_challenge"),
        code_challenge_method: field("code_challenge_method"),
        login_hint: String::new(),
    };
    let mut world = app.world().await;
    let authorization = Authorization::of(&world.instance, &parameters)?;
    let user = &submitted.visitor.caller.sys_id;
    Ok(match submitted.fields.get("decision") {
        "allow" => authorization.grant(&app, &mut world.instance, &parameters, user),
        _ => authorization.deny(&parameters),
    })
}
