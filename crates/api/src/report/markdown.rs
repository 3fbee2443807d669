use setup::Change;
use words::Words;

use super::{EACH, Told, facts::Facts};

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
    out.push_str(&format!("\n## {}\n\n{}\n\n", told.say("report-steps"), told.say("report-known-what")));
    let heads = ["report-step", "report-seat", "report-state", "report-known", "report-when"];
    table(&mut out, heads.map(|id| told.say(id)), told.steps(facts));
    bullets(&mut out, &told, "report-open", told.open(facts));
    out.push_str(&format!("\n## {}\n", told.say("report-changes")));
    if facts.changes.is_empty() {
        out.push_str(&format!("\n{}\n", told.say("report-no-changes")));
    }
    for made in &facts.changes {
        out.push_str(&format!("\n### {}\n\n", cell(&told.sentence(&made.change))));
        for [label, value] in told.made(made) {
            out.push_str(&format!("- {label}: {}\n", cell(&value)));
        }
        out.push('\n');
        fields(&mut out, &told, &made.change);
    }
    if !facts.each.is_empty() {
        out.push_str(&format!("\n## {}\n\n", told.say("report-each")));
        table(&mut out, EACH.map(|id| told.say(id)), told.each(facts));
    }
    evidence(&mut out, &told, facts);
    bullets(&mut out, &told, "report-stays", facts.stays.iter().map(|stays| told.say(stays)));
    out.push_str(&format!(
        "\n{} {} · SHA-256 {}\n\n{}\n\n{}\n",
        told.say("report-journal"),
        facts.journal.entries,
        facts.journal.last_hash,
        told.say("report-journal-what"),
        told.say("report-secrets"),
    ));
    out
}

/// What somebody kept of steps by hand and chose for this. Markdown holds no picture, so each is named by its digest.
fn evidence(out: &mut String, told: &Told<'_>, facts: &Facts) {
    if facts.notes.is_empty() && facts.pictures.is_empty() {
        return;
    }
    out.push_str(&format!(
        "\n## {}\n\n{}\n\n",
        told.say("report-evidence"),
        told.say("report-evidence-what")
    ));
    for note in &facts.notes {
        let about = told.kept(&note.step, note.by.as_ref(), note.at);
        out.push_str(&format!("- {}: {}\n", cell(&about), cell(&note.text)));
    }
    for picture in &facts.pictures {
        let about = told.kept(&picture.step, picture.by.as_ref(), picture.at);
        let what = told.say("report-picture");
        out.push_str(&format!("- {}: {what} · SHA-256 {}\n", cell(&about), picture.sha256));
    }
}

/// A heading with what belongs to it.
pub fn bullets(out: &mut String, told: &Told<'_>, title: &str, lines: impl Iterator<Item = String>) {
    out.push_str(&format!("\n## {}\n\n", told.say(title)));
    let lines: String = lines.map(|line| format!("- {}\n", cell(&line))).collect();
    out.push_str(&if lines.is_empty() { format!("{}\n", told.say("report-none")) } else { lines });
}

/// The fields of a change, before and after.
pub fn fields(out: &mut String, told: &Told<'_>, change: &Change) {
    let rows = told.fields(change);
    if !rows.is_empty() {
        table(out, ["report-field", "report-before", "report-after"].map(|id| told.say(id)), rows);
    }
}

fn table<const N: usize>(out: &mut String, heads: [String; N], rows: Vec<[String; N]>) {
    let line = |cells: [String; N]| format!("| {} |\n", cells.map(|text| cell(&text)).join(" | "));
    out.push_str(&line(heads));
    out.push_str(&format!("|{}\n", " --- |".repeat(N)));
    rows.into_iter().for_each(|row| out.push_str(&line(row)));
}

/// Text from outside as text: nothing in it is read as Markdown or HTML.
pub fn cell(text: &str) -> String {
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
