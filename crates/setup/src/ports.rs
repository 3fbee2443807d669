//! What the engine and the step kinds need from the world. Object-safe, so that tests and doors give their own.

use std::{collections::BTreeMap, net::IpAddr, time::Duration};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    cancel::Cancel,
    guide::{SeatId, StepId},
    journal::{Entry, Event},
    problem::Result,
    record::SetupId,
    rows::Rows,
};

/// The store's side of a run. One append is one transaction: either all events and sealed secrets are kept, or none.
pub trait Journal: Send + Sync {
    /// Appends `events` to the setup's chain and puts `sealed` in place, replacing what had the same name.
    fn append<'a>(
        &'a self,
        setup: &'a SetupId,
        events: Vec<Event>,
        sealed: Vec<Sealed>,
    ) -> BoxFuture<'a, Result<Vec<Entry>>>;
    /// Every entry of the setup, oldest first.
    fn entries<'a>(&'a self, setup: &'a SetupId) -> BoxFuture<'a, Result<Vec<Entry>>>;
    fn sealed<'a>(&'a self, setup: &'a SetupId, name: &'a str) -> BoxFuture<'a, Result<Option<Sealed>>>;
    /// Names a secret to drop. Dropping what is not there is fine.
    fn forget<'a>(&'a self, setup: &'a SetupId, name: &'a str) -> BoxFuture<'a, Result<()>>;
    /// The people a bulk step works through, in the order given, `after` (exclusive, 0 for the start) on, at most `limit`.
    fn people<'a>(
        &'a self,
        setup: &'a SetupId,
        after: u64,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Person>>>;
}

/// One row of the list of people who get roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// Position in the list, from 1.
    #[ts(type = "number")]
    pub n: u64,
    /// `user_name` or e-mail, as typed; or `group:` and the name of a group.
    pub user: String,
    /// Role names asked for; empty means every role that the guide grants.
    pub roles: Vec<String>,
}

impl Person {
    /// Whether the line asks for that role.
    pub fn is_for(&self, role: &str) -> bool {
        self.roles.is_empty() || self.roles.iter().any(|one| one == role)
    }
}

/// A secret as it is kept: an age file sealed to the person's identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Name within the setup: `<step>.<value>` or `session.<seat>`.
    pub name: String,
    pub blob: Vec<u8>,
    /// What may be said of it without opening it: key id, end date …
    pub about: BTreeMap<String, String>,
}

/// Seals and opens. Holds the identity, never the blobs.
pub trait Vault: Send + Sync {
    /// Seals and opens a throwaway value, so that a secret is never asked for before it can be kept.
    fn prove(&self) -> BoxFuture<'_, Result<()>>;
    fn seal<'a>(
        &'a self,
        name: &'a str,
        about: BTreeMap<String, String>,
        secret: &'a SecretString,
    ) -> BoxFuture<'a, Result<Sealed>>;
    fn open<'a>(&'a self, sealed: &'a Sealed) -> BoxFuture<'a, Result<SecretString>>;
}

pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

/// Tokens of signed-in people.
pub trait Access: Send + Sync {
    /// A token that is good for the next minutes, refreshed when needed.
    ///
    /// # Errors
    /// `sign-in-needed` with the seat: a run pauses on it and does not fail.
    fn token<'a>(&'a self, seat: &'a SeatId) -> BoxFuture<'a, Result<SecretString>>;
    /// Another token, after the service refused `refused` although it looked good: revoked, or the clocks disagree.
    ///
    /// # Errors
    /// `sign-in-needed`, when there is no way to get one without the person.
    fn renew<'a>(
        &'a self,
        seat: &'a SeatId,
        refused: &'a SecretString,
    ) -> BoxFuture<'a, Result<SecretString>>;
    /// The service wants these `claims` in the next sign-in of the seat: a step-up. The session of now is of no more use.
    ///
    /// # Errors
    /// Why that cannot be kept.
    fn challenged<'a>(&'a self, _seat: &'a SeatId, _claims: &'a str) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
    /// The person said that a missing role was activated just now: a refusal may pass within minutes, and is waited for.
    fn waits_for_role(&self, _seat: &SeatId) -> bool {
        false
    }
    /// Who is signed in at the seat, as the service names them.
    fn account<'a>(&'a self, seat: &'a SeatId) -> BoxFuture<'a, Option<String>>;
}

/// Names to addresses. Practice answers with its own list; no test asks a real resolver.
pub trait Resolve: Send + Sync {
    fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, Result<Vec<IpAddr>>>;
}

/// What a person watching wants to know while a run goes on.
pub trait Tell: Send + Sync {
    fn tell(&self, progress: Progress);
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Progress {
    Checking {
        step: StepId,
    },
    Changing {
        step: StepId,
        change: usize,
    },
    Changed {
        step: StepId,
        change: usize,
    },
    /// How far a bulk write is.
    Counting {
        step: StepId,
        #[ts(type = "number")]
        done: u64,
        #[ts(type = "number")]
        of: u64,
    },
    Settling {
        step: StepId,
    },
    Verifying {
        step: StepId,
    },
    /// A wait, with its reason: a message id such as `wait-replication`.
    Waiting {
        step: StepId,
        reason: String,
        seconds: u32,
    },
    /// It holds, and this is worth knowing all the same.
    Warned {
        step: StepId,
        problem: crate::problem::Problem,
    },
    Failed {
        step: StepId,
        problem: crate::problem::Problem,
    },
    Finished {
        step: StepId,
    },
}

/// Everything a run may touch. Cheap to copy: all borrowed.
#[derive(Clone, Copy)]
pub struct Ports<'a> {
    pub journal: &'a dyn Journal,
    pub rows: &'a dyn Rows,
    pub vault: &'a dyn Vault,
    pub clock: &'a dyn Clock,
    pub access: &'a dyn Access,
    pub resolve: &'a dyn Resolve,
    pub tell: &'a dyn Tell,
    pub cancel: &'a Cancel,
}
