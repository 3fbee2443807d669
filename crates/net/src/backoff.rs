//! When to ask again, and how long to wait before it.

use std::time::Duration;

use jiff::{Timestamp, fmt::rfc2822};
use reqwest::StatusCode;

use crate::{answer::Answer, error::NetError, watch::WaitReason};

/// A host that cannot be reached is tried this often in all; a typing mistake should not cost a minute.
const ATTEMPTS_TO_REACH: u32 = 4;

/// The longest wait between two attempts that a service did not ask for.
const LONGEST: Duration = Duration::from_secs(8);

/// What is asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// Anything passing: nothing changes by asking twice.
    Read,
    /// Only what the service did not act on.
    Write,
}

/// The wait after an answer that says "later", or `None` when the answer is to be given to the caller.
pub(crate) fn after_answer(
    repeat: Repeat,
    answer: &Answer,
    refusal: Option<fn(&Answer) -> bool>,
    attempt: u32,
) -> Option<(WaitReason, Duration)> {
    let reason = match answer.status {
        // RFC 6585, section 4.
        StatusCode::TOO_MANY_REQUESTS => WaitReason::Throttled,
        StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT
            // A web page is a service being down (maintenance, asleep), which the caller can name; waiting is no cure.
            if repeat == Repeat::Read && !answer.is_html() =>
        {
            WaitReason::Unavailable
        }
        _ if repeat == Repeat::Write && refusal.is_some_and(|refused| refused(answer)) => WaitReason::Unavailable,
        _ => return None,
    };
    Some((reason, retry_after(answer).unwrap_or_else(|| growing(attempt))))
}

/// The wait after no answer, or `None` when asking again may act twice or will not help.
pub(crate) fn after_error(repeat: Repeat, error: &NetError, attempt: u32) -> Option<(WaitReason, Duration)> {
    let safe = repeat == Repeat::Read || error.sent == crate::error::Sent::No;
    (safe && error.is_passing() && attempt < ATTEMPTS_TO_REACH)
        .then(|| (WaitReason::Unreachable, growing(attempt)))
}

/// 0.5 s, 1 s, 2 s … up to [`LONGEST`]. `attempt` counts from 1.
fn growing(attempt: u32) -> Duration {
    Duration::from_millis(500).saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1))).min(LONGEST)
}

/// RFC 9110, section 10.2.3: seconds, or a date.
fn retry_after(answer: &Answer) -> Option<Duration> {
    let value = answer.header("retry-after")?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = http_date(value)?;
    Some(Duration::try_from(until.duration_since(Timestamp::now())).unwrap_or_default())
}

/// RFC 9110, section 5.6.7, in the form that is sent today.
pub(crate) fn http_date(value: &str) -> Option<Timestamp> {
    rfc2822::DateTimeParser::new().parse_timestamp(value).ok()
}
