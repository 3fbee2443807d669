//! Texts for a terminal: documents on standard output, everything else on standard error.

use std::io::{self, BufRead, IsTerminal, Write};

use api::{Problem, local_text, problem::Effect, view::sign_in::SignInState};
use serde_json::Value;
use words::Words;

pub struct Terminal {
    words: Words,
}

impl Terminal {
    pub fn new() -> Self {
        Self { words: Words::new(&api::language(), &api::guides_words()) }
    }

    /// The text of a message, in the person's language.
    pub fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        plain(&self.words.say(id, &args))
    }

    /// Whether a message is there.
    pub fn has(&self, id: &str) -> bool {
        self.words.has(id)
    }

    /// A line on standard output. A closed pipe is not an error worth a message.
    pub fn out(&self, text: &str) {
        let _ = writeln!(io::stdout(), "{text}");
    }

    pub fn json(&self, document: &impl serde::Serialize) {
        self.out(&serde_json::to_string_pretty(document).unwrap_or_default());
    }

    /// A line on standard error.
    pub fn note(&self, text: &str) {
        let _ = writeln!(io::stderr(), "{text}");
    }

    pub fn tell(&self, id: &str, args: &[(&str, &str)]) {
        self.note(&self.say(id, args));
    }

    /// What happened, what was and was not changed, and what to do next.
    pub fn problem(&self, problem: &Problem) {
        let args: Vec<(&str, &str)> =
            problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.note(&self.say(&problem.code, &args));
        for part in ["what", "do"] {
            let id = format!("{}.{part}", problem.code);
            if self.has(&id) {
                self.note(&self.say(&id, &args));
            }
        }
        let effect = match problem.effect {
            Effect::None => "effect-none",
            Effect::Done => "effect-done",
            Effect::Unknown => "effect-unknown",
        };
        self.tell(effect, &[]);
        for hint in &problem.hints {
            self.note(&self.say(hint, &args));
        }
        if let Some(support) = &problem.support {
            let status = support.status.map(|status| status.to_string()).unwrap_or_default();
            let parts = [
                support.service.as_str(),
                &status,
                support.service_code.as_deref().unwrap_or_default(),
                support.request_id.as_deref().unwrap_or_default(),
            ];
            let line = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ");
            self.tell("support-line", &[("details", &line)]);
        }
    }

    pub fn sign_in(&self, state: &SignInState) {
        match state {
            SignInState::Browser { url, opened } => {
                self.tell(
                    if *opened { "cli-browser-opened" } else { "cli-browser-not-opened" },
                    &[("url", url)],
                );
                self.tell("cli-sign-in-help", &[]);
            }
            SignInState::DeviceCode { url, code, expires_at } => {
                self.tell(
                    "cli-device-code",
                    &[("url", url), ("code", code), ("until", &local_text(expires_at))],
                );
            }
            SignInState::Note { note } => self.tell(note.word(), &[]),
            SignInState::SignedIn { account, .. } => self.tell("cli-signed-in", &[("account", account)]),
            // The command ends with the problem, which is said there.
            SignInState::Failed { .. } | SignInState::Cancelled => {}
        }
    }

    pub fn is_interactive(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks on standard error and reads a line. None at the end of input.
    pub fn ask(&self, question: &str) -> Option<String> {
        let _ = write!(io::stderr(), "{question} ");
        let _ = io::stderr().flush();
        let mut line = String::new();
        match io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(line.trim().to_owned()),
        }
    }
}

/// Names from tenants, instances and files may hold anything: what would move the cursor, colour the line or turn the reading
/// direction is shown as a replacement character.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| {
            let harmless = c == '\n' || c == '\t' || api::is_plain(c.encode_utf8(&mut [0; 4]));
            if harmless { c } else { char::REPLACEMENT_CHARACTER }
        })
        .collect()
}

/// A field's value for one line.
pub fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => plain(text),
        Value::Array(all) => all.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_outside_can_drive_the_terminal() {
        assert_eq!(plain("a\u{1b}[2Jb\u{202E}c\r"), "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}");
        assert_eq!(plain("Köln 東京\n"), "Köln 東京\n");
    }
}
