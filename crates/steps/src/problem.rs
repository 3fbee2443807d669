//! Errors of the clients as problems that can be said to a person.

use entra::{Cause, EntraError, ProofFailure};
use net::{
    NetError, NetErrorKind, OriginError, Sent, SettingsError,
    oauth::{OAuthError, loopback::LoopbackError},
};
use servicenow::{AddressError, ProbeProblem, ServicenowError};
use setup::{Effect, Problem, problem::Support};

/// A request without a usable answer. `service` is `entra`, `graph`, `servicenow` or whatever was asked.
pub fn of_net(service: &str, error: &NetError) -> Problem {
    let host = &error.host;
    let problem = match &error.kind {
        NetErrorKind::Dns => Problem::new("network-dns"),
        NetErrorKind::Refused => Problem::new("network-refused"),
        NetErrorKind::Reset => Problem::new("network-reset"),
        NetErrorKind::Timeout => Problem::new("network-timeout"),
        NetErrorKind::Tls { issuer } => {
            Problem::new("network-tls").arg("issuer", issuer.as_deref().unwrap_or("?")).hint("hint-extra-ca")
        }
        NetErrorKind::ProxyAuth { schemes } => {
            Problem::new("network-proxy-auth").arg("schemes", schemes.join(", ")).hint("hint-proxy")
        }
        NetErrorKind::Redirected { to, .. } => {
            Problem::new("network-redirected").arg("to", to.as_deref().unwrap_or("?"))
        }
        NetErrorKind::ForeignLink { to } => {
            Problem::new("network-foreign-link").arg("to", to.as_deref().unwrap_or("?"))
        }
        NetErrorKind::TooLarge => Problem::new("network-too-large"),
        NetErrorKind::WebPage { title } => {
            Problem::new("network-web-page").arg("title", title.as_deref().unwrap_or_default())
        }
        NetErrorKind::Malformed { detail } => Problem::new("network-malformed").arg("detail", detail),
        NetErrorKind::BadAddress => Problem::new("network-bad-address"),
        NetErrorKind::Other { detail } => Problem::new("network-other").arg("detail", detail),
    };
    problem
        .arg("host", host)
        .effect(effect(error.sent))
        .support(Support { service: service.into(), ..Support::default() })
}

/// A secret that is in use, and whose value is not kept here any more.
pub fn not_held(secret: &str) -> Problem {
    Problem::new("secret-not-held").arg("secret", secret).hint("hint-renew-to-hold")
}

/// Settings that the HTTP client refuses.
pub fn of_settings(error: &SettingsError) -> Problem {
    match error {
        SettingsError::ExtraCa => Problem::new("settings-refused").arg("field", "extra-ca"),
        SettingsError::Proxy => Problem::new("settings-refused").arg("field", "proxy"),
        SettingsError::Trust(detail) => Problem::new("trust-store-missing").arg("detail", detail),
    }
}

fn effect(sent: Sent) -> Effect {
    match sent {
        Sent::No => Effect::None,
        Sent::Unknown => Effect::Unknown,
    }
}

/// What Entra or Graph answered instead.
pub fn of_entra(error: &EntraError) -> Problem {
    let problem = match error {
        EntraError::Net(error) | EntraError::OAuth(OAuthError::Net(error)) => return of_net("entra", error),
        EntraError::NotADomain => Problem::new("domain-refused"),
        EntraError::UnknownTenant => Problem::new("tenant-unknown"),
        EntraError::WrongTenant { signed_in, .. } => {
            Problem::new("sign-in-wrong-tenant").arg("tenant", signed_in)
        }
        EntraError::IdToken { claim } => Problem::new("sign-in-token-refused").arg("claim", claim),
        EntraError::Loopback(error) => return of_loopback(error),
        EntraError::OAuth(error) => of_oauth(error, error_cause(error)),
        EntraError::Graph(graph) if error.is_unauthorized() => {
            Problem::new("session-refused").arg("message", &graph.message)
        }
        EntraError::Graph(graph) => {
            let code = if let Some(meaning) = graph.meaning() {
                meaning
            } else if error.is_denied() {
                "graph-denied"
            } else if error.is_not_found() {
                "graph-not-found"
            } else if graph.status == 429 {
                "service-throttled"
            } else if graph.status >= 500 {
                "service-unavailable"
            } else {
                "graph-refused"
            };
            let problem = Problem::new(code).arg("message", &graph.message).arg("service", "Microsoft Graph");
            // What has a meaning has a hint that says what can be done.
            match code {
                _ if code.starts_with("graph-") => problem.hint(format!("hint-{code}")),
                "session-refused" => problem.hint("hint-sign-in"),
                _ => problem,
            }
        }
    };
    let service = if error.graph().is_some() { "graph" } else { "entra" };
    let effect = if error.did_not_act() { Effect::None } else { Effect::Unknown };
    problem.effect(effect).support(Support {
        service: service.into(),
        status: error.status(),
        service_code: error.service_code(),
        request_id: error.request_id().map(str::to_owned),
    })
}

/// A number of Entra's, wherever it was seen. Each cause has a sentence and a hint that says what can be done.
pub fn of_aadsts(code: u32) -> Problem {
    let problem = match Cause::of(code) {
        Some(cause) => of_cause(cause),
        None => Problem::new("entra-unlisted").hint("hint-entra-unlisted"),
    };
    problem.arg("code", code).support(Support {
        service: "entra".into(),
        service_code: Some(format!("AADSTS{code}")),
        ..Support::default()
    })
}

/// A secret that got no token.
pub fn of_proof(failure: &ProofFailure) -> Problem {
    let problem = of_entra(&failure.error);
    match failure.cause() {
        Some(cause) => Problem { support: problem.support, ..of_cause(cause) },
        None => problem,
    }
}

fn of_cause(cause: Cause) -> Problem {
    Problem::new(format!("entra-{}", cause.name())).hint(format!("hint-entra-{}", cause.name()))
}

fn error_cause(error: &OAuthError) -> Option<Cause> {
    error.refusal().and_then(|refusal| refusal.codes.iter().find_map(|code| Cause::of(*code)))
}

/// A sign-in or token request that gave no token.
fn of_oauth(error: &OAuthError, cause: Option<Cause>) -> Problem {
    match (error, cause) {
        (_, Some(cause)) => of_cause(cause),
        (OAuthError::Expired, _) => Problem::new("sign-in-code-expired"),
        (OAuthError::Refused(refusal), None) => match refusal.error.as_str() {
            "access_denied" | "authorization_declined" => Problem::new("sign-in-denied"),
            "invalid_grant" | "interaction_required" => Problem::new("session-refused"),
            word => Problem::new("sign-in-refused").arg("code", word),
        },
        (OAuthError::Unexpected(answer), None) => Problem::new("sign-in-unexpected-answer")
            .arg("host", &answer.host)
            .arg("status", answer.status.as_u16()),
        _ => Problem::new("sign-in-impossible"),
    }
}

/// The way back from the browser.
pub fn of_loopback(error: &LoopbackError) -> Problem {
    match error {
        LoopbackError::PortTaken(port) => Problem::new("sign-in-port-taken").arg("port", port),
        LoopbackError::Listen(detail) => Problem::new("sign-in-no-loopback").arg("detail", detail),
        LoopbackError::TimedOut => Problem::new("sign-in-timed-out"),
        LoopbackError::OAuth(OAuthError::Net(error)) => of_net("entra", error),
        LoopbackError::OAuth(error) => of_oauth(error, error_cause(error)),
    }
}

/// A text that names no instance.
pub fn of_address(error: &AddressError) -> Problem {
    match error {
        AddressError::Origin(OriginError::NotHttps) => Problem::new("address-not-https"),
        AddressError::Origin(OriginError::UserInfo) => Problem::new("address-with-user"),
        AddressError::Empty | AddressError::Origin(_) => Problem::new("address-refused"),
    }
}

/// An address at which no instance answers.
pub fn of_probe(host: &str, error: &ProbeProblem) -> Problem {
    match error {
        ProbeProblem::Net(error) => {
            let problem = of_net("servicenow", error);
            let unknown = matches!(error.kind, NetErrorKind::Dns);
            return if unknown { problem.hint("hint-instance-name") } else { problem };
        }
        ProbeProblem::Hibernating => Problem::new("instance-hibernating").hint("hint-wake-instance"),
        ProbeProblem::Offline { title } => Problem::new("instance-offline").arg("title", title),
        ProbeProblem::SignInPage { to } => Problem::new("instance-behind-sign-in")
            .arg("to", to.as_deref().unwrap_or("?"))
            .hint("hint-instance-own-address"),
        ProbeProblem::NotLetIn => Problem::new("instance-not-let-in").hint("hint-address-control"),
        ProbeProblem::RateLimited { wait } => {
            Problem::new("instance-rate-limited").arg("minutes", wait.as_secs().div_ceil(60))
        }
        ProbeProblem::NoSuchInstance => Problem::new("instance-not-found").hint("hint-instance-name"),
        ProbeProblem::NotAnInstance { status, title } => Problem::new("instance-unrecognised")
            .arg("status", status)
            .arg("title", title.as_deref().unwrap_or("-")),
    }
    .arg("host", host)
}

/// What an instance answered instead.
pub fn of_servicenow(error: &ServicenowError) -> Problem {
    let problem = match error {
        ServicenowError::Net(error) | ServicenowError::OAuth(OAuthError::Net(error)) => {
            return of_net("servicenow", error);
        }
        ServicenowError::Loopback(error) => return of_loopback(error),
        ServicenowError::Page(error) => return of_probe("ServiceNow", error),
        ServicenowError::TooMany => Problem::new("servicenow-query-ignored"),
        ServicenowError::OAuth(error) => match error.refusal() {
            Some(refusal) if refusal.error == "access_denied" => Problem::new("sign-in-denied"),
            Some(_) => Problem::new("servicenow-sign-in-refused").hint("hint-sign-in-client"),
            None => of_oauth(error, None),
        },
        ServicenowError::Refused(refused) => {
            let code = match refused.status {
                401 => "session-refused",
                403 => "servicenow-denied",
                404 => "servicenow-not-found",
                429 => "service-throttled",
                500.. => "service-unavailable",
                _ => "servicenow-refused",
            };
            let message = refused.detail.as_deref().unwrap_or(&refused.message);
            Problem::new(code).arg("message", message).arg("service", "ServiceNow")
        }
    };
    let refused = error.refused();
    problem.effect(if error.did_not_act() { Effect::None } else { Effect::Unknown }).support(Support {
        service: "servicenow".into(),
        status: refused.map(|refused| refused.status),
        service_code: None,
        request_id: refused.and_then(|refused| refused.request_id.clone()),
    })
}
