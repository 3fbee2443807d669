//! One request, before it is sent.

use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::{
    Method,
    header::{HeaderMap, HeaderName, HeaderValue},
};
use secrecy::{ExposeSecret, SecretString};

use crate::{answer::Answer, origin::Origin};

/// What stays readable in a query: RFC 3986, section 3.4, without the characters that forms give a meaning (`&`, `=`, `+`, `;`).
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'$')
    .remove(b'(')
    .remove(b')')
    .remove(b',')
    .remove(b':')
    .remove(b'@')
    .remove(b'/');

/// What stays readable in one segment of a path: RFC 3986, section 2.3.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A value as one segment of a path. `.` and `..` cannot be told from steps upwards and so get encoded dots.
pub fn segment(value: &str) -> String {
    let encoded = utf8_percent_encode(value, SEGMENT).to_string();
    if value == "." || value == ".." { encoded.replace('.', "%2E") } else { encoded }
}

/// One request to one origin. Body and token are wiped when it is dropped.
#[derive(Clone, Debug)]
pub struct Call {
    pub(crate) method: Method,
    pub(crate) origin: Origin,
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Body>,
    pub(crate) bearer: Option<SecretString>,
    pub(crate) deadline: Duration,
    pub(crate) attempt: Duration,
    pub(crate) limit: usize,
    pub(crate) refusal: Option<fn(&Answer) -> bool>,
}

#[derive(Clone, Debug)]
pub(crate) struct Body {
    pub content_type: &'static str,
    pub text: SecretString,
}

impl Call {
    /// How long a call may take, waits between attempts included, unless it says otherwise.
    pub const DEADLINE: Duration = Duration::from_secs(60);

    /// One attempt of a read may take this long; a connection that died silently then still leaves time for another.
    pub(crate) const ATTEMPT: Duration = Duration::from_secs(30);

    /// `path` starts with a slash, is encoded already ([`segment`]) and may carry a query.
    pub fn new(method: Method, origin: &Origin, path: impl AsRef<str>) -> Self {
        Self {
            method,
            origin: origin.clone(),
            path: path.as_ref().to_owned(),
            headers: HeaderMap::new(),
            body: None,
            bearer: None,
            deadline: Self::DEADLINE,
            attempt: Self::ATTEMPT,
            limit: Answer::LIMIT,
            refusal: None,
        }
    }

    pub fn get(origin: &Origin, path: impl AsRef<str>) -> Self {
        Self::new(Method::GET, origin, path)
    }

    pub fn post(origin: &Origin, path: impl AsRef<str>) -> Self {
        Self::new(Method::POST, origin, path)
    }

    pub fn patch(origin: &Origin, path: impl AsRef<str>) -> Self {
        Self::new(Method::PATCH, origin, path)
    }

    pub fn delete(origin: &Origin, path: impl AsRef<str>) -> Self {
        Self::new(Method::DELETE, origin, path)
    }

    /// Adds one parameter to the query, encoded here. Never for a secret.
    #[must_use]
    pub fn query(mut self, name: &str, value: impl AsRef<str>) -> Self {
        self.path.push(if self.path.contains('?') { '&' } else { '?' });
        self.path.extend(utf8_percent_encode(name, QUERY));
        self.path.push('=');
        self.path.extend(utf8_percent_encode(value.as_ref(), QUERY));
        self
    }

    /// Adds a header that is no secret. A value that HTTP cannot carry (line breaks) is left out.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: impl AsRef<str>) -> Self {
        if let Ok(value) = HeaderValue::from_str(value.as_ref()) {
            self.headers.insert(name, value);
        }
        self
    }

    #[must_use]
    pub fn json(mut self, body: &serde_json::Value) -> Self {
        self.body = Some(Body { content_type: "application/json", text: body.to_string().into() });
        self
    }

    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        self.body = Some(Body { content_type: "application/x-www-form-urlencoded", text: form.encoded });
        self
    }

    /// Signs the call with an access token (RFC 6750). It goes to this origin only, as no redirect is followed.
    #[must_use]
    pub fn bearer(mut self, token: &SecretString) -> Self {
        self.bearer = Some(token.clone());
        self
    }

    /// Attempts and waits together; [`Call::DEADLINE`] unless set.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// For a large file on a slow line: the call, and one attempt of it, may take this long.
    #[must_use]
    pub fn patient(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self.attempt = deadline;
        self
    }

    /// Refuses an answer of more bytes; [`Answer::LIMIT`] unless set.
    #[must_use]
    pub fn at_most(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }

    /// Teaches [`crate::Http::write`] one more answer by which the service says that it did not act, beside 429.
    #[must_use]
    pub fn refused_when(mut self, refusal: fn(&Answer) -> bool) -> Self {
        self.refusal = Some(refusal);
        self
    }
}

/// A form body (`application/x-www-form-urlencoded`) that may carry secrets.
#[derive(Clone, Debug, Default)]
pub struct Form {
    encoded: SecretString,
}

impl Form {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn field(self, name: &str, value: impl AsRef<str>) -> Self {
        // EXPOSE: the fields so far are copied into the longer form, which is a secret again.
        let mut form = url::form_urlencoded::Serializer::new(self.encoded.expose_secret().to_owned());
        form.append_pair(name, value.as_ref());
        Self { encoded: form.finish().into() }
    }

    #[must_use]
    pub fn secret(self, name: &str, value: &SecretString) -> Self {
        // EXPOSE: into the form, which is a secret itself and goes to the origin of its call only.
        self.field(name, value.expose_secret())
    }
}
