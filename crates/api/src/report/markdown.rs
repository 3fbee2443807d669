use words::Words;

use super::{Told, facts::Facts};

pub fn written(facts: &Facts, words: &Words) -> String {
    let told = Told { words };
    let mut out = format!("# {} — {}\n\n", told.say("report-title"), cell(&facts.setup));
    if facts.practice {
        out.push_str(&format!("**{}**\n\n", told.say("report-practice")));
    }
    if facts.retired_on.is_some() {
        out.push_str(&format!("{}\n\n", told.say("report-retired")));
    }
    for [label, value] in told.head(facts) {
        out.push_str(&format!("- {label}: {}\n", cell(&value)));
    }
    out.push_str(&format!("\n## {}\n\n", told.say("report-steps")));
    table(
        &mut out,
        ["report-step", "report-seat", "report-state", "report-known", "report-when"].map(|id| told.say(id)),
        told.steps(facts),
    );
    out.push_str(&format!("\n## {}\n\n", told.say("report-changes")));
    if facts.changes.is_empty() {
        out.push_str(&format!("{}\n", told.say("report-no-changes")));
    } else {
        let heads =
            ["report-when", "report-account", "report-change", "report-name", "report-id", "report-ended"];
        table(&mut out, heads.map(|id| told.say(id)), told.changes(facts));
    }
    out.push_str(&format!("\n## {}\n\n", told.say("report-stays")));
    if facts.stays.is_empty() {
        out.push_str(&format!("{}\n", told.say("report-nothing-stays")));
    }
    for stays in &facts.stays {
        out.push_str(&format!("- {}\n", told.say(stays)));
    }
    out.push_str(&format!(
        "\n{} {} · SHA-256 {}\n",
        told.say("report-journal"),
        facts.journal.entries,
        facts.journal.last_hash
    ));
    out
}

fn table<const N: usize>(out: &mut String, heads: [String; N], rows: Vec<[String; N]>) {
    let line = |cells: [String; N]| format!("| {} |\n", cells.map(|text| cell(&text)).join(" | "));
    out.push_str(&line(heads));
    out.push_str(&format!("|{}\n", " --- |".repeat(N)));
    rows.into_iter().for_each(|row| out.push_str(&line(row)));
}

/// Text from outside as text: nothing in it is read as Markdown or HTML.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_outside_are_text() {
        assert_eq!(cell("<img src=x>|[a](b)\n**c**"), "&lt;img src=x>\\|\\[a\\](b) \\*\\*c\\*\\*");
    }
}
