//! Whether an address answers as an instance does, without signing in.

use net::{Answer, Call, Http, NetError, StatusCode};

use crate::InstanceAddress;

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
    /// Something else lives there.
    #[error("not an instance")]
    NotAnInstance { status: u16, title: Option<String> },
}

/// # Errors
/// [`ProbeProblem`]
pub async fn probe(http: &Http, address: &InstanceAddress) -> Result<(), ProbeProblem> {
    let answer = http.read(Call::get(address.origin(), PATH).query("sysparm_limit", "1")).await?;
    if answer.status == StatusCode::UNAUTHORIZED && is_envelope(&answer) {
        return Ok(());
    }
    Err(read(&answer))
}

fn is_envelope(answer: &Answer) -> bool {
    #[derive(serde::Deserialize)]
    struct Envelope {
        #[serde(rename = "error")]
        _error: serde_json::Value,
    }
    answer.json::<Envelope>().is_ok()
}

/// Titles seen on real instances; the same page may come with 200, 502 or 503.
pub(crate) fn read(answer: &Answer) -> ProbeProblem {
    let title = answer.is_html().then(|| answer.title()).flatten();
    let lower = title.as_deref().unwrap_or_default().to_ascii_lowercase();
    if lower.contains("hibernating") {
        ProbeProblem::Hibernating
    } else if lower.contains("offline") || lower.contains("upgrad") || lower.contains("maintenance") {
        ProbeProblem::Offline { title: title.unwrap_or_default() }
    } else {
        ProbeProblem::NotAnInstance { status: answer.status.as_u16(), title }
    }
}
