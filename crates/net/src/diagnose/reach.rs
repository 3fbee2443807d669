//! Whether a service answers, who signed its certificate, and what time it thinks it is.

use jiff::{SignedDuration, Timestamp};

use super::{Finding, Grade, PATIENCE};
use crate::{Http, backoff::http_date, call::Call, error::NetErrorKind, origin::Origin};

/// From here on sign-ins begin to fail: tokens look expired or not yet valid.
const SKEW_FAILS: SignedDuration = SignedDuration::from_mins(5);
const SKEW_WARNS: SignedDuration = SignedDuration::from_mins(1);

/// Asks `path`, which any answer satisfies, and gives one finding about TLS and, when the answer was dated, one about the clock.
///
/// - `tls-trusted` (host, issuer), `tls-not-used` (host), `tls-untrusted` (host, issuer), `tls-unreached` (host, reason: a
///   [`crate::NetError::name`])
/// - `clock-right`, `clock-off` (host, seconds: how far this computer is ahead, negative when behind)
pub async fn reach(http: &Http, origin: &Origin, path: &str) -> Vec<Finding> {
    let host = origin.host_name();
    let answer = http.read(Call::get(origin, path).deadline(PATIENCE)).await;
    let issuer = http.issuer(host).unwrap_or_default();
    let reached = || match origin.is_https() {
        true => Finding::new("tls", "tls-trusted", Grade::Ok).arg("issuer", &issuer),
        false => Finding::new("tls", "tls-not-used", Grade::Ok),
    };
    let tls = match &answer {
        Ok(_) => reached(),
        Err(error) => match &error.kind {
            // It answered; where to does not matter here.
            NetErrorKind::Redirected { .. } | NetErrorKind::TooLarge => reached(),
            NetErrorKind::Tls { .. } => {
                Finding::new("tls", "tls-untrusted", Grade::Fail).arg("issuer", &issuer)
            }
            _ => Finding::new("tls", "tls-unreached", Grade::Fail).arg("reason", error.name()),
        },
    };
    let mut findings = vec![tls.arg("host", host)];
    let date = answer.ok().and_then(|answer| http_date(answer.header("date")?));
    findings.extend(date.map(|date| clock(Timestamp::now().duration_since(date)).arg("host", host)));
    findings
}

fn clock(ahead: SignedDuration) -> Finding {
    let (id, grade) = match ahead.abs() {
        off if off >= SKEW_FAILS => ("clock-off", Grade::Fail),
        off if off >= SKEW_WARNS => ("clock-off", Grade::Warn),
        _ => ("clock-right", Grade::Ok),
    };
    Finding::new("clock", id, grade).arg("seconds", ahead.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_off_in_both_directions() {
        assert_eq!(clock(SignedDuration::from_secs(3)).id, "clock-right");
        assert_eq!(clock(SignedDuration::from_secs(-90)).grade, Grade::Warn);
        let behind = clock(SignedDuration::from_secs(-400));
        assert_eq!((behind.grade, behind.args["seconds"].as_str()), (Grade::Fail, "-400"));
    }
}
