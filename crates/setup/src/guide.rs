//! A guide as data: `guides/<id>/guide.toml`.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{answers::AnswerDefinition, template};

/// For example `client-secret`. Lower case, digits and dashes.
pub type StepId = String;
/// For example `servicenow-admin`.
pub type SeatId = String;

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Guide {
    pub id: String,
    /// Raised when a step changes its meaning; a setup remembers the one it began with.
    pub version: u32,
    /// The document that the guide mirrors.
    pub source: Document,
    /// Present when the service behind the guide is gone: real changes need an acknowledgement.
    #[serde(default)]
    pub retired: Option<Retired>,
    /// Names of instructions of the document, each to be named by at least one step's `source`.
    pub instructions: Vec<Instruction>,
    pub seats: Vec<Seat>,
    #[serde(default)]
    pub answers: Vec<AnswerDefinition>,
    pub steps: Vec<StepDefinition>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Document {
    pub title: String,
    /// ISO date of the text that was mirrored.
    pub date: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Retired {
    /// ISO date.
    pub on: String,
}

/// One thing the document tells someone to do or know.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Instruction {
    pub id: String,
    /// Where it stands in the document, in our words.
    pub at: String,
}

/// Who does a step. One person may hold several.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Seat {
    pub id: SeatId,
    /// The service that this seat signs in to; none where only portals are used.
    #[serde(default)]
    pub service: Option<Service>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    Entra,
    Servicenow,
}

/// The unit of undo. A guide gives the parameters; the kind (a file of crates/steps) does the work.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepDefinition {
    pub id: StepId,
    /// `entra.application`, `by-hand` …
    pub kind: String,
    pub seat: SeatId,
    /// Steps that must be done before this one.
    #[serde(default)]
    pub needs: Vec<StepId>,
    /// Parameters of the kind; texts may hold `{templates}`.
    #[serde(default)]
    pub with: Value,
    /// Values that later steps may use as `{<this step>.<value>}`.
    #[serde(default)]
    pub gives: Vec<String>,
    /// Ids of the instructions that this step carries out.
    #[serde(default)]
    pub source: Vec<String>,
    /// Why there is such a step, where the document has none.
    #[serde(default)]
    pub because: Option<String>,
    /// A fragment in `pictures/`.
    #[serde(default)]
    pub picture: Option<String>,
    /// Why there is no picture.
    #[serde(default)]
    pub no_picture: Option<String>,
    /// May be left out; not counted as open.
    #[serde(default)]
    pub optional: bool,
    /// Done after everything else works, when its time comes; not counted as open.
    #[serde(default)]
    pub later: bool,
    /// Full names of secrets that are seen in use when this step is done: `<step>.secret`.
    #[serde(default)]
    pub confirms: Vec<String>,
    /// The portal's page of the step shows a secret: no picture and no note of it is kept.
    #[serde(default)]
    pub secret_on_screen: bool,
    /// Values shown on the step with a copy button, in this order: name (a word id's last part) to template.
    #[serde(default)]
    pub values: IndexMap<String, String>,
    /// Pages the step opens: name to address template. `{cloud.entra_portal}` and `{servicenow.url}` are the only hosts.
    #[serde(default)]
    pub links: IndexMap<String, String>,
}

impl StepDefinition {
    /// Whether a parameter of it is that secret, by its full name.
    pub fn uses(&self, secret: &str) -> bool {
        self.with.as_object().is_some_and(|with| with.values().any(|value| value == secret))
    }
}

/// Why a guide file was refused. For the person who writes guides, so in English prose.
#[derive(Debug, thiserror::Error)]
pub enum GuideError {
    #[error("guide.toml: {0}")]
    Toml(#[from] toml::de::Error),
    #[error("guide `{guide}`: {what}")]
    Inconsistent { guide: String, what: String },
}

impl Guide {
    /// Reads and checks a guide. Kinds are checked later, by [`crate::Kinds::validate`].
    ///
    /// # Errors
    /// Where the file is not TOML of this shape, or names a seat, step, value or instruction that does not exist.
    pub fn parse(text: &str) -> Result<Self, GuideError> {
        let guide: Self = toml::from_str(text)?;
        guide.consistent().map_err(|what| GuideError::Inconsistent { guide: guide.id.clone(), what })?;
        Ok(guide)
    }

    pub fn step(&self, id: &str) -> Option<&StepDefinition> {
        self.steps.iter().find(|step| step.id == id)
    }

    pub fn seat(&self, id: &str) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.id == id)
    }

    pub fn answer(&self, id: &str) -> Option<&AnswerDefinition> {
        self.answers.iter().find(|answer| answer.id == id)
    }

    fn consistent(&self) -> Result<(), String> {
        let mut seen = BTreeSet::new();
        for step in &self.steps {
            if !seen.insert(step.id.as_str()) {
                return Err(format!("step `{}` is there twice", step.id));
            }
            if self.seat(&step.seat).is_none() {
                return Err(format!("step `{}` names the seat `{}`", step.id, step.seat));
            }
            // Steps stand in an order that works, so a cycle cannot be written.
            if let Some(need) =
                step.needs.iter().find(|need| !seen.contains(need.as_str()) || **need == step.id)
            {
                return Err(format!("step `{}` needs `{need}`, which does not stand before it", step.id));
            }
            if step.source.is_empty() == step.because.is_none() {
                return Err(format!("step `{}` needs either source or because", step.id));
            }
            if let Some(unknown) =
                step.source.iter().find(|id| !self.instructions.iter().any(|one| &one.id == *id))
            {
                return Err(format!("step `{}` names the instruction `{unknown}`", step.id));
            }
            if step.picture.is_none() == step.no_picture.is_none() {
                return Err(format!("step `{}` needs either picture or no-picture", step.id));
            }
            if let Some(secret) = step.confirms.iter().find(|secret| !self.has_user_of(secret)) {
                return Err(format!("step `{}` confirms `{secret}`, which no step uses", step.id));
            }
            self.names_exist(step)?;
        }
        self.answers.iter().try_for_each(|answer| self.is_held_against_values(answer))?;
        match self
            .instructions
            .iter()
            .find(|one| !self.steps.iter().any(|step| step.source.contains(&one.id)))
        {
            Some(orphan) => Err(format!("no step carries out the instruction `{}`", orphan.id)),
            None => Ok(()),
        }
    }

    fn has_user_of(&self, secret: &str) -> bool {
        self.steps.iter().any(|step| step.uses(secret))
    }

    fn names_exist(&self, step: &StepDefinition) -> Result<(), String> {
        let mut names = template::names(&step.with);
        for text in step.values.values().chain(step.links.values()) {
            names.extend(template::names(&Value::String(text.clone())));
        }
        match names.into_iter().find(|name| !self.knows(name)) {
            Some(name) => Err(format!("step `{}` uses `{{{name}}}`, which nothing gives", step.id)),
            None => Ok(()),
        }
    }

    fn is_held_against_values(&self, answer: &AnswerDefinition) -> Result<(), String> {
        let texts = [&answer.equals, &answer.host].into_iter().flatten();
        let mut names = texts.flat_map(|text| template::names(&Value::String(text.clone())));
        match names.find(|name| !self.knows(name)) {
            Some(name) => Err(format!("answer `{}` uses `{{{name}}}`, which nothing gives", answer.id)),
            None => Ok(()),
        }
    }

    /// Whether something gives a value of that name.
    fn knows(&self, name: &str) -> bool {
        ["setup.", "tenant.", "servicenow.", "cloud."].iter().any(|begin| name.starts_with(begin))
            || self.answer(name).is_some()
            || name.split_once('.').is_some_and(|(from, value)| {
                self.step(from).is_some_and(|from| from.gives.iter().any(|given| given == value))
            })
    }
}
