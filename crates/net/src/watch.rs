//! Requests as they go, for someone who watches.

use std::time::Duration;

use crate::error::NetError;

/// A request as it may be shown: no query, no header, no body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestLine {
    pub method: String,
    pub host: String,
    /// Path without query.
    pub path: String,
    /// 1 for the first attempt.
    pub attempt: u32,
}

/// Why nothing is sent for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitReason {
    /// The service said 429: too many requests.
    Throttled,
    /// The service said that it is not available for the moment (502, 503, 504), or that it did not act.
    Unavailable,
    /// No connection came about.
    Unreachable,
}

impl WaitReason {
    /// As message ids spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Throttled => "throttled",
            Self::Unavailable => "unavailable",
            Self::Unreachable => "unreachable",
        }
    }
}

/// Told of every attempt. Called from the task that sends, so it must return at once.
pub trait Watch: Send + Sync {
    fn sent(&self, request: &RequestLine);
    fn answered(&self, request: &RequestLine, status: u16, took: Duration);
    fn failed(&self, request: &RequestLine, error: &NetError, took: Duration);
    fn waiting(&self, request: &RequestLine, reason: WaitReason, wait: Duration);
}
