use serde::{Deserialize, Serialize};
pub use setup::record::StepState;
use setup::{Observed, Problem, Reads, answers::Shape, record::KnownBy};
use ts_rs::TS;

use super::evidence::EvidenceView;

/// A step in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StepLine {
    pub id: String,
    pub kind: String,
    pub seat: String,
    pub state: StepState,
    pub known_by: Option<KnownBy>,
    /// ISO time of when the state was last seen or confirmed.
    pub seen_at: Option<String>,
    /// Whose word it is, where a person said so and was signed in.
    pub said_by: Option<String>,
    /// A person does it, or has to say first for whom it is done.
    pub by_hand: bool,
    /// What Liaison can find out about it.
    pub reads: Reads,
    pub optional: bool,
    pub later: bool,
    /// What happened to what this setup made, as message ids.
    pub drift: Vec<String>,
    /// Steps that must be done first and are not.
    pub waits_for: Vec<String>,
}

impl StepLine {
    /// Whether a person's word counts: where nothing can be read, now or ever.
    pub fn can_be_said(&self) -> bool {
        self.state != StepState::Done && (self.reads != Reads::State || self.state == StepState::Unseen)
    }
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StepView {
    pub line: StepLine,
    pub picture: Option<String>,
    /// For pictures: every value of the setup that is known, by template name.
    pub known: std::collections::BTreeMap<String, String>,
    /// To copy, in the guide's order.
    pub values: Vec<ValueView>,
    /// Names of pages to open.
    pub links: Vec<String>,
    pub questions: Vec<QuestionView>,
    pub confirmed: Option<ConfirmedView>,
    pub evidence: EvidenceView,
    /// What the last check of this process saw.
    pub observed: Option<Observed>,
    /// The object that a person pointed at, by the id that they gave.
    pub adopted: Option<String>,
    pub problem: Option<Problem>,
    /// What can be done now, most wanted first.
    pub actions: Vec<Action>,
    /// Steps by hand that one person does in one go, this one included, in the guide's order. Only itself where it stands alone.
    pub together: Vec<String>,
    /// The step before and after in the guide's order.
    pub previous: Option<String>,
    pub next: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ValueView {
    /// Word id `value-<name>`.
    pub name: String,
    /// None while another step has yet to give it.
    pub value: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// Answer id; word id is `question-` with dots as dashes.
    pub answer: String,
    #[ts(type = "string")]
    pub shape: Shape,
    pub options: Vec<String>,
    pub value: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ConfirmedView {
    pub by: Option<String>,
    pub at: String,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "action", rename_all = "kebab-case")]
pub enum Action {
    /// Sign in at this seat first.
    SignIn { seat: String },
    /// Plan and apply this step.
    DoIt,
    /// Look again.
    Check,
    /// Say that it is done.
    Confirm,
    /// Take that back.
    Reopen,
    /// Answer the questions.
    Answer,
    /// Paste the list of people.
    People,
    /// Point at an object that stands already.
    Adopt,
    /// Let go of it again.
    Release,
}
