//! A plan as a document for whoever approves it, made before anything is changed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use setup::{Change, Problem, plan::Purpose, problem::Result};

use super::{
    Told,
    html::{self, heading, text},
    markdown::cell,
};
use crate::{
    app::App,
    approval,
    request::ReportFormat,
    view::{approval::ApprovalView, report::ReportView},
};

#[derive(Debug, Serialize)]
struct Document {
    liaison: &'static str,
    made_at: Timestamp,
    setup: String,
    guide: String,
    practice: bool,
    /// ISO date on which the service behind the guide was shut down.
    retired_on: Option<String>,
    tenant: String,
    instance: String,
    purpose: Purpose,
    /// SHA-256 over setup, purpose and changes, in hex: what is applied by it is this plan or nothing.
    fingerprint: String,
    approval: ApprovalView,
    /// Seat to who is signed in there.
    accounts: BTreeMap<String, String>,
    /// How many people get roles.
    people: u64,
    changes: Vec<Change>,
    /// What else whoever approves it should know: where the changes will be recorded.
    notes: Vec<Problem>,
    /// By-hand steps that the plan does not do.
    by_hand: Vec<String>,
    /// Message ids of what undo can never take back, or of what undo leaves.
    stays: Vec<String>,
}

impl App {
    /// Plans, and writes the plan down. Changes nothing.
    ///
    /// # Errors
    /// As [`App::plan`]; why the plan is not whole, as nobody can approve a part of it.
    pub async fn plan_document(
        &self,
        setup: &str,
        step: Option<&str>,
        purpose: Purpose,
        format: ReportFormat,
    ) -> Result<ReportView> {
        let view = match purpose {
            Purpose::Apply => self.plan(setup, step).await?,
            Purpose::Undo => self.undo_plan(setup, step).await?,
        };
        if let Some(problem) = view.problem {
            return Err(problem);
        }
        let opened = self.open(setup).await?;
        let record = &opened.record;
        let document = Document {
            liaison: env!("CARGO_PKG_VERSION"),
            made_at: Timestamp::now(),
            setup: record.head.name.clone(),
            guide: record.head.guide.clone(),
            practice: record.head.practice,
            retired_on: opened.told.guide.retired.as_ref().map(|retired| retired.on.clone()),
            tenant: record.head.tenant_domain.clone(),
            instance: record.head.instance.clone(),
            purpose,
            fingerprint: view.plan.fingerprint,
            approval: approval::of(record),
            accounts: record.accounts.clone(),
            people: record.people,
            changes: view.plan.changes,
            notes: view.plan.notes,
            by_hand: view.open,
            stays: view.plan.stays,
        };
        let words = self.words(&opened.told.words);
        let told = Told { words: &words };
        let (written, extension) = match format {
            ReportFormat::Json => {
                let json = serde_json::to_string_pretty(&document)
                    .map_err(|error| Problem::new("view-unreadable").arg("detail", error))?;
                (json, "json")
            }
            ReportFormat::Markdown => (markdown(&document, &told), "md"),
            ReportFormat::Html => (page(&document, &told), "html"),
        };
        Ok(ReportView {
            file_name: super::file_name(&format!("{}-plan", document.setup), extension),
            text: written,
        })
    }
}

impl Document {
    fn title(&self, told: &Told<'_>) -> String {
        let id = if self.purpose == Purpose::Undo { "report-undo-title" } else { "report-plan-title" };
        format!("{} — {}", told.say(id), self.setup)
    }

    /// Label and value of what stands at the top; what nobody said is left out.
    fn head(&self, told: &Told<'_>) -> Vec<[String; 2]> {
        let mut head = vec![
            [told.say("report-tenant"), self.tenant.clone()],
            [told.say("report-instance"), self.instance.clone()],
            [told.say("report-made"), crate::local(self.made_at)],
        ];
        head.extend(told.approval(&self.approval));
        head.extend(
            self.accounts.iter().map(|(seat, account)| [told.say(&format!("seat-{seat}")), account.clone()]),
        );
        head.push([told.say("report-people"), self.people.to_string()]);
        head.push([told.say("report-fingerprint"), self.fingerprint.clone()]);
        head
    }
}

fn page(document: &Document, told: &Told<'_>) -> String {
    let title = document.title(told);
    let mut body = html::opening(told, &title, document.practice, document.retired_on.is_some());
    body.push_str(&format!("<p>{}</p>\n", text(&told.say("report-plan-what"))));
    html::list(&mut body, document.head(told));
    heading(&mut body, &told.say("report-changes"));
    if document.changes.is_empty() {
        body.push_str(&format!("<p>{}</p>\n", text(&told.say("report-plan-empty"))));
    }
    for change in &document.changes {
        body.push_str(&format!("<h3>{}</h3>\n", text(&told.sentence(change))));
        html::fields(&mut body, told, change);
        body.push_str(&format!("<p>{}</p>\n", text(&told.rollback(change))));
    }
    html::bullets(&mut body, told, "window-notes", told.notes(&document.notes));
    html::bullets(
        &mut body,
        told,
        "report-by-hand",
        document.by_hand.iter().map(|id| told.say(&format!("step-{id}"))),
    );
    html::bullets(&mut body, told, "report-stays", document.stays.iter().map(|id| told.say(id)));
    html::page(told.words, &title, &body)
}

fn markdown(document: &Document, told: &Told<'_>) -> String {
    let mut out = format!("# {}\n\n", cell(&document.title(told)));
    if document.practice {
        out.push_str(&format!("**{}**\n\n", told.say("report-practice")));
    }
    if document.retired_on.is_some() {
        out.push_str(&format!("{}\n\n", told.say("report-retired")));
    }
    out.push_str(&format!("{}\n\n", told.say("report-plan-what")));
    for [label, value] in document.head(told) {
        out.push_str(&format!("- {label}: {}\n", cell(&value)));
    }
    out.push_str(&format!("\n## {}\n", told.say("report-changes")));
    if document.changes.is_empty() {
        out.push_str(&format!("\n{}\n", told.say("report-plan-empty")));
    }
    for change in &document.changes {
        out.push_str(&format!("\n### {}\n\n", cell(&told.sentence(change))));
        super::markdown::fields(&mut out, told, change);
        out.push_str(&format!("\n{}\n", told.rollback(change)));
    }
    super::markdown::bullets(&mut out, told, "window-notes", told.notes(&document.notes));
    let by_hand = document.by_hand.iter().map(|id| told.say(&format!("step-{id}")));
    super::markdown::bullets(&mut out, told, "report-by-hand", by_hand);
    super::markdown::bullets(&mut out, told, "report-stays", document.stays.iter().map(|id| told.say(id)));
    out
}
