//! A step, as a line and as a page.

use std::collections::BTreeSet;

use ::setup::{
    Observed, Reads, StepDefinition, StepKind,
    record::{KnownBy, StepState},
    template,
};
use serde_json::Value;

use super::Shown;
use crate::view::{
    evidence::EvidenceView,
    step::{Action, ConfirmedView, QuestionView, StepLine, StepView, ValueView},
};

impl Shown<'_> {
    /// Every step, in the guide's order.
    pub fn lines(&self) -> Vec<StepLine> {
        let values = self.record.values(self.guide);
        let mut done = BTreeSet::new();
        let mut lines = Vec::new();
        for step in &self.guide.steps {
            let line = self.line(step, &values, &done);
            if line.state == StepState::Done {
                done.insert(step.id.as_str());
            }
            lines.push(line);
        }
        lines
    }

    fn line(&self, step: &StepDefinition, values: &template::Values, done: &BTreeSet<&str>) -> StepLine {
        let record = self.record.step(&step.id);
        let kind = self.kinds.get(&step.kind).ok();
        // A list of people that nobody gave yet is a person's to give, or to do without.
        let waits_for_people = takes_people(&step.kind) && self.record.people == 0;
        let by_hand = waits_for_people || kind.is_some_and(StepKind::is_by_hand);
        let reads = match kind {
            Some(kind) if !waits_for_people => kind.reads(),
            _ => Reads::Nothing,
        };
        let confirmed_at = record.confirmed.as_ref().map(|confirmed| confirmed.at);
        let (with, _) = template::fill(&step.with, values);
        let (state, known_by, at) = if record.open().next().is_some() {
            (StepState::Unsettled, None, None)
        } else if let Some(kind) = kind.filter(|kind| kind.reads() != Reads::State) {
            if kind.is_done_by_hand(&with, values, &record) {
                (StepState::Done, Some(KnownBy::Person), confirmed_at)
            } else {
                (StepState::Open, None, None)
            }
        } else {
            match &record.seen {
                // A person's word came after the last look.
                Some((at, seen)) if confirmed_at.is_none_or(|confirmed| *at >= confirmed) => {
                    (seen.state, seen.known_by, Some(*at))
                }
                _ if confirmed_at.is_some() => (StepState::Done, Some(KnownBy::Person), confirmed_at),
                _ => (StepState::Open, None, None),
            }
        };
        StepLine {
            id: step.id.clone(),
            kind: step.kind.clone(),
            seat: step.seat.clone(),
            state,
            known_by,
            seen_at: at.map(|at| at.to_string()),
            said_by: match known_by {
                Some(KnownBy::Person) => record.confirmed.as_ref().and_then(|said| said.by.clone()),
                Some(KnownBy::Handover) => record.said_by.clone(),
                _ => None,
            },
            by_hand,
            reads,
            drift: record.seen.as_ref().map(|(_, seen)| seen.drift.clone()).unwrap_or_default(),
            optional: step.optional,
            later: step.later,
            waits_for: step.needs.iter().filter(|need| !done.contains(need.as_str())).cloned().collect(),
        }
    }

    /// The page of one step. `observed` is what this process saw last; `signed_in` says whether the seat can act.
    pub fn step(&self, step: &StepDefinition, observed: Option<&Observed>, signed_in: bool) -> StepView {
        let known = self.record.values(self.guide);
        let record = self.record.step(&step.id);
        let lines = self.lines();
        let at = lines.iter().position(|line| line.id == step.id).unwrap_or_default();
        let beside = |at: Option<usize>| at.and_then(|at| lines.get(at)).map(|line| line.id.clone());
        let (previous, next) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        let together = together(&lines, at);
        let line = lines.into_iter().nth(at).unwrap_or_else(|| self.line(step, &known, &BTreeSet::new()));
        let questions = self.questions(step, &known);
        StepView {
            picture: step.picture.clone(),
            values: step
                .values
                .iter()
                .map(|(name, text)| ValueView { name: name.clone(), value: whole(text, &known) })
                .collect(),
            links: step.links.keys().cloned().collect(),
            confirmed: record.confirmed.as_ref().map(|confirmed| ConfirmedView {
                by: confirmed.by.clone(),
                at: confirmed.at.to_string(),
                note: confirmed.note.clone(),
            }),
            // In the store, and not in the record: whoever opened it fills it in.
            evidence: EvidenceView::default(),
            problem: record.seen.as_ref().and_then(|(_, seen)| seen.problem.clone()),
            actions: self.actions(step, &line, &questions, signed_in),
            observed: observed.cloned(),
            adopted: record.adopted,
            known,
            questions,
            line,
            together,
            previous,
            next,
        }
    }

    fn actions(
        &self,
        step: &StepDefinition,
        line: &StepLine,
        questions: &[QuestionView],
        signed_in: bool,
    ) -> Vec<Action> {
        let mut actions = Vec::new();
        // Whoever has the seat carries it out.
        if self.record.is_elsewhere(&step.seat) {
            return actions;
        }
        let ready = line.waits_for.is_empty();
        if !questions.is_empty() {
            actions.push(Action::Answer);
        }
        if takes_people(&step.kind) {
            actions.push(Action::People);
        }
        if line.reads == Reads::State && !signed_in {
            actions.push(Action::SignIn { seat: step.seat.clone() });
            return actions;
        }
        if !line.by_hand && ready && line.state != StepState::Done {
            actions.push(Action::DoIt);
        }
        if line.reads != Reads::Nothing {
            actions.push(Action::Check);
        }
        actions.extend(self.choice(step));
        if self.record.step(&step.id).confirmed.is_some() {
            actions.push(Action::Reopen);
        } else if ready && line.can_be_said() && questions.iter().all(|question| question.value.is_some()) {
            actions.push(Action::Confirm);
        }
        actions
    }

    /// Whether the step may use an object that stands already: as long as nothing was written for it.
    fn choice(&self, step: &StepDefinition) -> Option<Action> {
        let record = self.record.step(&step.id);
        let adopts = self.kinds.get(&step.kind).is_ok_and(StepKind::has_candidates);
        let is_free = record.standing().next().is_none() && record.open().next().is_none();
        match record.adopted {
            _ if !adopts || !is_free => None,
            Some(_) => Some(Action::Release),
            None => Some(Action::Adopt),
        }
    }

    /// The answers that a step asks for: those its parameters name in `answers`.
    fn questions(&self, step: &StepDefinition, known: &template::Values) -> Vec<QuestionView> {
        asked(&step.with)
            .filter_map(|id| self.guide.answer(id))
            .map(|answer| QuestionView {
                answer: answer.id.clone(),
                shape: answer.shape,
                options: answer.options.clone(),
                value: known.get(&answer.id).cloned(),
            })
            .collect()
    }
}

/// The steps by hand that are open around one, as far as the same seat goes on with them. What is done does not come between; what
/// Liaison has yet to do, or somebody else, does.
fn together(lines: &[StepLine], at: usize) -> Vec<String> {
    let Some(line) = lines.get(at) else { return Vec::new() };
    let is_of_it = |other: &StepLine| other.by_hand && other.seat == line.seat && is_open(other);
    if !is_of_it(line) {
        return vec![line.id.clone()];
    }
    let reach = |step: &dyn Fn(usize) -> Option<usize>| {
        let mut found = Vec::new();
        let mut here = step(at);
        while let Some(other) = here.and_then(|here| lines.get(here)) {
            if is_of_it(other) {
                found.push(other.id.clone());
            } else if is_open(other) {
                break;
            }
            here = here.and_then(step);
        }
        found
    };
    let mut all = reach(&|here| here.checked_sub(1));
    all.reverse();
    all.push(line.id.clone());
    all.extend(reach(&|here| Some(here + 1)));
    all
}

fn is_open(line: &StepLine) -> bool {
    line.state != StepState::Done
}

/// Ids of the answers that `with` asks a person for.
pub fn asked(with: &Value) -> impl Iterator<Item = &str> {
    with.get("answers").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn takes_people(kind: &str) -> bool {
    kind == "servicenow.role-grant"
}

/// The text with every name filled in; none while one is missing.
pub fn whole(text: &str, known: &template::Values) -> Option<String> {
    let mut pending = BTreeSet::new();
    let filled = template::fill_text(text, known, &mut pending);
    pending.is_empty().then_some(filled)
}
