//! Whether an address answers as an instance does, without signing in.

use std::time::Duration;

use net::{Answer, Call, Http, NetError, NetErrorKind, StatusCode};

use crate::{InstanceAddress, error::retry_after};

/// Any table will do: without a token it is refused in the REST API's own words.
const PATH: &str = "/api/now/table/sys_user";

/// Why an address is no instance that can be worked with.
#[derive(Debug, thiserror::Error)]
pub enum ProbeProblem {
    #[error(transparent)]
    Net(#[from] NetError),
    /// A developer instance that sleeps. It answers everything with 200 and a page ("Wake a hibernating instance").
    #[error("hibernating")]
    Hibernating,
    /// The page of an instance that starts or is worked on.
    #[error("offline")]
    Offline { title: String },
    /// Every request, the REST API's too, is sent to a sign-in page elsewhere: a gateway stands before the instance.
    #[error("behind a sign-in page")]
    SignInPage { to: Option<String> },
    /// Refused before anyone signs in: "IP Address Access Control", or a firewall.
    #[error("not let in")]
    NotLetIn,
    /// A rate limit rule counts requests without a token as well.
    #[error("rate limited")]
    RateLimited { wait: Duration },
    /// No instance has that name.
    #[error("no such instance")]
    NoSuchInstance,
    /// Something else lives there.
    #[error("not an instance")]
    NotAnInstance { status: u16, title: Option<String> },
}

/// # Errors
/// [`ProbeProblem`]
pub async fn probe(http: &Http, address: &InstanceAddress) -> Result<(), ProbeProblem> {
    let call = Call::get(address.origin(), PATH).query("sysparm_limit", "1").deadline(PATIENCE);
    let answer = http.read(call).await.map_err(unreached)?;
    if answer.status == StatusCode::UNAUTHORIZED && is_envelope(&answer) {
        return Ok(());
    }
    Err(read(&answer))
}

/// Somebody waits for whether what they typed is right.
const PATIENCE: Duration = Duration::from_secs(20);

/// An instance itself never redirects its REST API.
pub(crate) fn unreached(error: NetError) -> ProbeProblem {
    match error.kind {
        NetErrorKind::Redirected { to, .. } => ProbeProblem::SignInPage { to },
        _ => ProbeProblem::Net(error),
    }
}

fn is_envelope(answer: &Answer) -> bool {
    #[derive(serde::Deserialize)]
    struct Envelope {
        #[serde(rename = "error")]
        _error: serde_json::Value,
    }
    answer.json::<Envelope>().is_ok()
}

/// Titles and headings seen on real instances; the same page may come with 200, 502 or 503.
pub(crate) fn read(answer: &Answer) -> ProbeProblem {
    let title = answer.is_html().then(|| answer.title()).flatten();
    let page = if answer.is_html() { answer.text().to_ascii_lowercase() } else { String::new() };
    // A page far down may speak of anything.
    let head: String = page.chars().take(4000).collect();
    let says = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if says(&["instance is hibernating", "hibernating page"]) {
        ProbeProblem::Hibernating
    } else if says(&[
        "currently offline",
        "offline page",
        "being upgraded",
        "upgrade in progress",
        "maintenance",
    ]) {
        ProbeProblem::Offline { title: title.unwrap_or_default() }
    } else if answer.status == StatusCode::TOO_MANY_REQUESTS {
        ProbeProblem::RateLimited { wait: retry_after(answer) }
    } else if says(&["samlrequest", "single sign-on", "sign in to your account"]) {
        ProbeProblem::SignInPage { to: None }
    } else if answer.status == StatusCode::FORBIDDEN {
        ProbeProblem::NotLetIn
    } else if answer.status == StatusCode::NOT_FOUND && says(&["instance not found"]) {
        ProbeProblem::NoSuchInstance
    } else {
        ProbeProblem::NotAnInstance { status: answer.status.as_u16(), title }
    }
}
