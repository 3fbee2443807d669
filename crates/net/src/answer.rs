//! What a service answered.

use std::{borrow::Cow, fmt};

use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};
use serde::de::DeserializeOwned;

use crate::error::{NetError, NetErrorKind, Sent};

/// One answer, read to its end. Debug shows no body, as answers carry tokens and secrets.
#[derive(Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// The service's own name for the request, for its support.
    pub request_id: Option<String>,
    /// Host that answered.
    pub host: String,
}

impl Answer {
    /// Larger answers are refused, unless a call says otherwise.
    pub const LIMIT: usize = 32 * 1024 * 1024;

    /// Headers in which services name a request: Graph, Entra's token endpoint, ServiceNow, most others.
    pub(crate) const REQUEST_IDS: [&str; 4] =
        ["request-id", "x-ms-request-id", "x-transaction-id", "x-request-id"];

    pub fn is_success(&self) -> bool {
        self.status.is_success()
    }

    /// A header that is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as text; what is not UTF-8 shows as replacement characters.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// Whether this is a web page, by its content type or, as some gateways send none, by how it begins.
    pub fn is_html(&self) -> bool {
        if let Some(content_type) = self.header("content-type") {
            return content_type.trim_start().to_ascii_lowercase().starts_with("text/html");
        }
        let start = self.body.trim_ascii_start();
        let start = &start[..start.len().min(14)];
        start.to_ascii_lowercase().starts_with(b"<!doctype html")
            || start.to_ascii_lowercase().starts_with(b"<html")
    }

    /// The title of a web page, at most 200 characters, white space folded. Text from outside: show it as text only.
    pub fn title(&self) -> Option<String> {
        let page = self.text();
        let lower = page.to_ascii_lowercase();
        let open = lower.find("<title")?;
        let start = open + lower[open..].find('>')? + 1;
        let end = start + lower[start..].find('<')?;
        let title: Vec<&str> = page.get(start..end)?.split_whitespace().collect();
        let title: String = title.join(" ").chars().take(200).collect();
        (!title.is_empty()).then_some(title)
    }

    /// # Errors
    /// `WebPage`, when it is one; `Malformed`, when it is no JSON of this shape. Neither quotes the answer. Both count as
    /// [`Sent::Unknown`]: the service answered, and what it did is not known.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, NetError> {
        if self.is_html() {
            return Err(self.unusable(NetErrorKind::WebPage { title: self.title() }));
        }
        serde_json::from_slice(&self.body).map_err(|error| {
            // serde's own sentence may quote the value it stumbled over, so only the place is kept.
            let detail =
                format!("{:?} error at line {} column {}", error.classify(), error.line(), error.column());
            self.unusable(NetErrorKind::Malformed { detail })
        })
    }

    /// This answer as an error.
    pub fn unusable(&self, kind: NetErrorKind) -> NetError {
        NetError::new(kind, Sent::Unknown, self.host.clone())
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("host", &self.host)
            .field("status", &self.status.as_u16())
            .field("request_id", &self.request_id)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
