//! Signing in to the admin center: a list of the tenant's accounts, of which only administrators come in.

use axum::Router;
use axum::extract::{Form, FromRequest, FromRequestParts, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use crate::app::App;
use crate::entra::accounts::Account;
use crate::instance::login::{local, stale_form};
use crate::instance::session::{Cookie, FORM_TOKEN, Fields};
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/sign-in", get(choose).post(sign_in)).route("/sign-out", get(sign_out))
}

fn cookie(app: &App) -> Cookie {
    Cookie::of("admin_center", &app.urls().admin_center)
}

fn is_administrator(account: &Account) -> bool {
    !account.roles.is_empty()
}

/// An administrator who is signed in. Others are sent to the sign-in page and back.
pub(super) struct Administrator {
    pub name: String,
    form_token: String,
}

impl Administrator {
    async fn of(app: &App, headers: &HeaderMap) -> Option<Self> {
        let world = app.world().await;
        let session = world.admin_center.sessions.get(cookie(app).read(headers)?, app.clock().now())?;
        let account = world.entra.account(session.user.as_deref()?).filter(|it| is_administrator(it))?;
        Some(Self { name: account.user_principal_name.clone(), form_token: session.form_token.clone() })
    }

    /// The hidden field that every form must have.
    pub(super) fn form_token(&self) -> Markup {
        html! { input type="hidden" name=(FORM_TOKEN) value=(self.form_token); }
    }
}

impl FromRequestParts<App> for Administrator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        if let Some(administrator) = Self::of(app, &parts.headers).await {
            return Ok(administrator);
        }
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let back = if parts.method == Method::GET { path } else { "/" };
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("back", back).finish();
        Err(Redirect::to(&format!("/sign-in?{query}")).into_response())
    }
}

/// A form that an administrator submitted, its token checked.
pub(super) struct Submitted {
    pub administrator: Administrator,
    pub fields: Fields,
}

impl FromRequest<App> for Submitted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let administrator = Administrator::from_request_parts(&mut parts, app).await?;
        let Form(fields) = Form::<Fields>::from_request(Request::from_parts(parts, body), app)
            .await
            .map_err(IntoResponse::into_response)?;
        if fields.get(FORM_TOKEN) != administrator.form_token {
            return Err(stale_form());
        }
        Ok(Self { administrator, fields })
    }
}

#[derive(Deserialize)]
struct Goal {
    #[serde(default)]
    back: String,
}

async fn choose(State(app): State<App>, Query(goal): Query<Goal>, headers: HeaderMap) -> Response {
    let mut world = app.world().await;
    let now = app.clock().now();
    let kept = cookie(&app).read(&headers).filter(|key| world.admin_center.sessions.get(key, now).is_some());
    let key = match kept {
        Some(key) => key.to_owned(),
        None => world.admin_center.sessions.open(None, now),
    };
    let token = world.admin_center.sessions.get(&key, now).map_or("", |session| &session.form_token);
    let page = Page::new(
        "Sign in to the Microsoft 365 admin center",
        html! {
            p { "Practice has no passwords: choose who you are." }
            form method="post" action="/sign-in" {
                input type="hidden" name=(FORM_TOKEN) value=(token);
                input type="hidden" name="back" value=(local(&goal.back));
                @for account in &world.entra.accounts {
                    button class="account" name="account" value=(account.user_principal_name) id={ "account-" (account.user_principal_name) } {
                        strong { (account.display_name) } " " (account.user_principal_name)
                        @for role in &account.roles { br; span class="quiet" { (role.name()) } }
                    }
                }
            }
        },
    );
    ([cookie(&app).set(Some(&key))], page).into_response()
}

async fn sign_in(State(app): State<App>, headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let mut guard = app.world().await;
    let now = app.clock().now();
    let cookie = cookie(&app);
    let Some(key) = cookie.read(&headers) else { return stale_form() };
    let session = guard.admin_center.sessions.get(key, now);
    if session.is_none_or(|session| session.form_token != fields.get(FORM_TOKEN)) {
        return stale_form();
    }
    let chosen = fields.get("account");
    let account = guard.entra.accounts.iter().find(|account| account.user_principal_name == chosen);
    let Some(account) = account else { return Redirect::to("/sign-in").into_response() };
    if !is_administrator(account) {
        return needs_role(&account.user_principal_name);
    }
    let id = account.id.clone();
    guard.admin_center.sessions.close(key);
    let key = guard.admin_center.sessions.open(Some(id), now);
    ([cookie.set(Some(&key))], Redirect::to(local(fields.get("back")))).into_response()
}

fn needs_role(name: &str) -> Response {
    let page = Page::new(
        "You need an admin role",
        html! {
            p class="problem" role="alert" id="needs-admin" {
                (name) " has no admin role, and the admin center is for administrators only."
            }
            p { a href="/sign-in" id="another-account" { "Sign in with another account" } }
        },
    );
    (StatusCode::FORBIDDEN, page).into_response()
}

async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Response {
    let cookie = cookie(&app);
    if let Some(key) = cookie.read(&headers) {
        app.world().await.admin_center.sessions.close(key);
    }
    ([cookie.set(None)], Redirect::to("/sign-in")).into_response()
}
