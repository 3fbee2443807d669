//! A file that one other person opens: sealed to an identity made for it alone, or behind a phrase.
//!
//! ```text
//! liaison-handover 1\n
//! age1… (who opens it), or "phrase"\n
//! an age file: JSON
//! ```

mod spoken;

use std::{collections::BTreeMap, io::Read, iter};

use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use secrecy::{ExposeSecret, SecretString, zeroize::Zeroizing};
use serde::{Deserialize, Serialize};
use setup::{
    Problem,
    handover::{Claims, LARGEST, VERSION},
    problem::Result,
};

pub use spoken::check_phrase;

use self::spoken::phrase;
use crate::identity::Identity;

const MAGIC: &str = "liaison-handover";
const PHRASE: &str = "phrase";
/// 2^12 rounds. The phrase is random and not a person's choice: its 96 bits keep the file shut, and not the work.
const WORK: u8 = 12;
/// More than this is not begun: a file from elsewhere could ask for hours.
const MOST_WORK: u8 = 18;

/// An identity for one file.
pub struct Request(Identity);

impl Request {
    pub fn new() -> Self {
        Self(Identity::generate())
    }

    /// `age1…`, which everyone may see.
    pub fn recipient(&self) -> String {
        self.0.recipient().to_string()
    }

    pub fn to_text(&self) -> SecretString {
        self.0.to_text()
    }

    /// # Errors
    /// `secret-damaged`
    pub fn parse(text: &SecretString) -> Result<Self> {
        // EXPOSE: to the parser of the identity, which keeps it in a type that wipes itself.
        Identity::parse(text.expose_secret()).map(Self).ok_or_else(|| Problem::new("secret-damaged"))
    }
}

impl Default for Request {
    fn default() -> Self {
        Self::new()
    }
}

/// A secret in a file, with what may be said of it.
pub struct Handed {
    pub name: String,
    pub about: BTreeMap<String, String>,
    pub value: SecretString,
}

/// What was in a file.
pub struct Opened {
    pub claims: Claims,
    pub secrets: Vec<Handed>,
}

/// For whom a file says it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    Recipient(String),
    Phrase,
}

#[derive(Serialize)]
struct Writing<'a> {
    claims: &'a Claims,
    secrets: Vec<WritingSecret<'a>>,
}

#[derive(Serialize)]
struct WritingSecret<'a> {
    name: &'a str,
    about: &'a BTreeMap<String, String>,
    value: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    claims: serde_json::Value,
    secrets: Vec<ReadingSecret>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingSecret {
    name: String,
    about: BTreeMap<String, String>,
    value: SecretString,
}

/// The finished file for whoever holds the secret half of `recipient`.
///
/// # Errors
/// `handover-request-unreadable`, `handover-too-large`, `sealing-failed`
pub fn seal_for(recipient: &str, claims: &Claims, secrets: &[Handed]) -> Result<Vec<u8>> {
    let to: x25519::Recipient = recipient.parse().map_err(|_| Problem::new("handover-request-unreadable"))?;
    let to: &dyn age::Recipient = &to;
    let encryptor = Encryptor::with_recipients(iter::once(to)).map_err(|error| failed(&error))?;
    finished(recipient, encryptor, claims, secrets)
}

/// The finished file for whoever is told the phrase that comes with it.
///
/// # Errors
/// As [`seal_for`]; `no-randomness`.
pub fn seal_behind_phrase(claims: &Claims, secrets: &[Handed]) -> Result<(Vec<u8>, SecretString)> {
    let phrase = phrase()?;
    let mut to = scrypt::Recipient::new(phrase.clone());
    to.set_work_factor(WORK);
    let to: &dyn age::Recipient = &to;
    let encryptor = Encryptor::with_recipients(iter::once(to)).map_err(|error| failed(&error))?;
    Ok((finished(PHRASE, encryptor, claims, secrets)?, phrase))
}

fn finished(to: &str, encryptor: Encryptor, claims: &Claims, secrets: &[Handed]) -> Result<Vec<u8>> {
    let secrets = secrets.iter().map(|secret| WritingSecret {
        name: &secret.name,
        about: &secret.about,
        // EXPOSE: to the text that is encrypted just below.
        value: secret.value.expose_secret(),
    });
    let writing = Writing { claims, secrets: secrets.collect() };
    let clear = Zeroizing::new(serde_json::to_vec(&writing).map_err(|error| failed(&error))?);
    let mut file = format!("{MAGIC} {VERSION}\n{to}\n").into_bytes();
    let mut writer = encryptor.wrap_output(&mut file).map_err(|error| failed(&error))?;
    std::io::Write::write_all(&mut writer, &clear).map_err(|error| failed(&error))?;
    writer.finish().map_err(|error| failed(&error))?;
    if file.len() > LARGEST {
        return Err(too_large());
    }
    Ok(file)
}

/// For whom the file is, without opening it.
///
/// # Errors
/// `handover-too-large`, `handover-unreadable`, `handover-newer`
pub fn addressed(file: &[u8]) -> Result<For> {
    let (to, _) = parts(file)?;
    Ok(if to == PHRASE { For::Phrase } else { For::Recipient(to.to_owned()) })
}

fn parts(file: &[u8]) -> Result<(&str, &[u8])> {
    if file.len() > LARGEST {
        return Err(too_large());
    }
    let unreadable = || Problem::new("handover-unreadable");
    let line = |bytes: &[u8]| bytes.iter().take(200).position(|byte| *byte == b'\n');
    let end = line(file).ok_or_else(unreadable)?;
    let first = std::str::from_utf8(&file[..end]).map_err(|_| unreadable())?;
    let version: u32 =
        first.strip_prefix(MAGIC).and_then(|rest| rest.trim().parse().ok()).ok_or_else(unreadable)?;
    // Nothing seals this line: one spelling only, or a changed file would open.
    if first != format!("{MAGIC} {version}") {
        return Err(unreadable());
    }
    if version > VERSION {
        return Err(Problem::new("handover-newer").hint("hint-update-liaison"));
    }
    let rest = &file[end + 1..];
    let end = line(rest).ok_or_else(unreadable)?;
    let to = std::str::from_utf8(&rest[..end]).map_err(|_| unreadable())?;
    Ok((to, &rest[end + 1..]))
}

/// Opens a file with the identity that was made for it.
///
/// # Errors
/// `handover-not-for-here`, `handover-altered`, `handover-newer`, `handover-too-large`, `handover-unreadable`
pub fn open_with(request: &Request, file: &[u8]) -> Result<Opened> {
    let (to, sealed) = parts(file)?;
    if to != request.recipient() {
        return Err(Problem::new("handover-not-for-here"));
    }
    let opened = read(sealed, request.0.key())?;
    // Inside, where nobody can change it, it says the same.
    if opened.claims.recipient.as_deref() != Some(to) {
        return Err(altered());
    }
    Ok(opened)
}

/// Opens a file with the phrase that was told.
///
/// # Errors
/// `handover-wrong-phrase`; as [`open_with`].
pub fn open_with_phrase(phrase: &SecretString, file: &[u8]) -> Result<Opened> {
    let (to, sealed) = parts(file)?;
    if to != PHRASE {
        return Err(Problem::new("handover-no-phrase"));
    }
    // EXPOSE: to age, in the spelling that it was made in.
    let typed: Vec<String> = phrase
        .expose_secret()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut identity = scrypt::Identity::new(SecretString::from(typed.join("-")));
    identity.set_max_work_factor(MOST_WORK);
    read(sealed, &identity).map_err(|problem| match problem.code.as_str() {
        "handover-not-for-here" => Problem::new("handover-wrong-phrase"),
        _ => problem,
    })
}

fn read(sealed: &[u8], identity: &dyn age::Identity) -> Result<Opened> {
    let shut = |error: DecryptError| match error {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed => {
            Problem::new("handover-not-for-here")
        }
        DecryptError::ExcessiveWork { .. } => Problem::new("handover-too-much-work"),
        _ => altered(),
    };
    let decryptor = Decryptor::new_buffered(sealed).map_err(shut)?;
    let mut clear = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let mut reader = decryptor.decrypt(iter::once(identity)).map_err(shut)?;
    reader.read_to_end(&mut clear).map_err(|_| altered())?;
    parsed(&clear)
}

/// What is inside, held against its shape. Never panics, whatever it is given.
fn parsed(clear: &[u8]) -> Result<Opened> {
    let reading: Reading = serde_json::from_slice(clear).map_err(|_| altered())?;
    // The version first: a newer one may have another shape.
    if reading.claims.get("version").and_then(serde_json::Value::as_u64) > Some(VERSION.into()) {
        return Err(Problem::new("handover-newer").hint("hint-update-liaison"));
    }
    let claims: Claims = serde_json::from_value(reading.claims).map_err(|_| altered())?;
    let secrets = reading.secrets.into_iter();
    let secrets = secrets.map(|one| Handed { name: one.name, about: one.about, value: one.value }).collect();
    Ok(Opened { claims, secrets })
}

fn altered() -> Problem {
    Problem::new("handover-altered").arg("entry", "")
}

fn too_large() -> Problem {
    Problem::new("handover-too-large")
}

fn failed(error: &dyn std::fmt::Display) -> Problem {
    Problem::new("sealing-failed").arg("detail", error)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn claims(recipient: Option<String>) -> Claims {
        Claims {
            version: VERSION,
            setup: "s".into(),
            name: "Contoso".into(),
            guide: "g".into(),
            guide_version: 1,
            practice: true,
            cloud_name: "global".into(),
            tenant_domain: "contoso.example".into(),
            tenant_id: None,
            instance: "https://dev1.example".into(),
            seat: "servicenow-admin".into(),
            to: "m".into(),
            recipient,
            by: None,
            until: None,
            entries: Vec::new(),
        }
    }

    fn handed() -> Vec<Handed> {
        vec![Handed {
            name: "a.secret".into(),
            about: BTreeMap::new(),
            value: Identity::generate().to_text(),
        }]
    }

    fn code(opened: Result<Opened>) -> String {
        opened.map(|_| String::from("opened")).unwrap_or_else(|problem| problem.code)
    }

    #[test]
    fn only_the_one_it_is_for_opens_it() {
        let request = Request::new();
        let secrets = handed();
        let file = seal_for(&request.recipient(), &claims(Some(request.recipient())), &secrets).unwrap();
        // EXPOSE: to comparisons of a value made up above.
        let value = secrets[0].value.expose_secret();
        assert!(!file.windows(value.len()).any(|part| part == value.as_bytes()));
        // EXPOSE: as above.
        assert_eq!(open_with(&request, &file).unwrap().secrets[0].value.expose_secret(), value);
        assert_eq!(code(open_with(&Request::new(), &file)), "handover-not-for-here");
        // Readdressed by somebody on the way.
        let other = Request::new();
        let text = String::from_utf8_lossy(&file).replacen(&request.recipient(), &other.recipient(), 1);
        assert_ne!(code(open_with(&other, text.as_bytes())), "opened");
    }

    #[test]
    fn a_phrase_opens_it_in_any_spelling_and_no_other_phrase_does() {
        let (file, phrase) = seal_behind_phrase(&claims(None), &handed()).unwrap();
        assert_eq!(addressed(&file).unwrap(), For::Phrase);
        // EXPOSE: a phrase made up for this test.
        let typed = phrase.expose_secret().to_uppercase().replace('-', " ");
        assert_eq!(code(open_with_phrase(&SecretString::from(typed), &file)), "opened");
        let wrong = SecretString::from("babab-babab-babab");
        assert_eq!(code(open_with_phrase(&wrong, &file)), "handover-wrong-phrase");
    }

    #[test]
    fn work_is_bounded() {
        let mut to = scrypt::Recipient::new(SecretString::from("babab"));
        to.set_work_factor(1);
        let to: &dyn age::Recipient = &to;
        let encryptor = Encryptor::with_recipients(iter::once(to)).unwrap();
        let file = finished(PHRASE, encryptor, &claims(None), &[]).unwrap();
        // The same header asking for 2^40 rounds.
        let at = file.windows(9).position(|part| part == b"-> scrypt").unwrap();
        let line_end = at + file[at..].iter().position(|byte| *byte == b'\n').unwrap();
        let mut greedy = file[..line_end - 1].to_vec();
        greedy.extend(b"40");
        greedy.extend(&file[line_end..]);
        assert_eq!(code(open_with_phrase(&SecretString::from("babab"), &greedy)), "handover-too-much-work");
    }

    #[test]
    fn newer_large_and_foreign_files_are_named() {
        let request = Request::new();
        let open = |file: &[u8]| code(open_with(&request, file));
        assert_eq!(open(b"liaison-handover 2\nage1x\nrest"), "handover-newer");
        assert_eq!(open(b"something else\n\n"), "handover-unreadable");
        let sealed = seal_for(&request.recipient(), &claims(Some(request.recipient())), &[]).unwrap();
        let rest = &sealed[format!("{MAGIC} {VERSION}").len()..];
        for other in ["\u{c}1", "+1", " 01", "  1", " 1 "] {
            assert_eq!(
                open(&[MAGIC.as_bytes(), other.as_bytes(), rest].concat()),
                "handover-unreadable",
                "{other:?}"
            );
        }
        assert_eq!(open(&vec![b'a'; LARGEST + 1]), "handover-too-large");
        let newer = Claims { version: VERSION + 1, ..claims(Some(request.recipient())) };
        assert_eq!(open(&seal_for(&request.recipient(), &newer, &[]).unwrap()), "handover-newer");
    }

    proptest! {
        #[test]
        fn whatever_comes_is_refused_and_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            prop_assert!(open_with(&Request::new(), &bytes).is_err());
            prop_assert!(open_with_phrase(&SecretString::from("babab"), &bytes).is_err());
            prop_assert!(parsed(&bytes).is_err());
        }

        #[test]
        fn one_changed_byte_is_never_opened(at in any::<prop::sample::Index>(), flip in 1_u8..) {
            let request = Request::new();
            let mut file = seal_for(&request.recipient(), &claims(Some(request.recipient())), &handed()).unwrap();
            let before = check_phrase(&file);
            let at = at.index(file.len());
            file[at] ^= flip;
            prop_assert!(open_with(&request, &file).is_err(), "byte {}", at);
            prop_assert_ne!(check_phrase(&file), before);
        }

        #[test]
        fn json_of_any_other_shape_is_refused(text in "\\{\"claims\":[ -~]{0,60}\\}") {
            prop_assert!(parsed(text.as_bytes()).is_err());
        }
    }
}
