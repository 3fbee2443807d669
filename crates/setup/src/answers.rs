//! What a person types, and what each kind of answer may look like.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    problem::{Problem, Result},
    template::{self, Values},
};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AnswerDefinition {
    /// For example `servicenow.sign-in.port`.
    pub id: String,
    pub shape: Shape,
    #[serde(default)]
    pub default: Option<String>,
    /// For `choice`.
    #[serde(default)]
    pub options: Vec<String>,
    /// The option that labels the instance as production.
    #[serde(default)]
    pub production: Option<String>,
    /// What it must be, with values in braces. Not looked at while one of those is not known.
    #[serde(default)]
    pub equals: Option<String>,
    /// The host that an address is expected at, in the same way. Another one wants a yes of its own.
    #[serde(default)]
    pub host: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// One line of visible text, at most 200 characters.
    Text,
    Domain,
    /// `https://host[:port][/path]`; http on loopback.
    Address,
    Port,
    /// How many days a secret is good for: 1 to 730. Entra's portal offers no more ("Add and manage app credentials").
    Days,
    Uuid,
    /// Any number of them, with commas between.
    Uuids,
    /// 32 lower-case hexadecimal digits: a ServiceNow client ID or sys_id.
    Hex32,
    Choice,
    /// `yes` or `no`.
    Flag,
    /// Never an answer: goes through the step that needs it, on standard input or the write-only field.
    Secret,
}

impl AnswerDefinition {
    /// The answer as it is kept: trimmed, in canonical spelling.
    ///
    /// # Errors
    /// `answer-…`, saying what is expected. The refused text itself is never repeated.
    pub fn accept(&self, text: &str) -> Result<String> {
        let text = text.trim();
        let refused = || {
            Problem::new("answer-refused")
                .arg("answer", &self.id)
                .hint(format!("answer-shape-{}", self.shape.name()))
        };
        if self.shape == Shape::Secret {
            return Err(Problem::new("answer-is-secret").arg("answer", &self.id));
        }
        // What may be left out may be emptied again.
        if text.is_empty() && self.default.as_deref() == Some("") {
            return Ok(String::new());
        }
        if text.is_empty() || text.chars().count() > 200 || !is_plain(text) {
            return Err(refused());
        }
        let kept = match self.shape {
            Shape::Text => Some(text.to_owned()),
            Shape::Domain => domain(text),
            Shape::Address => address(text),
            Shape::Port => text.parse::<u16>().ok().filter(|port| *port >= 1024).map(|port| port.to_string()),
            Shape::Days => {
                text.parse::<u16>().ok().filter(|days| (1..=730).contains(days)).map(|days| days.to_string())
            }
            Shape::Uuid => uuid(text),
            Shape::Uuids => uuids(text),
            Shape::Hex32 => (text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit()))
                .then(|| text.to_ascii_lowercase()),
            Shape::Choice => self.options.iter().find(|option| *option == text).cloned(),
            Shape::Flag => matches!(text, "yes" | "no").then(|| text.to_owned()),
            Shape::Secret => None,
        };
        kept.ok_or_else(refused)
    }

    /// Whether a kept answer goes with what is known of the setup; `accepted` are the yeses that somebody gave. A yes to another
    /// host is that host's name, so that it stands for no third one.
    ///
    /// # Errors
    /// `answer-differs` where it must be another; `answer-other-host`, with the yes that it wants as `accept`.
    pub fn suits(&self, value: &str, values: &Values, accepted: &BTreeSet<String>) -> Result<()> {
        let known = |text: &Option<String>| {
            let mut pending = BTreeSet::new();
            let text = template::fill_text(text.as_ref()?, values, &mut pending);
            pending.is_empty().then_some(text)
        };
        if let Some(wanted) = known(&self.equals).filter(|wanted| !wanted.eq_ignore_ascii_case(value)) {
            return Err(Problem::new("answer-differs")
                .arg("value", &self.id)
                .arg("typed", value)
                .arg("wanted", wanted)
                .hint("hint-answer-differs"));
        }
        let host = host_of(value).to_ascii_lowercase();
        match known(&self.host).filter(|wanted| !host_of(wanted).eq_ignore_ascii_case(&host)) {
            Some(wanted) if !accepted.contains(&host) => Err(Problem::new("answer-other-host")
                .arg("value", &self.id)
                .arg("wanted", host_of(&wanted))
                .arg("accept", host)
                .hint("hint-answer-other-host")),
            _ => Ok(()),
        }
    }
}

/// Without scheme, port and path.
fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

impl Shape {
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Domain => "domain",
            Self::Address => "address",
            Self::Port => "port",
            Self::Days => "days",
            Self::Uuid => "uuid",
            Self::Uuids => "uuids",
            Self::Hex32 => "hex32",
            Self::Choice => "choice",
            Self::Flag => "flag",
            Self::Secret => "secret",
        }
    }
}

/// A setup's name: what people type on command lines and read in lists.
///
/// # Errors
/// `name-refused` for anything but letters, digits, spaces and `. _ - ( )`, or more than 64 characters.
pub fn setup_name(text: &str) -> Result<String> {
    let text = text.trim();
    let fine = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '_' | '-' | '(' | ')');
    if text.is_empty() || text.chars().count() > 64 || text.starts_with('-') || !text.chars().all(fine) {
        return Err(Problem::new("name-refused"));
    }
    Ok(text.to_owned())
}

/// Free of control characters and of marks that change how text reads without being seen (zero width, bidirectional).
pub fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| {
        c.is_control()
            || matches!(c, '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
    })
}

/// A DNS name with at least one dot, lower case (RFC 1035 lengths).
pub fn domain(text: &str) -> Option<String> {
    let text = text.trim_end_matches('.').to_ascii_lowercase();
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    (text.len() <= 253 && text.contains('.') && text.split('.').all(label)).then_some(text)
}

fn address(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let (authority, _path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    let loopback = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    let fine = match scheme {
        "https" => loopback || domain(host).is_some(),
        "http" => loopback,
        _ => false,
    };
    (fine && !authority.contains('@')).then(|| text.trim_end_matches('/').to_owned())
}

pub(crate) fn uuid(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    let groups: Vec<&str> = text.split('-').collect();
    let fine = groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_hexdigit()));
    fine.then_some(text)
}

/// Each once, in the order given.
fn uuids(text: &str) -> Option<String> {
    let mut all: Vec<String> = Vec::new();
    for one in text.split([',', ';', ' ']).filter(|one| !one.is_empty()) {
        let one = uuid(one)?;
        if !all.contains(&one) {
            all.push(one);
        }
    }
    (!all.is_empty()).then(|| all.join(", "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn definition(shape: Shape) -> AnswerDefinition {
        let options = vec!["a".into(), "b".into()];
        AnswerDefinition {
            id: "x".into(),
            shape,
            default: None,
            options,
            production: None,
            equals: None,
            host: None,
        }
    }

    #[test]
    fn each_shape_takes_its_own_and_refuses_others() {
        for (shape, good, kept, bad) in [
            (Shape::Domain, "Contoso.Example.", "contoso.example", "contoso"),
            (Shape::Address, "https://dev1.example/", "https://dev1.example", "http://dev1.example"),
            (Shape::Address, "http://127.0.0.1:8080", "http://127.0.0.1:8080", "https://a@b.example"),
            (Shape::Port, " 48620 ", "48620", "80"),
            (
                Shape::Uuid,
                "14D82EEC-204B-4C2F-B7E8-296A70DAB67E",
                "14d82eec-204b-4c2f-b7e8-296a70dab67e",
                "14d82eec",
            ),
            (
                Shape::Uuids,
                "14D82EEC-204B-4C2F-B7E8-296A70DAB67E;14d82eec-204b-4c2f-b7e8-296a70dab67e",
                "14d82eec-204b-4c2f-b7e8-296a70dab67e",
                "14d82eec-204b-4c2f-b7e8-296a70dab67e, x",
            ),
            (Shape::Hex32, "0123456789ABCDEF0123456789abcdef", "0123456789abcdef0123456789abcdef", "01"),
            (Shape::Choice, "b", "b", "c"),
            (Shape::Flag, "yes", "yes", "true"),
        ] {
            assert_eq!(definition(shape).accept(good).as_deref(), Ok(kept), "{shape:?}");
            assert_eq!(
                definition(shape).accept(bad).map_err(|p| p.code),
                Err("answer-refused".into()),
                "{shape:?}"
            );
        }
    }

    #[test]
    fn what_may_be_left_out_may_be_emptied() {
        assert!(definition(Shape::Text).accept(" ").is_err());
        let optional = AnswerDefinition { default: Some(String::new()), ..definition(Shape::Text) };
        assert_eq!(optional.accept(" ").as_deref(), Ok(""));
    }

    #[test]
    fn an_answer_goes_with_what_is_known() {
        let suits = |answer: &AnswerDefinition, value: &str, values: &Values, accepted: &[&str]| {
            let accepted = accepted.iter().map(|word| (*word).to_owned()).collect();
            answer.suits(value, values, &accepted).map_err(|problem| problem.code)
        };
        let id = AnswerDefinition { equals: Some("{app.id}".into()), ..definition(Shape::Uuid) };
        let known =
            Values::from([("app.id".to_owned(), "ab".to_owned()), ("host".into(), "a.example".into())]);
        assert_eq!(suits(&id, "AB", &known, &[]), Ok(()));
        assert_eq!(suits(&id, "cd", &known, &["cd"]), Err("answer-differs".into()));
        assert_eq!(suits(&id, "cd", &Values::new(), &[]), Ok(()), "nothing is known to hold it against");

        let address = AnswerDefinition { host: Some("{host}".into()), ..definition(Shape::Address) };
        for (value, fine) in [
            ("https://A.example/api/x", true),
            ("https://a.example:8443", true),
            ("https://a.example?x", true),
            ("https://a.example.evil.example/api", false),
            ("https://b.example/a.example", false),
        ] {
            let wanted = if fine { Ok(()) } else { Err("answer-other-host".into()) };
            assert_eq!(suits(&address, value, &known, &[]), wanted, "{value}");
        }
        assert_eq!(suits(&address, "https://B.example/x", &known, &["b.example"]), Ok(()));
        let third = suits(&address, "https://c.example/x", &known, &["b.example"]);
        assert_eq!(third, Err("answer-other-host".into()), "a yes is to one host");
    }

    #[test]
    fn a_secret_is_never_an_answer() {
        assert_eq!(definition(Shape::Secret).accept("x").map_err(|p| p.code), Err("answer-is-secret".into()));
    }

    #[test]
    fn names_that_read_differently_than_they_look_are_refused() {
        for hostile in ["", "<b>x</b>", "prod\u{202E}tset", "a\u{200B}b", "-x", "a/b", "a\nb"] {
            assert!(setup_name(hostile).is_err(), "{hostile:?}");
        }
        assert_eq!(setup_name(" Produktion (Köln) 2 ").as_deref(), Ok("Produktion (Köln) 2"));
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_plain_and_stays_accepted(text in ".{0,60}") {
            for shape in [Shape::Text, Shape::Domain, Shape::Address, Shape::Port] {
                if let Ok(kept) = definition(shape).accept(&text) {
                    prop_assert!(is_plain(&kept));
                    prop_assert_eq!(definition(shape).accept(&kept).ok(), Some(kept));
                }
            }
        }
    }
}
