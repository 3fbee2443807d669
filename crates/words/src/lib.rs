//! Texts of the command line and the report, from the same Fluent files that the window reads.
//!
//! `words/<language>/*.ftl` is built in; a guide brings its own. What a language does not have is said in English.

mod built_in;
mod system;

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

pub use built_in::{languages, sources};
pub use system::system_language;

/// The language that every message exists in.
pub const FALLBACK: &str = "en";

/// Messages in one language, English behind it.
pub struct Words {
    language: String,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    /// The built-in words and `more` (language to Fluent source) in `language`, or the nearest that is here.
    pub fn new(language: &str, more: &BTreeMap<String, String>) -> Self {
        let chosen = found(language).unwrap_or_else(|| FALLBACK.to_owned());
        let mut order = vec![chosen.clone()];
        if chosen != FALLBACK {
            order.push(FALLBACK.to_owned());
        }
        let bundles = order.iter().map(|language| bundle(language, more)).collect();
        Self { language: chosen, bundles }
    }

    /// The language code that was found, such as `en`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The text of a message (`name`) or of an attribute of one (`name.attribute`). An id that nobody wrote is its own text, so
    /// that nothing is ever hidden; tests hold every id in use against the files.
    pub fn say(&self, id: &str, args: &BTreeMap<String, String>) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(name.as_str(), value.as_str());
        }
        let found = self.bundles.iter().find_map(|bundle| text(bundle, id, &values));
        found.unwrap_or_else(|| id.to_owned())
    }

    pub fn has(&self, id: &str) -> bool {
        self.bundles.iter().any(|bundle| text(bundle, id, &FluentArgs::new()).is_some())
    }
}

fn text(bundle: &FluentBundle<FluentResource>, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = match id.split_once('.') {
        Some((name, attribute)) => bundle.get_message(name)?.get_attribute(attribute)?.value(),
        None => bundle.get_message(id)?.value()?,
    };
    Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
}

fn bundle(language: &str, more: &BTreeMap<String, String>) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(language.parse().into_iter().collect());
    // Marks around values keep mixed directions apart on a page; in a terminal or a file to copy from they are in the way.
    bundle.set_use_isolating(false);
    let built_in = sources(language).map(str::to_owned);
    for source in built_in.chain(more.get(language).cloned()) {
        // A line that is no Fluent is left out; tests hold every file against that.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// `de` for `de-AT` or `de_AT.UTF-8`, nothing for what is not here.
fn found(language: &str) -> Option<String> {
    let wanted = language.to_ascii_lowercase().replace('_', "-");
    let here = |code: &str| languages().any(|language| language == code);
    let primary = wanted.split(['-', '.']).next().unwrap_or_default();
    [wanted.as_str(), primary].into_iter().find(|code| here(code)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Words {
        Words::new("de-AT", &[("en".to_owned(), source.to_owned())].into())
    }

    #[test]
    fn a_message_an_attribute_and_an_argument() {
        let words = words("hello = Hello { $name }\n    .what = More of { $name }\n");
        let args = [("name".to_owned(), "Ada".to_owned())].into();
        assert_eq!(words.say("hello", &args), "Hello Ada");
        assert_eq!(words.say("hello.what", &args), "More of Ada");
        assert!(words.has("hello.what") && !words.has("hello.how"));
        assert_eq!(words.say("nobody-wrote-this", &args), "nobody-wrote-this");
    }

    #[test]
    fn the_nearest_language_is_spoken_and_english_where_that_has_none() {
        let words = words("hello = Hello\n");
        assert_eq!([words.language(), &words.say("window-save", &BTreeMap::new())], ["de", "Speichern"]);
        assert_eq!(words.say("hello", &BTreeMap::new()), "Hello");
        for unknown in ["fr-FR", "C", ""] {
            assert_eq!(Words::new(unknown, &BTreeMap::new()).language(), "en");
        }
    }

    #[test]
    fn what_comes_from_outside_is_no_fluent() {
        let args = [("name".to_owned(), "{ -brand }\u{202E}".to_owned())].into();
        assert_eq!(words("hello = Hello { $name }\n").say("hello", &args), "Hello { -brand }\u{202E}");
    }
}
