//! `ask`: a person reads values off a screen and types or pastes them.

use crate::fields::fits;
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::Value;
use setup::{Observed, Reads, Step, StepKind, problem::Result, record::StepRecord, template::Values};

pub struct Ask;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    /// Ids of the guide's answers. The step is done when each has a value.
    answers: Vec<String>,
}

impl StepKind for Ask {
    fn name(&self) -> &'static str {
        "ask"
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn is_by_hand(&self) -> bool {
        true
    }

    fn reads(&self) -> Reads {
        Reads::Nothing
    }

    fn is_done_by_hand(&self, with: &Value, values: &Values, _record: &StepRecord) -> bool {
        serde_json::from_value(with.clone())
            .is_ok_and(|Parameters { answers }| answers.iter().all(|answer| values.contains_key(answer)))
    }

    fn check<'a>(&'a self, _step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async { Ok(Observed::ByHand) })
    }
}
