//! Secrets that their users have: which those are, and whether somebody has seen that they are used.
//!
//! A secret in use works without a value that is kept by us. Its value may be forgotten, or be lost with a keychain, and nothing has to
//! be made anew.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{
    engine::secret_of,
    guide::{Guide, StepDefinition},
    kind::{Kinds, StepKind},
    record::Record,
};

/// Of each secret that every user of it was given, its full name and key id. What is no longer ours there is not in use.
pub fn keys_in_use(record: &Record, guide: &Guide, kinds: &Kinds) -> BTreeMap<String, String> {
    let makers = guide.steps.iter().filter(|step| kinds.get(&step.kind).is_ok_and(StepKind::renews));
    makers
        .filter_map(|step| {
            let (key, _) = given(record, guide, kinds, &step.id)?;
            record.step(&step.id).owns(&key).then(|| (secret_of(&step.id), key))
        })
        .collect()
}

/// Whether a person saw the step's secret of that key id used, after its last user was given it.
pub fn is_use_confirmed(record: &Record, guide: &Guide, kinds: &Kinds, step: &str, key: &str) -> bool {
    let own = record.step(step);
    if own.renewal.is_some() {
        return false;
    }
    let Some((_, since)) = given(record, guide, kinds, step).filter(|(given, _)| given == key) else {
        return false;
    };
    let secret = secret_of(step);
    let shows = |other: &&StepDefinition| other.confirms.contains(&secret);
    let confirmed = guide.steps.iter().filter(shows).filter_map(|other| record.step(&other.id).confirmed);
    confirmed.map(|confirmation| confirmation.at).chain(own.used).any(|at| at >= since)
}

/// The steps that hand the step's secret to whoever uses it. What only proves it keeps nothing.
pub fn users<'g>(
    guide: &'g Guide,
    kinds: &'g Kinds,
    step: &str,
) -> impl Iterator<Item = &'g StepDefinition> + use<'g> {
    let secret = secret_of(step);
    let proves = |step: &StepDefinition| kinds.get(&step.kind).is_ok_and(StepKind::proves);
    guide.steps.iter().filter(move |other| other.uses(&secret) && !proves(other))
}

/// The one key id that every user was given last, and when the last of them was.
fn given(record: &Record, guide: &Guide, kinds: &Kinds, step: &str) -> Option<(String, Timestamp)> {
    let mut all = users(guide, kinds, step).map(|user| {
        let user = record.step(&user.id);
        // What was given is of use as long as the object that it was given to stands.
        user.ours().next()?;
        user.given().map(|(key, at)| (key.to_owned(), at))
    });
    let first = all.next()??;
    all.try_fold(first, |(key, last), user| {
        user.filter(|(other, _)| *other == key).map(|(_, at)| (key, last.max(at)))
    })
}
