//! Faults: what can be made to go wrong with a request, on order.

use std::time::Duration;

use axum::http::StatusCode;
use serde::{Deserialize, Deserializer, de::Error};

use crate::site::Service;

/// A fault as it is ordered over the control.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    /// Pattern for the service's name; absent means all.
    service: Option<String>,
    /// Pattern for the method; absent means all.
    method: Option<String>,
    /// Pattern for the path, compared with the query too where the pattern has a `?`; absent means all.
    path: Option<String>,
    /// Only the so-manieth matching request from now on, counted from 1; absent means each.
    nth: Option<u64>,
    #[serde(rename = "do")]
    act: Act,
}

/// What happens to a request that a fault meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Kept before the service acts; not carried out when the client goes away meanwhile.
    HoldBefore,
    /// Carried out, the answer kept back.
    HoldAfter,
    /// The connection is reset (TCP RST), nothing carried out.
    ResetBefore,
    /// Carried out, then the connection is reset.
    ResetAfter,
    /// Not carried out; refused with this status in the service's own error shape.
    Status(StatusCode),
    /// Not carried out; refused by Entra with this AADSTS number.
    Aadsts(u32),
    /// Not carried out; refused by Graph with this status and code.
    Graph(StatusCode, String),
    /// Carried out after a wait.
    Delay(Duration),
    /// Carried out; the answer breaks off in the middle of its body.
    Truncate,
    /// Carried out; the answer is 200 with a JSON content type and no JSON.
    Garbage,
    /// Carried out; the answer is 200 with a web page.
    Html,
    /// Carried out; the answer is 200 with the instance's error envelope, as seen on real ones.
    ErrorIn200,
    /// The headers of the answer with a page of no rows.
    EmptyPage,
    /// The instance's query is dropped, as if it made no sense to it.
    IgnoreQuery,
}

impl<'de> Deserialize<'de> for Act {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let unknown = || D::Error::custom(format!("{text} is not a fault"));
        match text.as_str() {
            "hold-before" => Ok(Self::HoldBefore),
            "hold-after" => Ok(Self::HoldAfter),
            "reset-before" => Ok(Self::ResetBefore),
            "reset-after" => Ok(Self::ResetAfter),
            "truncate" => Ok(Self::Truncate),
            "garbage" => Ok(Self::Garbage),
            "html" => Ok(Self::Html),
            "error-in-200" => Ok(Self::ErrorIn200),
            "empty-page" => Ok(Self::EmptyPage),
            "ignore-query" => Ok(Self::IgnoreQuery),
            _ => match text.split_once(':') {
                Some(("status", status)) => {
                    status.parse().ok().and_then(|n: u16| StatusCode::from_u16(n).ok()).map(Self::Status)
                }
                Some(("aadsts", code)) => code.parse().ok().map(Self::Aadsts),
                Some(("graph", refused)) => refused.split_once(':').and_then(|(status, code)| {
                    let status = StatusCode::from_u16(status.parse().ok()?).ok()?;
                    Some(Self::Graph(status, code.to_owned()))
                }),
                Some(("delay", ms)) => ms.parse().ok().map(|ms| Self::Delay(Duration::from_millis(ms))),
                _ => None,
            }
            .ok_or_else(unknown),
        }
    }
}

/// A rule and how many requests it has met.
pub(crate) struct Fault {
    rule: Rule,
    met: u64,
}

impl From<Rule> for Fault {
    fn from(rule: Rule) -> Self {
        Self { rule, met: 0 }
    }
}

impl Fault {
    /// Counts the request if it matches, and says what is to happen when it is this one's turn.
    pub(crate) fn meets(&mut self, service: Service, method: &str, path: &str) -> Option<Act> {
        let Rule { service: services, method: methods, path: paths, nth, act } = &self.rule;
        let fits = |pattern: &Option<String>, text: &str| pattern.as_ref().is_none_or(|p| glob(p, text));
        let with_query = paths.as_ref().is_some_and(|pattern| pattern.contains('?'));
        let bare = path.split('?').next().unwrap_or(path);
        let path = if with_query { path } else { bare };
        if !(fits(services, service.name()) && fits(methods, method) && fits(paths, path)) {
            return None;
        }
        self.met += 1;
        nth.is_none_or(|nth| nth == self.met).then(|| act.clone())
    }
}

/// `*` stands for any characters, slashes too; all else for itself.
fn glob(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            let mut tails = text.char_indices().map(|(at, _)| &text[at..]).chain(std::iter::once(""));
            tails.any(|tail| glob(rest, tail))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        assert!(glob("/v1.0/applications/*/addPassword", "/v1.0/applications/abc/addPassword"));
        assert!(glob("*", ""));
        assert!(!glob("/v1.0/applications", "/v1.0/applications/abc"));
        assert!(!glob("/a*b", "/ac"));
    }

    #[test]
    fn the_second_of_its_kind() {
        let rule = r#"{"service":"graph","method":"POST","path":"/v1.0/*","nth":2,"do":"status:503"}"#;
        let mut fault = Fault::from(serde_json::from_str::<Rule>(rule).unwrap());
        assert_eq!(fault.meets(Service::Graph, "GET", "/v1.0/me"), None);
        assert_eq!(fault.meets(Service::Graph, "POST", "/v1.0/applications"), None);
        let act = fault.meets(Service::Graph, "POST", "/v1.0/applications?x=1");
        assert_eq!(act, Some(Act::Status(StatusCode::SERVICE_UNAVAILABLE)));
        assert_eq!(fault.meets(Service::Graph, "POST", "/v1.0/applications"), None);
        assert!(serde_json::from_str::<Rule>(r#"{"do":"explode"}"#).is_err());
    }
}
