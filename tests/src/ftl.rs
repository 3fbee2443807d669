//! Fluent files as text: enough to compare two languages, and to make one that shows what nobody translated.

use std::collections::{BTreeMap, BTreeSet};

/// Around every text of the pseudo-language. Neither is in any real text.
pub const MARKS: [char; 2] = ['⟦', '⟧'];

/// Message (`id`), attribute (`id.attribute`) or term (`-id`) to the lines of its text.
pub fn texts(source: &str) -> BTreeMap<String, Vec<&str>> {
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let (mut message, mut at) = (String::new(), String::new());
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        match Start::of(line) {
            Some(Start::Message(id, text)) => {
                (message, at) = (id.to_owned(), id.to_owned());
                texts.entry(at.clone()).or_default().push(text);
            }
            Some(Start::Attribute(name, text)) => {
                at = format!("{message}.{name}");
                texts.entry(at.clone()).or_default().push(text);
            }
            None => texts.entry(at.clone()).or_default().push(line.trim()),
        }
    }
    // A message may have attributes only.
    texts.retain(|_, lines| lines.iter().any(|line| !line.is_empty()));
    texts
}

/// The names after a `$` in a text.
pub fn variables(lines: &[&str]) -> BTreeSet<String> {
    let rest = lines.iter().flat_map(|line| line.split('$').skip(1));
    rest.map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
        .collect()
}

/// The same messages with [`MARKS`] around each whole text.
pub fn pseudo(source: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut last: Option<usize> = None;
    let close = |lines: &mut Vec<String>, last: Option<usize>| {
        if let Some(last) = last {
            lines[last].push(MARKS[1]);
        }
    };
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let start = Start::of(line);
        match start {
            Some(Start::Message(_, text) | Start::Attribute(_, text)) => {
                close(&mut lines, last);
                let before = &line[..line.len() - text.len()];
                // A term is a portal's name, which stays.
                let marked = !text.is_empty() && !line.starts_with('-');
                lines.push(if marked { format!("{before}{}{text}", MARKS[0]) } else { line.to_owned() });
                last = marked.then_some(lines.len() - 1);
            }
            None => {
                lines.push(line.to_owned());
                if last.is_some() && !line.trim().is_empty() {
                    last = Some(lines.len() - 1);
                }
            }
        }
    }
    close(&mut lines, last);
    lines.join("\n") + "\n"
}

/// How a line begins something.
enum Start<'a> {
    Message(&'a str, &'a str),
    Attribute(&'a str, &'a str),
}

impl<'a> Start<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let (name, text) = line.split_once(" =")?;
        let text = text.trim_start();
        let is_name = |name: &str| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        };
        if is_name(name) {
            return Some(Self::Message(name, text));
        }
        let name = name.trim_start().strip_prefix('.').filter(|name| is_name(name))?;
        Some(Self::Attribute(name, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "# Said.\nplain = Yes { $who }\nonly =\n    .a = First\n    .b = { $n ->\n        [one] one\n       *[other] many\n    } done\n-name = Portal\n";

    #[test]
    fn texts_are_found_with_their_variables() {
        let texts = texts(SOURCE);
        assert_eq!(texts.keys().collect::<Vec<_>>(), ["-name", "only.a", "only.b", "plain"]);
        assert_eq!(variables(&texts["only.b"]), BTreeSet::from(["n".to_owned()]));
    }

    #[test]
    fn every_text_is_marked_as_a_whole_and_nothing_else() {
        let made = pseudo(SOURCE);
        assert!(
            made.contains("plain = ⟦Yes { $who }⟧\nonly =\n    .a = ⟦First⟧\n    .b = ⟦{ $n ->"),
            "{made}"
        );
        assert!(made.contains("    } done⟧\n-name = Portal\n"), "{made}");
    }
}
