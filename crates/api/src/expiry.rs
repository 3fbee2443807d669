//! When secrets end: from the journals alone, so that no sign-in, keychain or network is needed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use setup::{Record, ports::Journal, problem::Result};

use crate::{
    app::App,
    view::{expiry::ExpiryView, report::ReportView},
};

/// Days before the end from when on it is said without being asked for.
pub const SOON: i64 = 30;
/// Days before the end on which a calendar reminds.
const REMINDERS: [i64; 4] = [30, 14, 3, 1];

/// Everything of the setup that ends, the first to end first.
pub fn of(record: &Record, now: Timestamp) -> Vec<ExpiryView> {
    let view = |expiry: setup::Expiry| ExpiryView {
        setup: record.head.id.clone(),
        name: record.head.name.clone(),
        practice: record.head.practice,
        ends_at: expiry.ends_at.to_string(),
        days: expiry.days(now),
        soon: expiry.days(now) <= SOON && !expiry.replaced,
        replaced: expiry.replaced,
        step: expiry.step,
        id: expiry.id,
    };
    record.expiries().into_iter().map(view).collect()
}

/// What ends first and soon. What a newer one replaces may end.
pub fn first_soon(record: &Record, now: Timestamp) -> Option<ExpiryView> {
    of(record, now).into_iter().find(|expiry| expiry.soon)
}

impl App {
    /// Of every setup, or of one by id or name. The first to end first.
    ///
    /// # Errors
    /// `setup-unknown`, or why a journal cannot be read.
    pub async fn expiries(&self, setup: Option<&str>) -> Result<Vec<ExpiryView>> {
        let now = Timestamp::now();
        let mut all = Vec::new();
        for store in [&self.inner().real, &self.inner().practice] {
            for head in store.list().await? {
                if setup.is_none_or(|wanted| wanted == head.id || is_same_name(wanted, &head.name)) {
                    let entries = store.entries(&head.id).await?;
                    let record = Record::fold(&entries)
                        .ok_or_else(|| setup::Problem::new("store-damaged").arg("detail", "entry"))?;
                    all.push((record.head.id.clone(), of(&record, now)));
                }
            }
        }
        if let (Some(wanted), true) = (setup, all.is_empty()) {
            return Err(setup::Problem::new("setup-unknown").arg("setup", wanted));
        }
        let mut all: Vec<ExpiryView> = all.into_iter().flat_map(|(_, of_setup)| of_setup).collect();
        all.sort_by(|one, other| one.ends_at.cmp(&other.ends_at));
        Ok(all)
    }

    /// The same as a calendar (RFC 5545): an event on the day of each end, with reminders before. Nothing in it is secret.
    ///
    /// # Errors
    /// As [`App::expiries`].
    pub async fn calendar(&self, setup: Option<&str>) -> Result<ReportView> {
        let expiries = self.expiries(setup).await?;
        let mut guides = BTreeMap::new();
        for guide in self.inner().guides.iter() {
            for (language, text) in &guide.words {
                guides.entry(language.clone()).or_insert_with(String::new).push_str(text);
            }
        }
        let words = self.words(&guides);
        let say = |id: &str, expiry: &ExpiryView| {
            let step = words.say(&format!("step-{}", expiry.step), &BTreeMap::new());
            let args = [("name", expiry.name.clone()), ("step", step), ("key", expiry.id.clone())];
            words.say(id, &args.map(|(name, value)| (name.to_owned(), value)).into())
        };
        let mut lines =
            vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".into(), "PRODID:-//Liaison//EN".into()];
        for expiry in expiries.iter().filter(|expiry| !expiry.practice && !expiry.replaced) {
            let Ok(ends_at) = expiry.ends_at.parse::<Timestamp>() else { continue };
            lines.extend(event(
                expiry,
                ends_at,
                &say("calendar-ends", expiry),
                &say("calendar-ends.what", expiry),
            ));
        }
        lines.push("END:VCALENDAR".into());
        let text = lines.iter().map(|line| folded(line)).collect();
        Ok(ReportView { file_name: "liaison-secrets.ics".into(), text })
    }
}

fn is_same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn event(expiry: &ExpiryView, ends_at: Timestamp, title: &str, what: &str) -> Vec<String> {
    let utc = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        // The same each time it is written, so that a calendar updates what it has.
        format!("UID:{}-{}@liaison", expiry.setup, expiry.id),
        format!("DTSTAMP:{}", utc(Timestamp::now())),
        format!("DTSTART:{}", utc(ends_at)),
        format!("SUMMARY:{}", escaped(title)),
        format!("DESCRIPTION:{}", escaped(what)),
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    for days in REMINDERS {
        lines.extend([
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{}", escaped(title)),
            format!("TRIGGER:-P{days}D"),
            "END:VALARM".to_owned(),
        ]);
    }
    lines.push("END:VEVENT".to_owned());
    lines
}

/// RFC 5545, 3.3.11: text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// RFC 5545, 3.1: lines of at most 75 octets, each ended by CR LF; what follows a break begins with a space.
fn folded(line: &str) -> String {
    const MOST: usize = 75;
    let mut out = String::with_capacity(line.len() + 8);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > MOST {
            out.push_str("\r\n ");
            octets = 1;
        }
        octets += c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters_and_reads_the_same() {
        let line = format!("SUMMARY:{}", escaped(&"Köln; Zürich, 東京\n".repeat(20)));
        let out = folded(&line);
        assert!(out.split("\r\n").all(|part| part.len() <= 75), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), line);
        assert!(line.contains("Köln\\; Zürich\\, 東京\\n"), "{line}");
    }

    #[test]
    fn names_cannot_begin_a_line_of_their_own() {
        assert_eq!(escaped("a\r\nATTACH:x"), "a\\nATTACH:x");
    }
}
