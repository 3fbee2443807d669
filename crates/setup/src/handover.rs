//! Handing a seat to somebody at another machine: what a file may say, and what may be taken from it.
//!
//! What a file says are claims of whoever made it. Addresses, certificates and guide texts are not among them: the receiver's own
//! first entry holds those. Everything here is pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    guide::{Guide, SeatId},
    journal::{Entry, Event, IntentId},
    problem::{Problem, Result},
    record::{Record, SetupHead, SetupId},
};

/// What this version writes, and the highest that it reads.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const LARGEST: usize = 1024 * 1024;

/// The machine of a file behind a phrase: whoever opens it.
pub const ANYONE: &str = "phrase";

/// Asks for a seat: everything in it may be shown to anyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The public half of an identity that opens one file.
    pub recipient: String,
    /// The machine whose entries will be the seat's.
    pub machine: String,
    pub practice: bool,
    pub tenant_domain: String,
    /// `https://host[:port]`
    pub instance: String,
    pub seat: SeatId,
}

/// What is in a file. Its secrets are beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    pub version: u32,
    pub setup: SetupId,
    pub name: String,
    pub guide: String,
    pub guide_version: u32,
    pub practice: bool,
    pub cloud_name: String,
    pub tenant_domain: String,
    pub tenant_id: Option<String>,
    pub instance: String,
    pub seat: SeatId,
    /// The machine that the seat moves to.
    pub to: String,
    /// The recipient that it was sealed to; none behind a phrase.
    pub recipient: Option<String>,
    /// Who said so: the account of the sender.
    pub by: Option<String>,
    /// Behind a phrase: when no Liaison takes it in any more. A request has its own end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    pub entries: Vec<Entry>,
}

impl Claims {
    pub fn of(record: &Record, asked: &Asked, by: Option<String>, entries: Vec<Entry>) -> Self {
        let head = &record.head;
        Self {
            version: VERSION,
            setup: head.id.clone(),
            name: head.name.clone(),
            guide: head.guide.clone(),
            guide_version: head.guide_version,
            practice: head.practice,
            cloud_name: head.cloud_name.clone(),
            tenant_domain: head.tenant_domain.clone(),
            tenant_id: record.learned.get("tenant.id").cloned(),
            instance: head.instance.clone(),
            seat: asked.seat.clone(),
            to: asked.machine.clone(),
            recipient: Some(asked.recipient.clone()),
            by,
            until: None,
            entries,
        }
    }

    /// # Errors
    /// `handover-phrase-over` from the end of a file behind a phrase on.
    pub fn hold(&self, now: Timestamp) -> Result<()> {
        match self.until {
            Some(until) if until <= now => Err(Problem::new("handover-phrase-over")),
            _ => Ok(()),
        }
    }

    /// The entry that gives the seat to whoever opens the file.
    pub fn open_to_anyone(&self) -> Option<IntentId> {
        let gives = |entry: &&Entry| is_open_to_anyone(entry, &self.seat);
        self.entries.iter().rev().find(gives).map(Entry::intent_id)
    }

    /// Whether the file is for the setup that the receiver has at hand, and says one thing only.
    ///
    /// # Errors
    /// `handover-newer`, `handover-practice-into-real`, `handover-other-setup`, `handover-other-guide`, `seat-unknown`, `handover-altered`.
    pub fn fit(&self, head: &SetupHead, guide: &Guide, machine: &str) -> Result<()> {
        if self.version > VERSION || self.guide_version > guide.version {
            return Err(Problem::new("handover-newer").hint("hint-update-liaison"));
        }
        if self.practice != head.practice {
            return Err(Problem::new("handover-practice-into-real"));
        }
        if self.guide != guide.id {
            return Err(Problem::new("handover-other-guide").arg("guide", &self.guide));
        }
        if guide.seat(&self.seat).is_none() {
            return Err(Problem::new("seat-unknown").arg("seat", &self.seat));
        }
        if self.tenant_domain != head.tenant_domain || self.instance != head.instance {
            return Err(Problem::new("handover-other-setup")
                .arg("tenant", &self.tenant_domain)
                .arg("instance", &self.instance));
        }
        if self.to != machine && self.to != ANYONE {
            return Err(Problem::new("handover-not-for-here"));
        }
        are_chained(&self.entries)
    }
}

/// Whether every entry says what was hashed, and each machine's follow each other from the first one on.
///
/// # Errors
/// `handover-altered`
pub fn are_chained(entries: &[Entry]) -> Result<()> {
    let mut last: BTreeMap<&str, (u64, &str)> = BTreeMap::new();
    for entry in entries {
        let (n, hash) = last.get(entry.machine.as_str()).copied().unwrap_or_default();
        if !entry.is_whole() || entry.n != n + 1 || entry.previous != hash {
            return Err(Problem::new("handover-altered").arg("entry", entry.intent_id()));
        }
        last.insert(&entry.machine, (entry.n, &entry.hash));
    }
    Ok(())
}

/// The entries of `theirs` that are new here. The union of both is the journal from then on.
///
/// # Errors
/// `handover-fork`: the same machine and number with another hash, or entries of this machine that it never made.
/// `handover-not-holder`: a write of a seat by a machine that did not have it.
/// `handover-taken-twice`: a second machine opened the same file behind a phrase.
pub fn merge(ours: &[Entry], theirs: &[Entry], guide: &Guide, here: &str) -> Result<Vec<Entry>> {
    are_chained(theirs)?;
    let known: BTreeMap<(&str, u64), &str> =
        ours.iter().map(|entry| ((entry.machine.as_str(), entry.n), entry.hash.as_str())).collect();
    let mut new = Vec::new();
    for entry in theirs {
        match known.get(&(entry.machine.as_str(), entry.n)) {
            Some(hash) if *hash == entry.hash => {}
            None if entry.machine != here => new.push(entry.clone()),
            _ => return Err(Problem::new("handover-fork").arg("entry", entry.intent_id())),
        }
    }
    only_holders_write(theirs, guide)?;
    only_one_opened(ours.iter().chain(&new))?;
    Ok(new)
}

fn is_open_to_anyone(entry: &Entry, of: &str) -> bool {
    matches!(&entry.event, Event::SeatMoved { seat, to, .. } if seat == of && to == ANYONE)
}

/// A file behind a phrase names no machine, so several can open it. The first that is heard of has the seat.
fn only_one_opened<'a>(entries: impl Iterator<Item = &'a Entry> + Clone) -> Result<()> {
    let mut openers: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in entries.clone() {
        let Event::SeatMoved { seat, from: Some(from), .. } = &entry.event else { continue };
        if !entries.clone().any(|other| other.intent_id() == *from && is_open_to_anyone(other, seat)) {
            return Err(Problem::new("handover-not-holder").arg("entry", entry.intent_id()));
        }
        if *openers.entry(from).or_insert(&entry.machine) != entry.machine {
            return Err(Problem::new("handover-taken-twice").arg("seat", seat));
        }
    }
    Ok(())
}

/// The machine that begins a setup holds every seat, and says to whom it gives one.
fn only_holders_write(entries: &[Entry], guide: &Guide) -> Result<()> {
    let first = match entries.first() {
        Some(Entry { event: Event::Created { head }, machine, .. }) => {
            head.begun_by.clone().unwrap_or_else(|| machine.clone())
        }
        _ => return Err(Problem::new("handover-altered").arg("entry", "")),
    };
    let mut seats: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for entry in entries {
        match &entry.event {
            // One after the other as each machine saw it; a seat that was taken back has had both.
            Event::SeatMoved { seat, to, from, taken_back, .. } => {
                let holders = seats.entry(seat).or_default();
                let takes = *to == entry.machine && entry.machine != first && !holders.contains(to.as_str());
                if takes && !taken_back && from.is_none() {
                    return Err(Problem::new("handover-not-holder").arg("entry", entry.intent_id()));
                }
                holders.insert(to);
            }
            Event::Intended { change, .. } => {
                let seat = guide.step(&change.step).map(|step| step.seat.as_str());
                let held = entry.machine == first
                    || seat.is_some_and(|seat| {
                        seats.get(seat).is_some_and(|machines| machines.contains(entry.machine.as_str()))
                    });
                if !held {
                    return Err(Problem::new("handover-not-holder").arg("entry", entry.intent_id()));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn chain(machine: &str, events: Vec<Event>) -> Vec<Entry> {
        let mut all: Vec<Entry> = Vec::new();
        for event in events {
            let previous = all.last().map(|entry| entry.hash.clone()).unwrap_or_default();
            all.push(Entry::chained(machine, all.len() as u64 + 1, Timestamp::UNIX_EPOCH, &previous, event));
        }
        all
    }

    fn guide() -> Guide {
        Guide::parse(include_str!("../../../tests/guides/other/guide.toml")).unwrap()
    }

    fn created(id: &str) -> Event {
        let address = || "https://a.example".to_owned();
        let cloud = crate::record::CloudAddresses {
            login: address(),
            graph: address(),
            entra_portal: address(),
            admin_center: address(),
        };
        Event::Created {
            head: SetupHead {
                id: id.into(),
                name: "S".into(),
                guide: "g".into(),
                guide_version: 1,
                practice: true,
                cloud_name: "global".into(),
                cloud,
                tenant_domain: "t.example".into(),
                instance: "https://i.example".into(),
                ca_pem: None,
                begun_by: None,
            },
        }
    }

    fn answered(value: &str) -> Event {
        Event::Answered { answer: "owner".into(), value: value.into() }
    }

    #[test]
    fn a_merge_is_the_union_and_done_twice_is_nothing_new() {
        let ours = chain("here", vec![created("s"), answered("a")]);
        let theirs = chain("there", vec![created("s"), answered("b"), answered("c")]);
        let new = merge(&ours, &theirs, &guide(), "here").unwrap();
        assert_eq!(new, theirs);
        let both: Vec<Entry> = ours.iter().chain(&new).cloned().collect();
        assert!(merge(&both, &theirs, &guide(), "here").unwrap().is_empty());
        assert!(merge(&both, &both, &guide(), "here").unwrap().is_empty());
    }

    #[test]
    fn another_entry_under_the_same_number_is_a_fork() {
        let ours = chain("there", vec![created("s"), answered("a")]);
        let theirs = chain("there", vec![created("s"), answered("b")]);
        assert_eq!(merge(&ours, &theirs, &guide(), "here").unwrap_err().code, "handover-fork");
        // This machine knows best what it wrote itself.
        let forged = chain("here", vec![answered("a")]);
        assert_eq!(merge(&[], &forged, &guide(), "here").unwrap_err().code, "handover-fork");
    }

    fn moved(to: &str, from: Option<IntentId>) -> Event {
        Event::SeatMoved { seat: "one".into(), to: to.into(), by: None, taken_back: false, from }
    }

    #[test]
    fn a_file_behind_a_phrase_gives_its_seat_to_one_machine() {
        let here = chain("here", vec![created("s"), moved(ANYONE, None)]);
        let from = Some("here.2".to_owned());
        let with = |machine: &str, from: Option<IntentId>| {
            let mut all = here.clone();
            all.extend(chain(machine, vec![created("s"), moved(machine, from)]));
            all
        };
        let first = with("first", from.clone());
        let new = merge(&here, &first, &guide(), "here").unwrap();
        let known: Vec<Entry> = here.iter().chain(&new).cloned().collect();
        assert_eq!(Record::fold(&known).unwrap().holder("one"), "first");
        let second = merge(&known, &with("second", from.clone()), &guide(), "here");
        assert_eq!(second.unwrap_err().code, "handover-taken-twice");
        // Without such a file, nobody gives a seat to themselves.
        for from in [None, Some("here.1".to_owned())] {
            let taken = merge(&here, &with("third", from), &guide(), "here");
            assert_eq!(taken.unwrap_err().code, "handover-not-holder");
        }
        // Taken back before the news of it came.
        let mut back = here.clone();
        let taken_back = Event::SeatMoved {
            seat: "one".into(),
            to: "here".into(),
            by: None,
            taken_back: true,
            from: None,
        };
        back.push(Entry::chained("here", 3, Timestamp::UNIX_EPOCH, &here[1].hash, taken_back));
        back.extend(new);
        assert_eq!(Record::fold(&back).unwrap().holder("one"), "here");
    }

    #[test]
    fn gaps_and_edits_are_refused() {
        let mut theirs = chain("there", vec![answered("a"), answered("b"), answered("c")]);
        assert_eq!(are_chained(&theirs[1..]).unwrap_err().code, "handover-altered");
        theirs[1].event = answered("x");
        assert_eq!(are_chained(&theirs).unwrap_err().code, "handover-altered");
    }
}
