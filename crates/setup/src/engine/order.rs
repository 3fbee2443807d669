//! What may run now: steps stand in the guide so that what they need stands before them.

use std::collections::BTreeSet;

use crate::guide::{StepDefinition, StepId};

/// The steps of `waiting` whose needs are all in `done`, taken out of it.
pub(super) fn take_ready<'a>(
    waiting: &mut Vec<&'a StepDefinition>,
    done: &BTreeSet<StepId>,
) -> Vec<&'a StepDefinition> {
    let (ready, rest) = std::mem::take(waiting)
        .into_iter()
        .partition(|step| step.needs.iter().all(|need| done.contains(need)));
    *waiting = rest;
    ready
}
