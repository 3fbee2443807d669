//! The report: what was done, by whom, how that is known, and what stays. Never a secret: the journal holds none.

mod facts;
mod html;
mod markdown;
mod plan;
mod seat_page;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;
use setup::{
    Change, Problem,
    change::{Marker, Undo},
    ports::Journal,
    problem::Result,
    record::StepState,
    rows::{RowState, Rows as _},
};
use store::{Note, Picture};
use words::Words;

use self::facts::{ChangeFact, Chosen, EachFact, Facts, NoteFact, PictureFact};
use crate::{
    app::App,
    request::ReportFormat,
    setups::Opened,
    times::{local, local_text},
    view::{approval::ApprovalView, report::ReportView},
};

impl App {
    /// # Errors
    /// `setup-unknown`, or why the journal cannot be read.
    pub async fn report(&self, setup: &str, format: ReportFormat) -> Result<ReportView> {
        let opened = self.open(setup).await?;
        let entries = opened.store.entries(&opened.record.head.id).await?;
        let each = each(&opened).await?;
        let chosen = self.chosen(&opened).await?;
        let facts = Facts::of(&opened, &entries, each, chosen, Timestamp::now());
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

    /// What somebody kept of a step and chose for the report. A picture that cannot be opened stops it, as it was asked for.
    async fn chosen(&self, opened: &Opened) -> Result<Chosen> {
        let id = &opened.record.head.id;
        let place = |step: &str| opened.told.guide.steps.iter().position(|one| one.id == step);
        let mut chosen = Chosen::default();
        for note in opened.store.notes(id).await?.into_iter().filter(|note| note.in_report) {
            let Note { step, text, at, by, in_report: _ } = note;
            chosen.notes.push(NoteFact { step, at, by, text });
        }
        for picture in opened.store.pictures(id).await?.into_iter().filter(|picture| picture.in_report) {
            let png = self.opened_picture(opened, &picture.id).await?;
            let Picture { step, at, by, width, height, sha256, .. } = picture;
            chosen.pictures.push(PictureFact { step, at, by, width, height, sha256, png });
        }
        chosen.notes.sort_by_key(|note| place(&note.step));
        chosen.pictures.sort_by_key(|picture| place(&picture.step));
        Ok(chosen)
    }

    /// Words in the language that was chosen, a guide's included.
    pub(crate) fn words(&self, guide: &BTreeMap<String, String>) -> Words {
        Words::new(&self.settings().spoken(), guide)
    }
}

/// For whom every bulk step was, in the order of their lists.
async fn each(opened: &Opened) -> Result<Vec<EachFact>> {
    /// More than anybody gives a role to.
    const MOST: usize = 1_000_000;
    let mut all = Vec::new();
    for step in &opened.told.guide.steps {
        let mut rows = Vec::new();
        for state in [RowState::Sent, RowState::Made, RowState::Leaving, RowState::Gone] {
            rows.extend(opened.store.rows(&opened.record.head.id, &step.id, state, MOST).await?);
        }
        rows.sort_by_key(|row| row.n);
        all.extend(rows.into_iter().filter_map(|row| EachFact::of(&step.id, row)));
    }
    Ok(all)
}

/// `liaison-<name>.<extension>`, with nothing in it that a file system could mind.
pub(crate) fn file_name(name: &str, extension: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    format!("liaison-{name}.{extension}")
}

/// Heads of [`Told::each`].
const EACH: [&str; 4] = ["report-step", "report-each", "report-ended", "report-when"];

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
                    [step.at.as_deref().map(local_text), step.by.clone(), step.note.clone()]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(" · "),
                ]
            })
            .collect()
    }

    /// Step, for whom, how it ended, when.
    fn each(&self, facts: &Facts) -> Vec<[String; 4]> {
        let row = |each: &EachFact| {
            let step = self.say(&format!("step-{}", each.step));
            [step, each.name.clone(), self.named("ended", &each.ended), local(each.at)]
        };
        facts.each.iter().map(row).collect()
    }

    /// What a change does, in one line.
    fn sentence(&self, change: &Change) -> String {
        let object = self.say(&format!("object-{}", change.object.replace('.', "-")));
        format!("{} {object} “{}”", self.named("verb", &change.verb), change.name)
    }

    /// How it is known as ours, and whether it can be taken back.
    fn rollback(&self, change: &Change) -> String {
        let marked = match &change.marker {
            Marker::Field { field, .. } => {
                self.words.say("window-marked", &BTreeMap::from([("field".to_owned(), field.clone())]))
            }
            Marker::NoRoom { because } => self.say(because),
        };
        let undo = match &change.undo {
            Undo::Automatic => self.say("window-undo-automatic"),
            Undo::WithObject => self.say("window-undo-with-object"),
            Undo::Impossible { because } => self.say(because),
        };
        match &change.asks {
            Some(asks) => format!("{marked} {undo} {}", self.say(&format!("asks-{asks}"))),
            None => format!("{marked} {undo}"),
        }
    }

    fn notes(&self, notes: &[Problem]) -> impl Iterator<Item = String> {
        notes.iter().map(|note| self.words.say(&note.code, &note.args))
    }

    /// Field, before and after: what differs.
    fn fields(&self, change: &Change) -> Vec<[String; 3]> {
        let names: BTreeSet<&String> = change.before.keys().chain(change.after.keys()).collect();
        names
            .into_iter()
            .map(|name| [name.clone(), shown(change.before.get(name)), shown(change.after.get(name))])
            .collect()
    }

    /// What became of a change, label and value.
    fn made(&self, made: &ChangeFact) -> Vec<[String; 2]> {
        let rows = [
            ("report-when", Some(local(made.at))),
            ("report-account", made.account.clone()),
            ("report-id", made.id.clone()),
            ("report-request", made.request_id.clone()),
            ("report-ended", Some(self.named("ended", &made.ended))),
        ];
        rows.into_iter().filter_map(|(label, value)| Some([self.say(label), value?])).collect()
    }

    /// What the change process said; what nobody said is left out.
    fn approval(&self, approval: &ApprovalView) -> Vec<[String; 2]> {
        let rows = [
            ("report-approval-number", &approval.number),
            ("report-approval-approver", &approval.approver),
            ("report-approval-window", &approval.window),
            ("report-approval-fingerprint", &approval.fingerprint),
        ];
        rows.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| [self.say(label), value.clone()])
            .collect()
    }

    /// Of which step, by whom and when.
    fn kept(&self, step: &str, by: Option<&String>, at: Timestamp) -> String {
        let step = self.say(&format!("step-{step}"));
        [Some(&step), by, Some(&local(at))].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ")
    }

    /// Steps that count and are not done, with how far they are.
    fn open<'f>(&'f self, facts: &'f Facts) -> impl Iterator<Item = String> {
        let open = facts.steps.iter().filter(|step| step.counts && step.state != StepState::Done);
        open.map(|step| {
            format!("{}: {}", self.say(&format!("step-{}", step.id)), self.named("state", &step.state))
        })
    }

    /// Label and value of what stands at the top.
    fn head(&self, facts: &Facts) -> Vec<[String; 2]> {
        let mut head = vec![
            [self.say("report-tenant"), facts.tenant.clone()],
            [self.say("report-instance"), facts.instance.clone()],
            [self.say("report-created"), local(facts.created_at)],
            [self.say("report-made"), local(facts.made_at)],
        ];
        head.extend(self.approval(&facts.approval));
        head.extend(
            facts.accounts.iter().map(|(seat, account)| [self.say(&format!("seat-{seat}")), account.clone()]),
        );
        head
    }
}

/// A field's value as people read it.
fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "–".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(all)) => all.iter().map(|one| shown(Some(one))).collect::<Vec<_>>().join(", "),
        Some(value) => value.to_string(),
    }
}
