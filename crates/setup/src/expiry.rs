//! When what a setup made stops working. Known from the journal alone: no sign-in, keychain or network is needed.

use jiff::Timestamp;

use crate::{guide::StepId, record::Record};

/// The value by which a step says when its object ends, RFC 3339.
pub const ENDS_AT: &str = "ends-at";

/// One object of ours that ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expiry {
    pub step: StepId,
    /// The service's id of the object: a key id.
    pub id: String,
    pub ends_at: Timestamp,
    /// While both are valid, the one that a newer one is to replace.
    pub replaced: bool,
}

impl Expiry {
    /// Whole days until the end, rounded up, so that 1 is said all through the last day. Zero and less: it has ended.
    pub fn days(&self, now: Timestamp) -> i64 {
        const DAY: i64 = 24 * 60 * 60;
        let seconds = self.ends_at.as_second() - now.as_second();
        seconds.div_euclid(DAY) + i64::from(seconds.rem_euclid(DAY) > 0)
    }
}

impl Record {
    /// Everything of ours that stands and ends, the first to end first.
    pub fn expiries(&self) -> Vec<Expiry> {
        let mut all: Vec<Expiry> = Vec::new();
        for (step, record) in &self.steps {
            let standing = record.ours().filter_map(|(_, landing)| {
                Some((landing.id.clone()?, landing.gives.get(ENDS_AT)?.parse().ok()?))
            });
            let replaced = |id: &str| {
                record.renewal.as_ref().is_some_and(|renewal| renewal.previous.as_deref() == Some(id))
            };
            all.extend(standing.map(|(id, ends_at)| Expiry {
                step: step.clone(),
                replaced: replaced(&id),
                id,
                ends_at,
            }));
        }
        all.sort_by(|one, other| one.ends_at.cmp(&other.ends_at).then_with(|| one.id.cmp(&other.id)));
        all
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_last_day_is_one_day_and_the_end_is_none() {
        let ends_at: Timestamp = "2026-03-31T12:00:00Z".parse().unwrap();
        let expiry = Expiry { step: "s".into(), id: "k".into(), ends_at, replaced: false };
        let days = |now: &str| expiry.days(now.parse().unwrap());
        assert_eq!(days("2026-03-01T12:00:00Z"), 30);
        assert_eq!(days("2026-03-01T11:59:59Z"), 31);
        assert_eq!(days("2026-03-31T11:59:59Z"), 1);
        assert_eq!(days("2026-03-31T12:00:00Z"), 0);
        assert_eq!(days("2026-04-01T12:00:01Z"), -1);
    }
}
