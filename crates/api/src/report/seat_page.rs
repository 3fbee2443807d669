//! One seat's part as a page, for somebody who has no Liaison: what to do, with the values to enter. Nothing in it is secret.

use setup::{Problem, StepDefinition, problem::Result};

use super::{
    Told,
    html::{self, heading, text},
};
use crate::{app::App, setups::Opened, show::whole, view::report::ReportView};

impl App {
    /// # Errors
    /// `setup-unknown`, `seat-unknown`; `value-missing` while an earlier step has yet to give a value of the page.
    pub async fn seat_page(&self, setup: &str, seat: &str) -> Result<ReportView> {
        let opened = self.open(setup).await?;
        if opened.told.guide.seat(seat).is_none() {
            return Err(Problem::new("seat-unknown").arg("seat", seat));
        }
        let words = self.words(&opened.told.words);
        let told = Told { words: &words };
        let head = &opened.record.head;
        let title = format!("{} — {}", told.say(&format!("seat-{seat}")), head.name);
        let mut body = html::opening(&told, &title, head.practice, opened.told.guide.retired.is_some());
        body.push_str(&format!("<p>{}</p>\n<dl>\n", text(&told.say("seat-page-what"))));
        for (label, value) in [("report-tenant", &head.tenant_domain), ("report-instance", &head.instance)] {
            body.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", text(&told.say(label)), text(value)));
        }
        body.push_str("</dl>\n");
        for (at, step) in opened.told.guide.steps.iter().filter(|step| step.seat == seat).enumerate() {
            add_step(&mut body, &told, &opened, at + 1, step)?;
        }
        Ok(ReportView {
            file_name: super::file_name(&format!("{}-{seat}", head.name), "html"),
            text: html::page(&words, &title, &body),
        })
    }
}

fn add_step(
    body: &mut String,
    told: &Told<'_>,
    opened: &Opened,
    n: usize,
    step: &StepDefinition,
) -> Result<()> {
    let word = format!("step-{}", step.id);
    heading(body, &format!("{n}. {}", told.say(&word)));
    if told.words.has(&format!("{word}.what")) {
        body.push_str(&format!("<p>{}</p>\n", text(&told.say(&format!("{word}.what")))));
    }
    let known = opened.record.values(&opened.told.guide);
    for template in step.links.values() {
        if let Some(address) = whole(template, &known) {
            // As text: whoever reads it sees where it leads before they go there.
            body.push_str(&format!("<p><code>{}</code></p>\n", text(&address)));
        }
    }
    body.push_str("<ol>\n");
    for line in (1..).map(|n| format!("{word}.how-{n}")).take_while(|id| told.words.has(id)) {
        body.push_str(&format!("<li>{}</li>\n", text(&told.say(&line))));
    }
    body.push_str("</ol>\n");
    if !step.values.is_empty() {
        body.push_str("<dl>\n");
        for (name, template) in &step.values {
            let value = opened.filled(template, name)?;
            let label = text(&told.say(&format!("value-{name}")));
            body.push_str(&format!("<dt>{label}</dt><dd><code>{}</code></dd>\n", text(&value)));
        }
        body.push_str("</dl>\n");
    }
    Ok(())
}
