use api::{
    App, Problem, Result, local_text,
    view::{
        adoption::{CandidateView, CandidatesView},
        step::StepView,
    },
};

use super::End;
use crate::{arguments::Step, terminal::Terminal};

pub async fn run(name: &str, id: &str, what: Step, app: &App, terminal: &Terminal) -> Result<End> {
    let (step, json) = match what {
        Step::Show { json } => (app.step(name, id).await?, json),
        Step::Done => (app.confirm(name, id, None).await?, false),
        Step::Adopt { id: object } => (app.adopt(name, id, &object).await?, false),
        Step::Note { text, in_report } => (app.note(name, id, &text, in_report).await?, false),
        Step::Evidence { file, black, in_report } => {
            let unreadable =
                |error| Problem::new("file-unreadable").arg("file", file.display()).arg("detail", error);
            let picture = std::fs::read(&file).map_err(unreadable)?;
            (app.add_picture(name, id, picture, black, in_report).await?, false)
        }
        Step::Drop { picture } => (app.remove_picture(name, &picture).await?, false),
        Step::Candidates { id: object, json } => {
            let found = app.candidates(name, id, object.as_deref()).await?;
            if json {
                terminal.json(&found);
            } else {
                candidates(&found, terminal);
            }
            return Ok(End::Fine);
        }
        Step::Release => (app.release(name, id).await?, false),
        Step::Reopen => (app.reopen(name, id).await?, false),
    };
    if json {
        terminal.json(&step);
    } else {
        show(name, &step, app, terminal).await;
    }
    Ok(End::Fine)
}

fn candidates(found: &CandidatesView, terminal: &Terminal) {
    if found.candidates.is_empty() {
        terminal.tell("cli-no-candidates", &[]);
    }
    for CandidateView { object, fields } in &found.candidates {
        terminal.out(&format!("  {} · {}", object.name, object.id));
        if fields.is_empty() {
            terminal.out(&format!("      {}", terminal.say("cli-candidate-fits", &[])));
        }
        for one in fields {
            let (is, wanted) = (crate::terminal::shown(&one.is), crate::terminal::shown(&one.wanted));
            terminal.out(&format!("      {}: {is} → {wanted}", one.field));
        }
    }
}

/// The step's page, as text.
pub async fn show(name: &str, step: &StepView, app: &App, terminal: &Terminal) {
    let args: Vec<(&str, &str)> = Vec::new();
    let word = format!("step-{}", step.line.id);
    super::run::step_line(&step.line, terminal);
    for part in std::iter::once("what".to_owned()).chain((1..).map(|n| format!("how-{n}"))) {
        let id = format!("{word}.{part}");
        if !terminal.has(&id) {
            // The first number that is missing ends the list; a step without `what` may still have a list.
            if part == "what" {
                continue;
            }
            break;
        }
        let text = terminal.say(&id, &args);
        match part.strip_prefix("how-") {
            Some(n) => terminal.out(&format!("  {n}. {text}")),
            None => terminal.out(&format!("  {text}")),
        }
    }
    for value in &step.values {
        let label = terminal.say(&format!("value-{}", value.name), &[]);
        let shown = value.value.clone().unwrap_or_else(|| terminal.say("cli-value-missing", &[]));
        terminal.out(&terminal.say("cli-value-line", &[("label", &label), ("value", &shown)]));
    }
    for link in &step.links {
        let label = terminal.say(&format!("link-{link}"), &[]);
        // An address with a value that is not known yet cannot be opened yet.
        let shown = app.link(name, &step.line.id, link).await;
        let shown = shown.unwrap_or_else(|_| terminal.say("cli-value-missing", &[]));
        terminal.out(&terminal.say("cli-value-line", &[("label", &label), ("value", &shown)]));
    }
    for question in &step.questions {
        let label = terminal.say(&format!("question-{}", question.answer.replace('.', "-")), &[]);
        let value = question.value.as_deref().unwrap_or_default();
        terminal.out(
            &terminal.say(
                "cli-question-line",
                &[("answer", &question.answer), ("label", &label), ("value", value)],
            ),
        );
    }
    evidence(step, terminal);
    if let Some(problem) = &step.problem {
        terminal.problem(problem);
    }
}

/// What a person kept of it.
fn evidence(step: &StepView, terminal: &Terminal) {
    let chosen = |in_report| match in_report {
        true => format!(" · {}", terminal.say("cli-in-report", &[])),
        false => String::new(),
    };
    if let Some(note) = &step.evidence.note {
        let line = terminal.say("cli-note-line", &[("text", &note.text)]);
        terminal.out(&format!("{line}{}", chosen(note.in_report)));
    }
    for picture in &step.evidence.pictures {
        let (width, height) = (picture.width.to_string(), picture.height.to_string());
        let at = local_text(&picture.at);
        let args = [("id", picture.id.as_str()), ("width", &width), ("height", &height), ("at", &at)];
        terminal.out(&format!("{}{}", terminal.say("cli-picture-line", &args), chosen(picture.in_report)));
    }
}
