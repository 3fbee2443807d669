//! Approval before apply: what the change process says, and that nothing but the approved plan is applied.
//!
//! Kept in the journal as answers of the setup, so that who changed them when is there to be read, and no guide has to ask for them.

use setup::{Event as Entry, Problem, Record, answers::is_plain, problem::Result};

use crate::{
    app::App,
    view::{approval::ApprovalView, setup::SetupView},
};

const REQUIRED: &str = "approval.required";
const NUMBER: &str = "approval.number";
const APPROVER: &str = "approval.approver";
const WINDOW: &str = "approval.window";
const FINGERPRINT: &str = "approval.fingerprint";

/// Characters of a text.
const MOST: usize = 200;

pub(crate) fn of(record: &Record) -> ApprovalView {
    let said = |id: &str| record.answers.get(id).cloned().unwrap_or_default();
    ApprovalView {
        required: said(REQUIRED) == "yes",
        number: said(NUMBER),
        approver: said(APPROVER),
        window: said(WINDOW),
        fingerprint: said(FINGERPRINT),
    }
}

/// The fingerprint that may be applied where `asked` is what somebody wants to: any, where no approval is required.
///
/// # Errors
/// `approval-missing`, `approval-of-another-plan`
pub(crate) fn allowed<'a>(approval: &'a ApprovalView, asked: Option<&'a str>) -> Result<Option<&'a str>> {
    let approved = approval.fingerprint.as_str();
    match asked {
        _ if !approval.required => Ok(asked),
        _ if approved.is_empty() => Err(Problem::new("approval-missing")),
        Some(asked) if asked != approved => {
            Err(Problem::new("approval-of-another-plan").arg("approved", approved).arg("fingerprint", asked))
        }
        _ => Ok(Some(approved)),
    }
}

/// Whether the answer of that id is one of these, and not one of the guide.
pub(crate) fn is_one(answer: &str) -> bool {
    [REQUIRED, NUMBER, APPROVER, WINDOW, FINGERPRINT].contains(&answer)
}

/// # Errors
/// `answer-refused` naming what is too long or has more than one line.
pub(crate) fn accept(answer: &str, value: &str) -> Result<()> {
    if value.chars().count() > MOST || !is_plain(value) {
        return Err(Problem::new("answer-refused").arg("answer", answer));
    }
    Ok(())
}

impl App {
    /// Keeps what the change process says.
    ///
    /// # Errors
    /// `setup-unknown`; `answer-refused` naming what is too long, has more than one line or is no fingerprint.
    pub async fn change_approval(&self, setup: &str, said: ApprovalView) -> Result<SetupView> {
        let opened = self.open(setup).await?;
        let ApprovalView { required, number, approver, window, fingerprint } = said;
        let fingerprint = fingerprint.trim().to_ascii_lowercase();
        let is_fingerprint = fingerprint.len() == 64 && fingerprint.chars().all(|c| c.is_ascii_hexdigit());
        if !fingerprint.is_empty() && !is_fingerprint {
            return Err(Problem::new("answer-refused").arg("answer", FINGERPRINT));
        }
        let required = if required { "yes" } else { "no" }.to_owned();
        let all = [
            (REQUIRED, required),
            (NUMBER, number),
            (APPROVER, approver),
            (WINDOW, window),
            (FINGERPRINT, fingerprint),
        ];
        let mut events = Vec::new();
        for (answer, value) in all {
            let value = value.trim().to_owned();
            accept(answer, &value)?;
            let before = opened.record.answers.get(answer).map(String::as_str);
            if before.unwrap_or(if answer == REQUIRED { "no" } else { "" }) != value {
                events.push(Entry::Answered { answer: answer.to_owned(), value });
            }
        }
        self.append(&opened, events).await?;
        self.show(setup).await
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn only_the_approved_plan_may_be_applied() {
        let mut approval = ApprovalView::default();
        assert_eq!(allowed(&approval, Some("a")), Ok(Some("a")));
        assert_eq!(allowed(&approval, None), Ok(None));
        approval.required = true;
        assert_eq!(allowed(&approval, Some("a")).unwrap_err().code, "approval-missing");
        approval.fingerprint = "a".into();
        assert_eq!(allowed(&approval, Some("a")), Ok(Some("a")));
        assert_eq!(allowed(&approval, Some("b")).unwrap_err().code, "approval-of-another-plan");
        // Whoever names none gets the approved one, and the engine refuses where that is no longer the plan.
        assert_eq!(allowed(&approval, None), Ok(Some("a")));
    }
}
