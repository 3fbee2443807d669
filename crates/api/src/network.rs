//! The addresses of an allow-list step, for those who look after the firewall: as a list, a spreadsheet, a comment of a change ticket.
//!
//! Whatever is exported begins with what to do. The addresses belonged to a service that may be gone, and may have other owners by now.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;
use setup::{Object, Observed, Problem, problem::Result};
use words::Words;

use crate::{
    app::{App, locked},
    request::NetworkFormat,
    sheet,
    view::report::ReportView,
};

const ALLOW_LIST: &str = "network.allow-list";

impl App {
    /// Asks DNS anew, and writes what the document and DNS say.
    ///
    /// # Errors
    /// `setup-unknown`; `step-unknown` where the guide has no such step.
    pub async fn network(&self, setup: &str, format: NetworkFormat) -> Result<ReportView> {
        let opened = self.open(setup).await?;
        let head = &opened.record.head;
        let step = opened.told.guide.steps.iter().find(|step| step.kind == ALLOW_LIST);
        let step = step.ok_or_else(|| Problem::new("step-unknown").arg("step", ALLOW_LIST))?;
        self.check(setup, Some(&step.id)).await?;
        let seen = {
            let observed = locked(&self.inner().observed);
            observed.get(&head.id).and_then(|seen| seen.get(&step.id)).and_then(Observed::object).cloned()
        };
        let seen = seen.ok_or_else(|| Problem::new("step-unknown").arg("step", &step.id))?;
        let what = if head.practice { "network-practice" } else { "network-remove" };
        let sheet = Sheet {
            words: &self.words(&opened.told.words),
            what,
            instance: head.instance_host(),
            seen: &seen,
        };
        Ok(sheet.written(format, Timestamp::now()))
    }
}

struct Sheet<'a> {
    words: &'a Words,
    /// Message id of what every export begins with.
    what: &'a str,
    instance: &'a str,
    seen: &'a Object,
}

impl Sheet<'_> {
    fn say(&self, id: &str) -> String {
        let args = [("host", self.seen.name.as_str()), ("instance", self.instance)];
        self.words.say(id, &BTreeMap::from(args.map(|(name, value)| (name.to_owned(), value.to_owned()))))
    }

    fn addresses(&self, field: &str) -> Vec<&str> {
        let listed = self.seen.fields.get(field).and_then(Value::as_array);
        listed.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// Each address once: whether the document has it, and what DNS says.
    fn lines(&self) -> Vec<(&str, bool, &'static str)> {
        let (listed, answered) = (self.addresses("listed"), self.addresses("answered"));
        let dns = |address: &str| match self.seen.fields.contains_key("not-answered") {
            true => "network-unknown",
            false if answered.contains(&address) => "network-yes",
            false => "network-no",
        };
        let mut lines: Vec<_> = listed.iter().map(|address| (*address, true, dns(address))).collect();
        let unlisted = answered.iter().filter(|address| !listed.contains(address));
        lines.extend(unlisted.map(|address| (*address, false, dns(address))));
        lines
    }

    fn written(&self, format: NetworkFormat, now: Timestamp) -> ReportView {
        let what = self.say(self.what);
        let yes = |is: bool| self.say(if is { "network-yes" } else { "network-no" });
        let (text, extension) = match format {
            NetworkFormat::Plain => {
                let addresses: String =
                    self.lines().iter().map(|(address, ..)| format!("{address}\n")).collect();
                (format!("# {what}\n{addresses}"), "txt")
            }
            NetworkFormat::Csv => {
                let mut rows = vec![[what, String::new(), String::new()]];
                rows.push(
                    ["network-address", "network-in-document", "network-in-dns"].map(|id| self.say(id)),
                );
                let lines = self.lines().into_iter();
                rows.extend(
                    lines.map(|(address, listed, dns)| [address.to_owned(), yes(listed), self.say(dns)]),
                );
                (sheet::csv(rows), "csv")
            }
            NetworkFormat::Comment => {
                let lines = self.lines().into_iter().map(|(address, listed, dns)| {
                    format!(
                        "- {address} ({}: {}; {}: {})\n",
                        self.say("network-in-document"),
                        yes(listed),
                        self.say("network-in-dns"),
                        self.say(dns)
                    )
                });
                let about = self.say("network-about");
                (
                    format!(
                        "{what}\n\n{about} {}\n\n{}",
                        now.strftime("%Y-%m-%d"),
                        lines.collect::<String>()
                    ),
                    "txt",
                )
            }
        };
        ReportView { file_name: format!("liaison-network.{extension}"), text }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use setup::Ownership;

    use super::*;

    #[test]
    fn every_export_begins_with_what_to_do() {
        let seen = Object {
            id: "h".into(),
            name: "service.example".into(),
            ownership: Ownership::Theirs,
            fields: [
                ("listed".to_owned(), json!(["192.0.2.1", "192.0.2.2"])),
                ("answered".to_owned(), json!(["192.0.2.2", "192.0.2.3"])),
            ]
            .into(),
            gives: BTreeMap::new(),
        };
        let words = Words::new("en", &BTreeMap::new());
        let sheet = Sheet { words: &words, what: "network-remove", instance: "acme.example", seen: &seen };
        let written = |format| sheet.written(format, Timestamp::UNIX_EPOCH).text;
        for (format, begins) in
            [(NetworkFormat::Plain, "# "), (NetworkFormat::Csv, "\""), (NetworkFormat::Comment, "")]
        {
            let text = written(format);
            let said = text.strip_prefix(begins).unwrap_or_default();
            assert!(
                said.starts_with("Find rules that let these addresses through, and remove them."),
                "{text}"
            );
            assert!(!text.to_lowercase().contains("allow"), "{text}");
        }
        assert!(
            written(NetworkFormat::Csv)
                .contains("192.0.2.1,yes,no\r\n192.0.2.2,yes,yes\r\n192.0.2.3,no,yes\r\n")
        );
        assert!(written(NetworkFormat::Comment).contains("service.example"));
    }
}
