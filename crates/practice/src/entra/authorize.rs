//! `/authorize`: signing in with the browser at hand ("Microsoft identity platform and OAuth 2.0 authorization code flow").

use axum::Router;
use axum::extract::{Form as Posted, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use url::{Host, Url};

use super::Entra;
use super::accounts::Account;
use super::clients::Client;
use super::grants::Grant;
use super::refusal::Refusal;
use super::sign_in::{self, Choice, Form, may_consent};
use crate::app::App;
use crate::graph::refusal::STEP_UP;
use crate::instance::login::stale_form;
use crate::instance::session::Fields;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{tenant}/oauth2/v2.0/authorize", get(ask).post(answer))
        .route("/{tenant}/v2.0/adminconsent", get(consent))
}

/// What the request's own fields are called. Others that clients send are passed over, as Entra does.
const FIELDS: [&str; 12] = [
    "client_id",
    "response_type",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "login_hint",
    "claims",
    "response_mode",
    "client_info",
];

/// A request that may be put to a person.
struct Authorization<'a> {
    client: &'static Client,
    rights: Vec<String>,
    redirect: Url,
    fields: &'a Fields,
}

impl<'a> Authorization<'a> {
    /// # Errors
    /// With what the page is to say: the browser is never sent to an address that was not checked.
    fn of(app: &App, entra: &Entra, tenant: &str, fields: &'a Fields) -> Result<Self, Refusal> {
        let tenant = entra.authority(tenant)?;
        let client = Client::of(fields.get("client_id"), &tenant.id)?;
        let redirect = loopback(fields.get("redirect_uri")).ok_or_else(|| {
            Refusal::new(
                "invalid_request",
                50_011,
                format!(
                    "The redirect URI '{}' specified in the request does not match the redirect URIs configured for the application '{}'.",
                    fields.get("redirect_uri"),
                    client.id
                ),
            )
        })?;
        if fields.get("response_type") != "code" {
            return Err(Refusal::new(
                "unsupported_response_type",
                700_054,
                "The response_type is not enabled for the application.",
            ));
        }
        if !fields.get("code_challenge").is_empty() && fields.get("code_challenge_method") != "S256" {
            return Err(Refusal::new("invalid_request", 501_491, "The code challenge method must be S256."));
        }
        if !["", "query", "fragment", "form_post"].contains(&fields.get("response_mode")) {
            return Err(Refusal::new(
                "invalid_request",
                900_144,
                "The value of the parameter 'response_mode' is not one that is known.",
            ));
        }
        let rights = client.rights(fields.get("scope"), &app.urls().graph)?;
        Ok(Self { client, rights, redirect, fields })
    }

    fn back(&self, parameters: &[(&str, &str)]) -> Response {
        let state = Some(("state", self.fields.get("state"))).filter(|(_, state)| !state.is_empty());
        let parameters: Vec<(&str, &str)> = parameters.iter().copied().chain(state).collect();
        let mut to = self.redirect.clone();
        match self.fields.get("response_mode") {
            "form_post" => return posted_back(&to, &parameters),
            "fragment" => {
                let text =
                    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
                to.set_fragment(Some(&text));
            }
            _ => {
                to.query_pairs_mut().extend_pairs(parameters);
            }
        }
        (
            StatusCode::FOUND,
            [(header::LOCATION, to.to_string()), (header::CACHE_CONTROL, "no-store".to_owned())],
        )
            .into_response()
    }

    fn grant(&self, app: &App, entra: &mut Entra, account: &Account) -> Response {
        let some =
            |name: &str| Some(self.fields.get(name)).filter(|value| !value.is_empty()).map(str::to_owned);
        if !self.client.preauthorized {
            entra.grants.consent(self.client.id, &account.id);
        }
        let grant = Grant {
            client_id: self.client.id.to_owned(),
            account: account.id.clone(),
            rights: self.rights.clone(),
            scope: self.fields.get("scope").to_owned(),
            nonce: some("nonce"),
            stepped_up: self.fields.get("claims") == STEP_UP,
        };
        let redirect_uri = self.fields.get("redirect_uri");
        let code = entra.grants.code(grant, redirect_uri, some("code_challenge"), app.clock().now());
        self.back(&[("code", &code), ("session_state", &crate::random::guid())])
    }

    fn declined(&self, refusal: &Refusal) -> Response {
        self.back(&[
            ("error", "access_denied"),
            ("error_subcode", "cancel"),
            ("error_description", &refusal.text()),
        ])
    }
}

/// A page that posts itself back ("OAuth 2.0 Form Post Response Mode", section 2).
fn posted_back(to: &Url, parameters: &[(&str, &str)]) -> Response {
    let page = maud::html! {
        (maud::DOCTYPE)
        html {
            head { title { "Working..." } }
            body onload="document.forms[0].submit()" {
                form method="post" action=(to) {
                    @for (name, value) in parameters { input type="hidden" name=(name) value=(value); }
                    noscript { button { "Continue" } }
                }
            }
        }
    };
    ([(header::CACHE_CONTROL, "no-store")], page).into_response()
}

/// A loopback redirect as Microsoft's own clients have it registered: `http://localhost`, on any port and without a path
/// ("Redirect URI (reply URL) restrictions and limitations").
fn loopback(redirect_uri: &str) -> Option<Url> {
    let url = Url::parse(redirect_uri).ok()?;
    let fits = url.scheme() == "http"
        && url.host() == Some(Host::Domain("localhost"))
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none();
    fits.then_some(url)
}

async fn ask(
    State(app): State<App>,
    Path(tenant): Path<String>,
    Query(fields): Query<Fields>,
    headers: HeaderMap,
) -> Response {
    let mut world = app.world().await;
    let entra = &mut world.entra;
    let authorization = match Authorization::of(&app, entra, &tenant, &fields) {
        Ok(authorization) => authorization,
        Err(refusal) => return refusal.page(),
    };
    if app.options().auto_approve {
        return at_once(&app, entra, &authorization);
    }
    show(&app, entra, &headers, &tenant, &authorization, Choice::Nobody)
}

/// As whoever the request hints at, or else the administrator, by redirects alone.
fn at_once(app: &App, entra: &mut Entra, authorization: &Authorization<'_>) -> Response {
    let hinted =
        entra.account_named(authorization.fields.get("login_hint")).or(entra.accounts.first()).cloned();
    match hinted {
        Some(account)
            if may_consent(app.scene(), entra, authorization.client, &account, &authorization.rights) =>
        {
            authorization.grant(app, entra, &account)
        }
        _ => authorization.declined(&Refusal::new("access_denied", 90_094, "Admin consent is required.")),
    }
}

async fn answer(
    State(app): State<App>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
    Posted(fields): Posted<Fields>,
) -> Response {
    let mut world = app.world().await;
    let entra = &mut world.entra;
    if !sign_in::is_genuine(&app, entra, &headers, &fields) {
        return stale_form();
    }
    let authorization = match Authorization::of(&app, entra, &tenant, &fields) {
        Ok(authorization) => authorization,
        Err(refusal) => return refusal.page(),
    };
    let choice = Choice::of(entra, &fields, authorization.client);
    show(&app, entra, &headers, &tenant, &authorization, choice)
}

fn show(
    app: &App,
    entra: &mut Entra,
    headers: &HeaderMap,
    tenant: &str,
    authorization: &Authorization<'_>,
    choice: Choice,
) -> Response {
    let action = format!("/{tenant}/oauth2/v2.0/authorize");
    let kept: Vec<_> = FIELDS.iter().map(|name| (*name, authorization.fields.get(name))).collect();
    let form = Form { action: &action, kept: &kept };
    let client = authorization.client;
    match choice {
        Choice::Nobody => {
            let markup = sign_in::accounts(entra);
            sign_in::page(app, entra, headers, "Pick an account", &form, &markup)
        }
        Choice::Agreed(account)
            if may_consent(app.scene(), entra, client, &account, &authorization.rights) =>
        {
            authorization.grant(app, entra, &account)
        }
        Choice::Asked(account)
            if may_consent(app.scene(), entra, client, &account, &authorization.rights) =>
        {
            let markup = sign_in::consent(client, &account, &authorization.rights);
            sign_in::page(app, entra, headers, "Permissions requested", &form, &markup)
        }
        Choice::Asked(account) | Choice::Agreed(account) => {
            let markup = sign_in::needs_admin(client, &account);
            sign_in::page(app, entra, headers, "Need admin approval", &form, &markup)
        }
        Choice::Declined => authorization.declined(&Refusal::new(
            "access_denied",
            65_004,
            "User declined to consent to access the app.",
        )),
    }
}

/// Consent on behalf of the organisation, on a link of its own ("Request permissions through admin consent"). Practice plays the
/// Global Administrator who opened it.
async fn consent(
    State(app): State<App>,
    Path(tenant): Path<String>,
    Query(fields): Query<Fields>,
) -> Response {
    let mut world = app.world().await;
    let entra = &mut world.entra;
    let checked = entra.tenant_named(&tenant).map(|tenant| tenant.id.clone()).and_then(|tenant| {
        let client = Client::of(fields.get("client_id"), &tenant)?;
        client.rights(fields.get("scope"), &app.urls().graph)?;
        Ok((client, tenant))
    });
    let (client, tenant) = match checked {
        Ok(checked) => checked,
        Err(refusal) => return refusal.page(),
    };
    let Some(mut to) = loopback(fields.get("redirect_uri")) else {
        return Refusal::new("invalid_request", 50_011, "The redirect URI does not match.").page();
    };
    entra.grants.consent_for_everybody(client.id);
    to.query_pairs_mut().append_pair("admin_consent", "True").append_pair("tenant", &tenant);
    (StatusCode::FOUND, [(header::LOCATION, to.to_string())]).into_response()
}
