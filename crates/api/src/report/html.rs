use setup::Change;
use words::Words;

use super::{EACH, Told, facts::Facts};

/// One page without script or outside reference, to be printed or attached to a change ticket.
pub fn written(facts: &Facts, words: &Words) -> String {
    let told = Told { words };
    let title = format!("{} — {}", told.say("report-title"), facts.setup);
    let mut body = opening(&told, &title, facts.practice, facts.retired_on.is_some());
    list(&mut body, told.head(facts));
    heading(&mut body, &told.say("report-steps"));
    body.push_str(&format!("<p>{}</p>\n", text(&told.say("report-known-what"))));
    let heads = ["report-step", "report-seat", "report-state", "report-known", "report-when"];
    table(&mut body, heads.map(|id| told.say(id)), told.steps(facts));
    bullets(&mut body, &told, "report-open", told.open(facts));
    heading(&mut body, &told.say("report-changes"));
    if facts.changes.is_empty() {
        body.push_str(&format!("<p>{}</p>\n", text(&told.say("report-no-changes"))));
    }
    for made in &facts.changes {
        body.push_str(&format!("<h3>{}</h3>\n", text(&told.sentence(&made.change))));
        list(&mut body, told.made(made));
        fields(&mut body, &told, &made.change);
    }
    if !facts.each.is_empty() {
        heading(&mut body, &told.say("report-each"));
        table(&mut body, EACH.map(|id| told.say(id)), told.each(facts));
    }
    evidence(&mut body, &told, facts);
    bullets(&mut body, &told, "report-stays", facts.stays.iter().map(|stays| told.say(stays)));
    body.push_str(&format!(
        "<footer><p>{} {} · SHA-256 <code>{}</code></p>\n<p>{}</p>\n<p>{}</p></footer>\n",
        text(&told.say("report-journal")),
        facts.journal.entries,
        text(&facts.journal.last_hash),
        text(&told.say("report-journal-what")),
        text(&told.say("report-secrets")),
    ));
    page(words, &title, &body)
}

/// What somebody kept of steps by hand and chose for this.
fn evidence(body: &mut String, told: &Told<'_>, facts: &Facts) {
    if facts.notes.is_empty() && facts.pictures.is_empty() {
        return;
    }
    heading(body, &told.say("report-evidence"));
    body.push_str(&format!("<p>{}</p>\n", text(&told.say("report-evidence-what"))));
    for note in &facts.notes {
        let about = told.kept(&note.step, note.by.as_ref(), note.at);
        body.push_str(&format!("<h3>{}</h3>\n<p class=\"note\">{}</p>\n", text(&about), text(&note.text)));
    }
    for picture in &facts.pictures {
        let about = told.kept(&picture.step, picture.by.as_ref(), picture.at);
        let about = text(&about);
        body.push_str(&format!(
            "<figure><img src=\"data:image/png;base64,{}\" width=\"{}\" height=\"{}\" alt=\"{about}\">\
             <figcaption>{about} · SHA-256 <code>{}</code></figcaption></figure>\n",
            text(&picture.png),
            picture.width,
            picture.height,
            text(&picture.sha256),
        ));
    }
}

/// The title, and what has to be known before anything else is read.
pub fn opening(told: &Told<'_>, title: &str, practice: bool, retired: bool) -> String {
    let mut body = format!("<h1>{}</h1>\n", text(title));
    if practice {
        body.push_str(&format!("<p class=\"practice\">{}</p>\n", text(&told.say("report-practice"))));
    }
    if retired {
        body.push_str(&format!("<p>{}</p>\n", text(&told.say("report-retired"))));
    }
    body
}

/// `body` as a page of its own, which runs and loads nothing.
pub fn page(words: &Words, title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n{body}</body>\n</html>\n",
        text(words.language()),
        text(title),
    )
}

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#242424;\
background:#fff}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem;margin:1.4rem 0 .3rem}\
h3::first-letter{text-transform:uppercase}table{border-collapse:collapse;width:100%}\
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d1d1d1;overflow-wrap:anywhere}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:#616161}dd{margin:0;overflow-wrap:anywhere}\
.note{white-space:pre-wrap}figure{margin:1rem 0}figure img{max-width:100%;height:auto;border:1px solid #d1d1d1}\
figcaption{color:#616161;font-size:.85rem;overflow-wrap:anywhere}.practice{display:inline-block;padding:.15rem .6rem;border-radius:4px;background:#fff4ce;font-weight:600}\
footer{margin-top:2rem;color:#616161;font-size:.85rem;overflow-wrap:anywhere}@media print{body{margin:0}tr,figure{break-inside:avoid}}";

pub fn heading(body: &mut String, title: &str) {
    body.push_str(&format!("<h2>{}</h2>\n", text(title)));
}

/// Label and value, one below the other.
pub fn list(body: &mut String, rows: Vec<[String; 2]>) {
    body.push_str("<dl>\n");
    for [label, value] in rows {
        body.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", text(&label), text(&value)));
    }
    body.push_str("</dl>\n");
}

/// A heading with what belongs to it; "nothing" is said.
pub fn bullets(body: &mut String, told: &Told<'_>, title: &str, lines: impl Iterator<Item = String>) {
    heading(body, &told.say(title));
    let lines: String = lines.map(|line| format!("<li>{}</li>\n", text(&line))).collect();
    if lines.is_empty() {
        body.push_str(&format!("<p>{}</p>\n", text(&told.say("report-none"))));
    } else {
        body.push_str(&format!("<ul>\n{lines}</ul>\n"));
    }
}

/// The fields of a change, before and after.
pub fn fields(body: &mut String, told: &Told<'_>, change: &Change) {
    let rows = told.fields(change);
    if rows.is_empty() {
        return;
    }
    table(body, ["report-field", "report-before", "report-after"].map(|id| told.say(id)), rows);
}

fn table<const N: usize>(body: &mut String, heads: [String; N], rows: Vec<[String; N]>) {
    body.push_str("<table>\n<thead><tr>");
    heads.iter().for_each(|head| body.push_str(&format!("<th scope=\"col\">{}</th>", text(head))));
    body.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        body.push_str("<tr>");
        row.iter().for_each(|cell| body.push_str(&format!("<td>{}</td>", text(cell))));
        body.push_str("</tr>\n");
    }
    body.push_str("</tbody>\n</table>\n");
}

/// Anything as text, wherever it stands.
pub fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_from_outside_stays_text() {
        assert_eq!(text("<script>'\"&"), "&lt;script&gt;&#39;&quot;&amp;");
    }
}
