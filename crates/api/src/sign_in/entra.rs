//! The Microsoft admin.

use entra::{SignIn, SigningClient, Tenant};
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use setup::{Problem, problem::Result};

use super::{PATIENCE, Told, UnderWay, waiting::noted};
use crate::{
    app::App,
    session::Session,
    setups::Opened,
    view::{settings::EntraClient, sign_in::SignInState},
};

pub async fn browser(
    app: &App,
    opened: &Opened,
    seat: &str,
    under_way: &UnderWay,
    tell: Told<'_>,
) -> Result<Session> {
    let sign_in = prepare(app, opened, &chosen(app)).await?;
    // What an earlier token was refused for: a step-up, an authentication context.
    let challenge =
        app.sessions(opened).session(&seat.to_owned()).await.ok().and_then(|session| session.claims);
    let extra: Vec<(&str, &str)> = challenge.iter().map(|claims| ("claims", claims.as_str())).collect();
    let waiting = sign_in.browser(&extra).await.map_err(|error| steps::problem::of_entra(&error))?;
    let host = sign_in.cloud.login.host();
    app.send_browser(waiting.url(), &host, waiting.paste_box(), under_way, tell);
    let words = app.page_words(opened);
    let signed_in = waiting.finish(&words, PATIENCE, &|event| tell(noted(event))).await;
    kept(&sign_in, signed_in)
}

pub async fn device(app: &App, opened: &Opened, under_way: &UnderWay, tell: Told<'_>) -> Result<Session> {
    let sign_in = prepare(app, opened, &chosen(app)).await?;
    let waiting = sign_in.device().await.map_err(|error| steps::problem::of_entra(&error))?;
    let code = waiting.code();
    let lifetime = SignedDuration::try_from(code.expires_in).unwrap_or(SignedDuration::from_mins(15));
    let expires_at = Timestamp::now().saturating_add(lifetime).unwrap_or(Timestamp::MAX);
    under_way.at_device(&code.verification_uri);
    tell(SignInState::DeviceCode {
        url: code.verification_uri.clone(),
        code: code.user_code.clone(),
        expires_at: expires_at.to_string(),
    });
    kept(&sign_in, waiting.finish().await)
}

/// New tokens from a refresh token.
///
/// # Errors
/// `session-refused`, when the person has to sign in again; the network's.
pub async fn refresh(
    app: &App,
    head: &setup::record::SetupHead,
    tenant_id: &str,
    session: &Session,
) -> Result<Session> {
    let services = app.services(head)?;
    let client = client_of(&session.client_id);
    // The tenant's id is enough for the authority; the issuer is only compared for new ID tokens.
    let tenant = Tenant {
        id: tenant_id.to_owned(),
        issuer: String::new(),
        region: None,
        region_part: None,
        cloud_instance: None,
        graph_host: None,
    };
    let sign_in = SignIn { http: services.http, cloud: services.cloud, tenant, client, more: Vec::new() };
    let refresh = session.refresh.clone().ok_or_else(|| Problem::new("session-refused"))?;
    let renewed = sign_in.renew(&refresh).await.map_err(|error| steps::problem::of_entra(&error))?;
    Ok(Session {
        access: renewed.access,
        refresh: renewed.refresh.or(Some(refresh)),
        expires_at: Some(renewed.expires_at),
        account: session.account.clone(),
        client_id: session.client_id.clone(),
        claims: None,
    })
}

/// Who a token belongs to; a token of another tenant is refused.
pub async fn account(app: &App, opened: &Opened, token: &SecretString) -> Result<String> {
    let services = app.services(&opened.record.head)?;
    let graph = entra::Graph::new(services.http, services.cloud, token.clone());
    let problem = |error: entra::EntraError| steps::problem::of_entra(&error);
    let organization = graph.organization().await.map_err(problem)?;
    if Some(&organization.id) != opened.record.learned.get("tenant.id") {
        return Err(Problem::new("sign-in-wrong-tenant").arg("tenant", &organization.id));
    }
    let me = graph.me().await.map_err(problem)?;
    Ok(me.user_principal_name)
}

pub(super) async fn prepare(app: &App, opened: &Opened, client: &SigningClient) -> Result<SignIn> {
    let head = &opened.record.head;
    let services = app.services(head)?;
    let tenant = Tenant::discover(&services.http, &services.cloud, &head.tenant_domain)
        .await
        .map_err(|error| steps::problem::of_entra(&error))?;
    // The domain could have moved to another tenant since the setup began.
    if opened.record.learned.get("tenant.id").is_some_and(|known| *known != tenant.id) {
        return Err(Problem::new("tenant-changed").arg("domain", &head.tenant_domain));
    }
    Ok(SignIn {
        http: services.http,
        cloud: services.cloud,
        tenant,
        client: client.clone(),
        more: Vec::new(),
    })
}

pub(super) fn chosen(app: &App) -> SigningClient {
    match app.settings().entra_client {
        EntraClient::GraphCommandLineTools => SigningClient::GraphCommandLine,
        EntraClient::AzureCli => SigningClient::AzureCli,
        EntraClient::Own { client_id } => SigningClient::Own(client_id),
    }
}

fn client_of(id: &str) -> SigningClient {
    [SigningClient::GraphCommandLine, SigningClient::AzureCli]
        .into_iter()
        .find(|known| known.id() == id)
        .unwrap_or_else(|| SigningClient::Own(id.to_owned()))
}

pub(super) fn kept(
    sign_in: &SignIn,
    signed_in: std::result::Result<entra::Session, entra::EntraError>,
) -> Result<Session> {
    let signed_in = signed_in.map_err(|error| {
        let problem = steps::problem::of_entra(&error);
        if error.cause().is_some_and(entra::Cause::wants_consent) {
            with_consent(sign_in, problem)
        } else {
            problem
        }
    })?;
    Ok(Session {
        access: signed_in.tokens.access,
        refresh: signed_in.tokens.refresh,
        expires_at: Some(signed_in.tokens.expires_at),
        account: signed_in.account.username,
        client_id: sign_in.client.id().to_owned(),
        claims: None,
    })
}

/// The same problem with the link that an administrator needs.
fn with_consent(sign_in: &SignIn, problem: Problem) -> Problem {
    match sign_in.consent_link() {
        Ok(link) => problem.arg("link", link).hint(super::consent::HINT),
        Err(_) => problem,
    }
}

/// What a number on Microsoft's page means at this sign-in.
pub async fn explained(app: &App, opened: &Opened, code: u32) -> Problem {
    let problem = steps::problem::of_aadsts(code);
    if !entra::Cause::of(code).is_some_and(entra::Cause::wants_consent) {
        return problem;
    }
    match prepare(app, opened, &chosen(app)).await {
        Ok(sign_in) => with_consent(&sign_in, problem),
        // Without the network the number is explained all the same.
        Err(_) => problem,
    }
}
