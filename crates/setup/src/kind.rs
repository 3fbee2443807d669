//! What a kind of step can do. Kinds live in crates/steps, one file each.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::BoxFuture;
use secrecy::SecretString;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    change::{Change, Marker},
    guide::{Guide, StepDefinition},
    journal::Landing,
    observed::Observed,
    ports::Ports,
    problem::{Problem, Result},
    record::{Intent, KnownBy, SetupHead, StepRecord},
    renewal::KEY_ID,
    template::Values,
};

/// One step of one setup at one moment.
pub struct Step<'a> {
    pub definition: &'a StepDefinition,
    pub head: &'a SetupHead,
    /// Parameters with every known value filled in.
    pub with: Value,
    /// Names that are not known yet and still stand as `{name}` in `with`.
    pub pending: BTreeSet<String>,
    /// Everything that templates may name.
    pub values: Values,
    pub record: StepRecord,
    /// Key ids of secrets that every user of them was given, by the secret's full name. They work without a value that is kept here.
    pub in_use: BTreeMap<String, String>,
    /// When this step or one that it needs last made something: services tell everyone about a new object with some delay.
    pub made_at: Option<jiff::Timestamp>,
    pub ports: Ports<'a>,
}

impl Step<'_> {
    /// # Errors
    /// `guide-parameters`: the guide's `with` does not fit the kind. [`Kinds::validate`] finds that in a test.
    pub fn parameters<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_value(self.with.clone()).map_err(|error| {
            Problem::new("guide-parameters").arg("step", &self.definition.id).arg("detail", error)
        })
    }

    /// Unique to this step of this setup; what objects of ours carry.
    pub fn mark(&self) -> String {
        format!("liaison-{}-{}", self.head.id, self.definition.id)
    }

    pub fn marker(&self, field: &str) -> Marker {
        Marker::Field { field: field.into(), value: self.mark() }
    }

    /// # Errors
    /// `sign-in-needed`.
    pub async fn token(&self) -> Result<SecretString> {
        self.ports.access.token(&self.definition.seat).await
    }

    /// Opens a secret that a step of this setup gave, by its full name `<step>.<value>`.
    ///
    /// # Errors
    /// `secret-missing`, or why the vault cannot open it.
    pub async fn secret(&self, name: &str) -> Result<SecretString> {
        match self.ports.journal.sealed(&self.head.id, name).await? {
            Some(sealed) => self.ports.vault.open(&sealed).await,
            None => Err(Problem::new("secret-missing").arg("secret", name)),
        }
    }

    /// The secret of that name that counts: the one whose value is kept here, or else the one that is in use.
    ///
    /// # Errors
    /// Why the vault cannot say whether it opens it: a keychain that is locked …
    pub async fn key(&self, name: &str) -> Result<Option<Key>> {
        let in_use = || self.in_use.get(name).map(|id| Key { id: id.clone(), held: false });
        let Some(sealed) = self.ports.journal.sealed(&self.head.id, name).await? else { return Ok(in_use()) };
        match self.ports.vault.open(&sealed).await {
            Ok(_) => Ok(sealed.about.get(KEY_ID).map(|id| Key { id: id.clone(), held: true })),
            // Sealed by an identity that is gone, or broken: the value is lost.
            Err(problem) if problem.is_lost_secret() => Ok(in_use()),
            Err(problem) => Err(problem),
        }
    }

    pub fn is_pending(&self, name: &str) -> bool {
        self.pending.contains(name)
    }
}

/// Which secret of a name is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub id: String,
    /// Its value is kept here and can be opened.
    pub held: bool,
}

/// What a write that was carried out gave.
#[derive(Debug, Default)]
pub struct Outcome {
    pub landing: Landing,
    /// A secret in the answer, by its short name. Sealed and committed together with the landing.
    pub secret: Option<NewSecret>,
}

#[derive(Debug)]
pub struct NewSecret {
    pub name: String,
    pub value: SecretString,
    pub about: BTreeMap<String, String>,
}

/// How a write ended, as far as the sender can tell.
#[derive(Debug)]
pub enum Applied {
    Done(Outcome),
    /// A bulk write that stopped part of the way: what it made is in its rows, and the next run goes on there.
    Partly(Outcome, Problem),
    /// The service says that it did not act, or was never reached.
    NotDone(Problem),
    /// No answer that could be believed came.
    Unknown(Problem),
}

/// What became of an intent without an outcome.
#[derive(Debug)]
pub enum Settled {
    Landed(Landing),
    DidNotLand,
    /// It landed but is of no use any more (a secret whose value was lost): this change takes it away, and then it did not land.
    Leftover(Box<Change>),
    /// Nobody can tell yet; nothing else is written until someone can.
    Unclear(Problem),
}

/// What verifying found.
#[derive(Debug)]
pub enum Verdict {
    /// `warning`: what someone may meet all the same.
    Holds {
        known_by: KnownBy,
        gives: BTreeMap<String, String>,
        warning: Option<Problem>,
    },
    Fails(Problem),
}

/// What there is to read of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Reads {
    Nothing,
    /// Facts that help the person. That the step was done, only a person can say.
    Facts,
    /// Whether the step is done.
    State,
}

/// Checks read, applies write. A kind keeps no state: what it must remember is in [`Step::record`].
pub trait StepKind: Send + Sync {
    /// As guides write it.
    fn name(&self) -> &'static str;

    /// Whether a person may point at an existing object instead of having a new one made.
    fn adopts(&self) -> bool {
        false
    }

    /// The id of such an object as the service spells it; None where that is no id. Of a directory, it is a GUID.
    fn object_id(&self, typed: &str) -> Option<String> {
        crate::answers::uuid(typed.trim())
    }

    /// Whether [`StepKind::candidates`] finds any, so that a person can be shown them.
    fn has_candidates(&self) -> bool {
        false
    }

    /// Objects that a person could point at, each held against what is wanted: the one with that id, or those that look like it.
    fn candidates<'a>(
        &'a self,
        _step: &'a Step<'a>,
        _id: Option<&'a str>,
    ) -> BoxFuture<'a, Result<Vec<Observed>>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    /// Whether `with` fits, for the test of every guide.
    ///
    /// # Errors
    /// What is wrong, for whoever writes the guide.
    fn validate(&self, with: &Value) -> Result<(), String>;

    /// A person does it: nothing is written.
    fn is_by_hand(&self) -> bool {
        false
    }

    /// What [`StepKind::check`] can find out.
    fn reads(&self) -> Reads {
        Reads::State
    }

    /// Where reading cannot show it: whether the person is through, by what was said or typed.
    fn is_done_by_hand(&self, _with: &Value, _values: &Values, record: &StepRecord) -> bool {
        record.confirmed.is_some()
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>>;

    /// What happened to what this setup made, as message ids: deleted, disabled, changed by others.
    fn drift(&self, _step: &Step<'_>, _observed: &Observed) -> Vec<String> {
        Vec::new()
    }

    /// Pure. No changes where nothing is to be done or nothing can be done by us.
    ///
    /// # Errors
    /// Why no plan can be made from what was seen (several candidates, …).
    fn plan(&self, _step: &Step<'_>, _observed: &Observed) -> Result<Vec<Change>> {
        Ok(Vec::new())
    }

    /// Read once there is something to change: what a person should know before they say yes.
    ///
    /// # Errors
    /// Why it cannot be changed by who is signed in: the changes then stay out of the plan.
    fn preflight<'a>(
        &'a self,
        _step: &'a Step<'a>,
        _changes: &'a [Change],
    ) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    /// What the service says about what was just made here, for people to know.
    ///
    /// # Errors
    /// Why it cannot be read, which changes nothing.
    fn afterwards<'a>(&'a self, _step: &'a Step<'a>) -> BoxFuture<'a, Result<Vec<Problem>>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn apply<'a>(&'a self, _step: &'a Step<'a>, change: &'a Change) -> BoxFuture<'a, Applied> {
        let problem = Problem::new("guide-parameters").arg("step", &change.step).arg("detail", &change.write);
        Box::pin(async move { Applied::NotDone(problem) })
    }

    fn settle<'a>(&'a self, _step: &'a Step<'a>, _intent: &'a Intent) -> BoxFuture<'a, Result<Settled>> {
        Box::pin(async { Ok(Settled::DidNotLand) })
    }

    /// Whether [`StepKind::verify`] does more than read back, so that it is worth running where nothing was changed.
    fn proves(&self) -> bool {
        false
    }

    /// Reads until the service agrees with itself, or uses what was made. None: the engine reads back with `check`.
    fn verify<'a>(&'a self, _step: &'a Step<'a>) -> BoxFuture<'a, Result<Option<Verdict>>> {
        Box::pin(async { Ok(None) })
    }

    /// Whether it makes a secret that ends, which a new one can replace while it is in use.
    fn renews(&self) -> bool {
        false
    }

    /// The changes that a new value of the secret needs here: making it, or giving it to whoever uses it. Pure.
    ///
    /// # Errors
    /// `guide-parameters`.
    fn renewal(&self, _step: &Step<'_>, _observed: &Observed) -> Result<Vec<Change>> {
        Ok(Vec::new())
    }

    /// The changes that take back what [`StepRecord::standing`] holds, given what is there now. Pure.
    fn undo(&self, _step: &Step<'_>, _observed: &Observed) -> Result<Undoing> {
        Ok(Undoing::default())
    }
}

#[derive(Debug, Default)]
pub struct Undoing {
    pub changes: Vec<Change>,
    /// Where someone changed the object since, and a person decides.
    pub questions: Vec<Problem>,
    /// Intents whose object somebody else has removed already.
    pub gone: Vec<String>,
}

/// The kinds by name.
#[derive(Default)]
pub struct Kinds(BTreeMap<&'static str, Box<dyn StepKind>>);

impl Kinds {
    #[must_use]
    pub fn with(mut self, kind: impl StepKind + 'static) -> Self {
        self.0.insert(kind.name(), Box::new(kind));
        self
    }

    /// # Errors
    /// `guide-kind-unknown`.
    pub fn get(&self, name: &str) -> Result<&dyn StepKind> {
        self.0
            .get(name)
            .map(|kind| &**kind)
            .ok_or_else(|| Problem::new("guide-kind-unknown").arg("kind", name))
    }

    /// Holds a guide against the kinds it uses.
    ///
    /// # Errors
    /// Every misfit, in English, for whoever writes the guide.
    pub fn validate(&self, guide: &Guide) -> Result<(), Vec<String>> {
        let misfits: Vec<String> = guide
            .steps
            .iter()
            .filter_map(|step| {
                let fits = match self.get(&step.kind) {
                    Ok(kind) => kind.validate(&step.with),
                    Err(_) => Err(format!("there is no kind `{}`", step.kind)),
                };
                fits.err().map(|what| format!("step `{}`: {what}", step.id))
            })
            .collect();
        if misfits.is_empty() { Ok(()) } else { Err(misfits) }
    }
}
