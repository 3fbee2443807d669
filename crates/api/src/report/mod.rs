//! The report: what was done, by whom, how that is known, and what stays. Never a secret: the journal holds none.

mod facts;
mod html;
mod markdown;
mod seat_page;

use std::collections::BTreeMap;

use jiff::Timestamp;
use setup::{Problem, ports::Journal, problem::Result};
use words::Words;

use self::facts::Facts;
use crate::{app::App, request::ReportFormat, view::report::ReportView};

impl App {
    /// # Errors
    /// `setup-unknown`, or why the journal cannot be read.
    pub async fn report(&self, setup: &str, format: ReportFormat) -> Result<ReportView> {
        let opened = self.open(setup).await?;
        let entries = opened.store.entries(&opened.record.head.id).await?;
        let facts = Facts::of(&opened, &entries, Timestamp::now());
        let words = self.words(&opened.told.words);
        let (text, extension) = match format {
            ReportFormat::Json => {
                let text = serde_json::to_string_pretty(&facts)
                    .map_err(|error| Problem::new("view-unreadable").arg("detail", error))?;
                (text, "json")
            }
            ReportFormat::Markdown => (markdown::written(&facts, &words), "md"),
            ReportFormat::Html => (html::written(&facts, &words), "html"),
        };
        Ok(ReportView { file_name: file_name(&facts.setup, extension), text })
    }

    /// Words in the language that was chosen, a guide's included.
    pub(crate) fn words(&self, guide: &BTreeMap<String, String>) -> Words {
        Words::new(&self.settings().spoken(), guide)
    }
}

/// `liaison-<name>.<extension>`, with nothing in it that a file system could mind.
fn file_name(name: &str, extension: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    format!("liaison-{name}.{extension}")
}

/// One line of a step's or change's table, for both written forms.
struct Told<'a> {
    words: &'a Words,
}

impl Told<'_> {
    fn say(&self, id: &str) -> String {
        self.words.say(id, &BTreeMap::new())
    }

    /// An enum as its word: `known-read-back`, `state-done`, `ended-landed` …
    fn named(&self, family: &str, value: &impl serde::Serialize) -> String {
        let id = serde_json::to_value(value).ok();
        id.as_ref()
            .and_then(|id| id.as_str())
            .map(|id| self.say(&format!("{family}-{id}")))
            .unwrap_or_default()
    }

    fn steps(&self, facts: &Facts) -> Vec<[String; 5]> {
        facts
            .steps
            .iter()
            .map(|step| {
                [
                    self.say(&format!("step-{}", step.id)),
                    self.say(&format!("seat-{}", step.seat)),
                    self.named("state", &step.state),
                    step.known_by.as_ref().map(|known| self.named("known", known)).unwrap_or_default(),
                    [step.at.as_deref(), step.by.as_deref(), step.note.as_deref()]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(" · "),
                ]
            })
            .collect()
    }

    fn changes(&self, facts: &Facts) -> Vec<[String; 6]> {
        facts
            .changes
            .iter()
            .map(|made| {
                let object = self.say(&format!("object-{}", made.change.object.replace('.', "-")));
                [
                    made.at.to_string(),
                    made.account.clone().unwrap_or_default(),
                    format!("{} {object}", self.named("verb", &made.change.verb)),
                    made.change.name.clone(),
                    made.id.clone().unwrap_or_default(),
                    self.named("ended", &made.ended),
                ]
            })
            .collect()
    }

    /// Label and value of what stands at the top.
    fn head(&self, facts: &Facts) -> Vec<[String; 2]> {
        let mut head = vec![
            [self.say("report-tenant"), facts.tenant.clone()],
            [self.say("report-instance"), facts.instance.clone()],
            [self.say("report-created"), facts.created_at.to_string()],
            [self.say("report-made"), facts.made_at.to_string()],
        ];
        head.extend(
            facts.accounts.iter().map(|(seat, account)| [self.say(&format!("seat-{seat}")), account.clone()]),
        );
        head
    }
}
