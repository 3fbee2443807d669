//! Signing in to the instance's pages: a list of accounts to click.

use axum::Router;
use axum::extract::{Form, FromRequest, FromRequestParts, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use super::Instance;
use super::access::Caller;
use super::role_inheritance::roles_of;
use super::session::{Cookie, FORM_TOKEN, Fields};
use super::tables::Author;
use crate::app::App;
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/login.do", get(choose).post(sign_in)).route("/logout.do", get(sign_out))
}

pub(super) fn cookie(app: &App) -> Cookie {
    Cookie::of("instance", &app.urls().instance)
}

/// Somebody who is signed in to the instance's pages. Those who are not are sent to the sign-in page and back.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    pub caller: Caller,
    form_token: String,
}

impl Visitor {
    async fn of(app: &App, headers: &HeaderMap) -> Option<Self> {
        let world = app.world().await;
        let session = world.instance.sessions.get(cookie(app).read(headers)?, app.clock().now())?;
        let caller = Caller::of(&world.instance.tables, session.user.as_deref()?)?;
        Some(Self { caller, form_token: session.form_token.clone() })
    }

    /// The visitor, or else the way to the sign-in page and from there back to `back`.
    pub(super) async fn required(app: &App, headers: &HeaderMap, back: &Uri) -> Result<Self, Response> {
        if let Some(visitor) = Self::of(app, headers).await {
            return Ok(visitor);
        }
        let back = back.path_and_query().map_or("/", |path| path.as_str());
        Err(Redirect::to(&format!("/login.do?{}", goal(back))).into_response())
    }

    /// The visitor as one who writes, in the application that they chose.
    pub(super) fn author(&self, app: &App, instance: &Instance) -> Author {
        Author {
            user_name: self.caller.user_name.clone(),
            now: app.clock().now(),
            scope: instance.application_of(&self.caller.sys_id).to_owned(),
            instance: app.urls().instance.clone(),
        }
    }

    /// The hidden field that every form must have.
    pub(crate) fn form_token(&self) -> Markup {
        html! { input type="hidden" name=(FORM_TOKEN) value=(self.form_token); }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let back = if parts.method == Method::GET { &parts.uri } else { &Uri::from_static("/") };
        Self::required(app, &parts.headers, back).await
    }
}

/// A form that a visitor submitted, its token checked.
pub(crate) struct Submitted {
    pub visitor: Visitor,
    pub fields: Fields,
}

impl FromRequest<App> for Submitted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visitor = Visitor::from_request_parts(&mut parts, app).await?;
        let Form(fields) = Form::<Fields>::from_request(Request::from_parts(parts, body), app)
            .await
            .map_err(IntoResponse::into_response)?;
        if fields.get(FORM_TOKEN) != visitor.form_token {
            return Err(stale_form());
        }
        Ok(Self { visitor, fields })
    }
}

/// The answer to a form whose token is not that of its session.
pub(crate) fn stale_form() -> Response {
    let page = Page::new(
        "This form is out of date",
        html! { p { "It was opened before you signed in, or by another site. Go back, reload the page and try again." } },
    );
    (StatusCode::FORBIDDEN, page).into_response()
}

/// The query that has the sign-in page go on to `path`.
pub(super) fn goal(path: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new()).append_pair("sysparm_goto_url", path).finish()
}

#[derive(Deserialize)]
struct Goal {
    #[serde(default)]
    sysparm_goto_url: String,
}

/// A path on this service, whatever was asked for: nobody is sent to another host after signing in.
pub(crate) fn local(path: &str) -> &str {
    let elsewhere = !path.starts_with('/') || path.starts_with("//") || path.contains(['\\', '\r', '\n']);
    if elsewhere { "/" } else { path }
}

async fn choose(State(app): State<App>, Query(goal): Query<Goal>, headers: HeaderMap) -> Response {
    let mut world = app.world().await;
    let now = app.clock().now();
    let kept = cookie(&app).read(&headers).filter(|key| world.instance.sessions.get(key, now).is_some());
    let key = match kept {
        Some(key) => key.to_owned(),
        None => world.instance.sessions.open(None, now),
    };
    let token = world.instance.sessions.get(&key, now).map_or("", |session| &session.form_token);
    let tables = &world.instance.tables;
    let mut users: Vec<_> = tables.all("sys_user").filter(|user| user.is_true("active")).collect();
    // Those with roles first, as they are the ones to sign in with.
    users.sort_by_cached_key(|user| {
        let roles = roles_of(tables, user.sys_id());
        (!roles.contains("admin"), roles.is_empty(), user.get("user_name").to_owned())
    });
    let page = Page::new(
        "Sign in to ServiceNow",
        html! {
            p { "Choose an account. Practice has no passwords." }
            form method="post" action="/login.do" {
                input type="hidden" name=(FORM_TOKEN) value=(token);
                input type="hidden" name="sysparm_goto_url" value=(local(&goal.sysparm_goto_url));
                @for user in users {
                    button class="account" name="user_name" value=(user.get("user_name")) id={ "account-" (user.get("user_name")) } {
                        strong { (user.get("name")) } " " (user.get("user_name"))
                        @let roles = roles_of(tables, user.sys_id());
                        @if !roles.is_empty() {
                            br; span class="quiet" { (roles.into_iter().collect::<Vec<_>>().join(", ")) }
                        }
                    }
                }
            }
        },
    );
    ([cookie(&app).set(Some(&key))], page).into_response()
}

async fn sign_in(State(app): State<App>, headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let mut world = app.world().await;
    let now = app.clock().now();
    let instance = &mut world.instance;
    let cookie = cookie(&app);
    let Some(key) = cookie.read(&headers) else { return stale_form() };
    if instance.sessions.get(key, now).is_none_or(|session| session.form_token != fields.get(FORM_TOKEN)) {
        return stale_form();
    }
    let user = instance.tables.find("sys_user", "user_name", fields.get("user_name"));
    let user = user.and_then(|user| Caller::of(&instance.tables, user.sys_id()));
    let Some(user) = user else { return Redirect::to("/login.do").into_response() };
    instance.sessions.close(key);
    let key = instance.sessions.open(Some(user.sys_id), now);
    ([cookie.set(Some(&key))], Redirect::to(local(fields.get("sysparm_goto_url")))).into_response()
}

async fn sign_out(State(app): State<App>, Query(goal): Query<Goal>, headers: HeaderMap) -> Response {
    let cookie = cookie(&app);
    if let Some(key) = cookie.read(&headers) {
        app.world().await.instance.sessions.close(key);
    }
    let next = self::goal(local(&goal.sysparm_goto_url));
    ([cookie.set(None)], Redirect::to(&format!("/login.do?{next}"))).into_response()
}
