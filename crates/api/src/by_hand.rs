//! What a person says and types: confirmations, answers, people.

use std::collections::{BTreeMap, BTreeSet};

use setup::{
    Event as Entry, Problem, StepDefinition,
    problem::Result,
    record::{Record, StepState},
    rows::Lines,
};

use crate::{
    app::App,
    evidence::LONGEST_NOTE,
    kept::is_complete,
    people,
    setups::Opened,
    sheet,
    view::{
        people::{PeopleSeenView, PeopleView},
        report::ReportView,
        setup::SetupView,
        step::StepView,
    },
};

/// People shown at once.
const FIRST: usize = 100;

impl App {
    /// A person says that a step is done.
    ///
    /// # Errors
    /// `step-not-by-hand` where Liaison can look for itself, `step-waits` in the wrong order, `answers-missing`.
    pub async fn confirm(&self, setup: &str, step: &str, note: Option<String>) -> Result<StepView> {
        let opened = self.open(setup).await?;
        let definition = opened.step(step)?;
        let page = self.page(&opened, definition)?;
        if let Some(needed) = page.line.waits_for.first() {
            return Err(Problem::new("step-waits").arg("step", step).arg("needs", needed));
        }
        if page.questions.iter().any(|question| question.value.is_none()) {
            return Err(Problem::new("answers-missing").arg("step", step));
        }
        if page.line.state == StepState::Done {
            return self.step(setup, step).await;
        }
        if !page.line.can_be_said() {
            return Err(Problem::new("step-not-by-hand").arg("step", step));
        }
        let note = note.filter(|note| !note.trim().is_empty());
        if note.as_deref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
            return Err(Problem::new("note-too-long"));
        }
        let by = opened.record.accounts.get(&definition.seat).cloned();
        self.append(&opened, vec![Entry::Confirmed { step: step.into(), by, note }]).await?;
        self.let_go(setup, is_complete(&opened)).await?;
        self.step(setup, step).await
    }

    /// A person says that several steps are done, one after the other, with what they read meanwhile.
    ///
    /// # Errors
    /// As [`App::answer`] and [`App::confirm`]. What was said before the one that is refused stays said.
    pub async fn confirm_all(
        &self,
        setup: &str,
        steps: &[String],
        answers: BTreeMap<String, String>,
        accepted: &BTreeSet<String>,
    ) -> Result<SetupView> {
        if !answers.is_empty() {
            self.answer(setup, answers, accepted).await?;
        }
        for step in steps {
            self.confirm(setup, step, None).await?;
        }
        self.show(setup).await
    }

    /// Takes a confirmation back.
    ///
    /// # Errors
    /// `step-unknown`
    pub async fn reopen(&self, setup: &str, step: &str) -> Result<StepView> {
        let opened = self.open(setup).await?;
        let definition = opened.step(step)?;
        if opened.record.step(step).confirmed.is_some() {
            let by = opened.record.accounts.get(&definition.seat).cloned();
            self.append(&opened, vec![Entry::Reopened { step: step.into(), by }]).await?;
        }
        self.step(setup, step).await
    }

    /// Takes all answers or none; `accepted` are the yeses that single answers ask for.
    ///
    /// # Errors
    /// `answer-unknown`, `answer-refused`, `answer-is-secret`, `answer-differs`, `answer-other-host`
    pub async fn answer(
        &self,
        setup: &str,
        answers: BTreeMap<String, String>,
        accepted: &BTreeSet<String>,
    ) -> Result<SetupView> {
        let opened = self.open(setup).await?;
        let guide = &opened.told.guide;
        let answers = crate::setups::accept(guide, answers)?;
        let values = opened.record.values(guide);
        for (id, value) in &answers {
            guide.answer(id).map_or(Ok(()), |answer| answer.suits(value, &values, accepted))?;
        }
        let events = answers
            .into_iter()
            .filter(|(answer, value)| opened.record.answers.get(answer) != Some(value))
            .map(|(answer, value)| Entry::Answered { answer, value })
            .collect();
        self.append(&opened, events).await?;
        self.let_go(setup, is_complete(&opened)).await?;
        self.show(setup).await
    }

    /// Puts the list of people in place of any before.
    ///
    /// # Errors
    /// `people-…`, naming the line; the list before stays then.
    pub async fn list_people(&self, setup: &str, text: &str) -> Result<PeopleView> {
        let opened = self.open(setup).await?;
        let people = people::parse(text, &opened.told.guide)?;
        // A run works through the list page by page: it stays as it is until that is over.
        let _lock = opened.store.lock(&opened.record.head.id)?;
        let count = people.len() as u64;
        opened.store.replace_people(&opened.record.head.id, people).await?;
        self.append(&opened, vec![Entry::PeopleListed { count }]).await?;
        self.people(setup).await
    }

    /// # Errors
    /// `setup-unknown`
    pub async fn people(&self, setup: &str) -> Result<PeopleView> {
        use setup::ports::Journal;
        let opened = self.open(setup).await?;
        let first = opened.store.people(&opened.record.head.id, 0, FIRST).await?;
        Ok(PeopleView { count: opened.record.people, first })
    }

    /// What the last look of a role's step saw of the lines after `after`.
    ///
    /// # Errors
    /// `setup-unknown`, `step-unknown`
    pub async fn people_seen(&self, setup: &str, step: &str, after: u64) -> Result<PeopleSeenView> {
        use setup::rows::Rows;
        let opened = self.open(setup).await?;
        let step = &opened.step(step)?.id;
        let id = &opened.record.head.id;
        let tally = opened.store.tally(id, step).await?;
        let lines = opened.store.seen(id, step, Lines::All, after, FIRST).await?;
        let next = lines.last().map(|line| line.n).filter(|_| lines.len() == FIRST);
        Ok(PeopleSeenView { words: tally.words, made: tally.made, lines, next })
    }

    /// All of those lines as a spreadsheet.
    ///
    /// # Errors
    /// As [`App::people_seen`].
    pub async fn people_sheet(&self, setup: &str, step: &str) -> Result<ReportView> {
        let opened = self.open(setup).await?;
        let words = self.words(&opened.told.words);
        let say = |id: &str| words.say(id, &BTreeMap::new());
        let mut rows = vec![["window-people-place", "window-people-user", "window-people-why"].map(say)];
        let mut after = 0;
        loop {
            let page = self.people_seen(setup, step, after).await?;
            let told = |word: &str| say(&format!("people-why-{word}"));
            rows.extend(page.lines.into_iter().map(|line| [line.n.to_string(), line.name, told(&line.word)]));
            match page.next {
                Some(next) => after = next,
                None => break,
            }
        }
        Ok(ReportView { file_name: "liaison-people.csv".into(), text: sheet::csv(rows) })
    }

    /// Someone read that the service behind the guide is shut down, and goes on. Nothing to say where it is not, or in practice.
    ///
    /// # Errors
    /// `setup-unknown`
    pub async fn acknowledge(&self, setup: &str) -> Result<SetupView> {
        let opened = self.open(setup).await?;
        let Record { head, acknowledged, accounts, .. } = &opened.record;
        if !head.practice && opened.told.guide.retired.is_some() && acknowledged.is_none() {
            let by = accounts.values().next().cloned();
            self.append(&opened, vec![Entry::Acknowledged { by }]).await?;
        }
        self.show(setup).await
    }

    pub(crate) async fn append(&self, opened: &Opened, events: Vec<Entry>) -> Result<()> {
        use setup::ports::Journal;
        if !events.is_empty() {
            opened.store.append(&opened.record.head.id, events, Vec::new()).await?;
            self.changed(&opened.record.head.id);
        }
        Ok(())
    }
}

impl Opened {
    /// # Errors
    /// `step-unknown`
    pub fn step(&self, id: &str) -> Result<&StepDefinition> {
        self.told.guide.step(id).ok_or_else(|| Problem::new("step-unknown").arg("step", id))
    }
}
