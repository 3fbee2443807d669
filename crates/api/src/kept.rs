//! What is kept sealed: shown, copied, forgotten. Its values go to the clipboard and nowhere else.

mod let_go;

pub(crate) use let_go::is_complete;

use std::collections::BTreeMap;

use setup::{
    Entry, Event, Problem, StepKind,
    engine::secret_of,
    in_use,
    journal::Exposure,
    ports::{Journal, Vault as _},
    problem::Result,
    renewal::{KEY_ID, previous_name},
};
use store::Store;

use crate::{
    app::App,
    clipboard,
    session::sealed_name,
    setups::Opened,
    view::kept::{CopiedView, KeptHappened, KeptHow, KeptSecret, KeptView, KeptWhat},
};

impl App {
    /// What is kept of every setup, or of one. Asks neither keychain nor service.
    ///
    /// # Errors
    /// `setup-unknown`, or why a store cannot be read.
    pub async fn kept(&self, setup: Option<&str>) -> Result<KeptView> {
        let mut kept = Vec::new();
        let mut history = Vec::new();
        let wanted = match setup {
            Some(setup) => Some(self.open(setup).await?.record.head.id),
            None => None,
        };
        for store in [&self.inner().real, &self.inner().practice] {
            for head in store.list().await? {
                if wanted.as_ref().is_some_and(|wanted| *wanted != head.id) {
                    continue;
                }
                let opened = self.open(&head.id).await?;
                let entries = store.entries(&head.id).await?;
                kept.extend(kept_of(store, &opened, &entries).await?);
                history.extend(history_of(&opened, &entries));
            }
        }
        history.sort_by(|one, other| other.at.cmp(&one.at));
        let (keychain, rules) = (self.inner().vault.fallen_back(), self.settings().keep);
        Ok(KeptView { kept, history, keychain, rules })
    }

    /// Puts a secret on the clipboard for a minute, and the exposure into the journal.
    ///
    /// # Errors
    /// `kept-not-there`, `kept-is-session`, `clipboard-missing`; why the vault cannot open it.
    pub async fn copy_kept(&self, setup: &str, name: &str) -> Result<CopiedView> {
        let opened = self.open(setup).await?;
        let id = &opened.record.head.id;
        if seat_of(name).is_some() {
            return Err(Problem::new("kept-is-session"));
        }
        let sealed = opened.store.sealed(id, name).await?;
        let sealed = sealed.ok_or_else(|| Problem::new("kept-not-there").arg("secret", name))?;
        let secret = self.inner().vault.open(&sealed).await?;
        let concealed = &self.inner().concealed;
        let turn = concealed.put(secret).await?;
        let exposed =
            Event::Exposed { secret: name.to_owned(), how: Exposure::Clipboard, by: account(&opened, name) };
        if let Err(problem) = self.append(&opened, vec![exposed]).await {
            // What is not on record does not stay there.
            concealed.take_away().await;
            return Err(problem);
        }
        let app = self.clone();
        tokio::spawn(async move { app.inner().concealed.take_away_later(turn).await });
        Ok(CopiedView { seconds: clipboard::SECONDS })
    }

    /// Takes what [`App::copy_kept`] put on the clipboard away again, if it is still there.
    pub async fn clear_clipboard(&self) {
        self.inner().concealed.take_away().await;
    }

    /// Forgets one value, as somebody asked. A session is signed out.
    ///
    /// # Errors
    /// `kept-not-there`, `setup-busy`
    pub async fn forget_kept(&self, setup: &str, name: &str) -> Result<KeptView> {
        let opened = self.open(setup).await?;
        if let Some(seat) = seat_of(name) {
            self.sign_out(setup, seat).await?;
            return self.kept(None).await;
        }
        let _lock = opened.store.lock(&opened.record.head.id)?;
        if opened.store.sealed(&opened.record.head.id, name).await?.is_none() {
            return Err(Problem::new("kept-not-there").arg("secret", name));
        }
        self.forget_value(&opened, name, false).await?;
        self.kept(None).await
    }

    /// The journal first: a value that is still there after that is forgotten once more, and one that went without a word never is.
    async fn forget_value(&self, opened: &Opened, name: &str, confirmed: bool) -> Result<()> {
        let by = account(opened, name).filter(|_| !confirmed);
        self.append(opened, vec![Event::Forgotten { secret: name.to_owned(), by, confirmed }]).await?;
        opened.store.forget(&opened.record.head.id, name).await
    }

    /// Asks the keychain again, after the person unlocked or installed one. What only this session could open is sealed anew, so that
    /// it outlives it.
    ///
    /// # Errors
    /// Why there is still none; everything goes on as before then.
    pub async fn retry_keychain(&self) -> Result<KeptView> {
        let vault = &self.inner().vault;
        vault.retry().await?;
        for store in [&self.inner().real, &self.inner().practice] {
            for head in store.list().await? {
                for (name, about) in store.sealed_names(&head.id).await? {
                    let sealed = store.sealed(&head.id, &name).await?;
                    let Some(sealed) = sealed.filter(|_| vault::is_for_a_session(&about)) else { continue };
                    // Of an earlier session: nothing opens it any more, and whoever needs it says so.
                    let Ok(value) = vault.open(&sealed).await else { continue };
                    let lasting = vault.seal(&name, about, &value).await?;
                    store.append(&head.id, Vec::new(), vec![lasting]).await?;
                }
            }
        }
        self.inner().hub.send(crate::event::Event::HomeChanged);
        self.kept(None).await
    }
}

async fn kept_of(store: &Store, opened: &Opened, entries: &[Entry]) -> Result<Vec<KeptSecret>> {
    let head = &opened.record.head;
    let names = store.sealed_names(&head.id).await?;
    Ok(names.into_iter().map(|(name, about)| one(opened, entries, name, &about)).collect())
}

fn one(opened: &Opened, entries: &[Entry], name: String, about: &BTreeMap<String, String>) -> KeptSecret {
    let Opened { record, told, kinds, .. } = opened;
    let key = about.get(KEY_ID);
    let step = maker(opened, &name);
    let users = || step.iter().flat_map(|step| in_use::users(&told.guide, kinds, step));
    let has_it =
        |user: &&setup::StepDefinition| key.is_some_and(|key| record.step(&user.id).given_key() == Some(key));
    let ids =
        |of: Vec<&setup::StepDefinition>| of.into_iter().map(|step| step.id.clone()).collect::<Vec<_>>();
    let (used_by, wanted_by): (Vec<_>, Vec<_>) = users().partition(has_it);
    let session = seat_of(&name).map(str::to_owned);
    let what = match &step {
        None => KeptWhat::Session,
        Some(step) if name == previous_name(&secret_of(step)) => KeptWhat::Previous,
        Some(_) if wanted_by.is_empty() => KeptWhat::InUse,
        Some(_) => KeptWhat::Wanted,
    };
    let seat = match (&session, &step) {
        (Some(seat), _) => seat.clone(),
        (None, Some(step)) => told.guide.step(step).map(|step| step.seat.clone()).unwrap_or_default(),
        (None, None) => String::new(),
    };
    KeptSecret {
        setup: record.head.id.clone(),
        setup_name: record.head.name.clone(),
        practice: record.head.practice,
        since: since(entries, key, session.as_deref()).map(|at| at.to_string()),
        until: about.get(setup::expiry::ENDS_AT).cloned(),
        account: about.get("account").cloned(),
        this_session_only: vault::is_for_a_session(about),
        wanted_by: if what == KeptWhat::Previous { Vec::new() } else { ids(wanted_by) },
        used_by: ids(used_by),
        name,
        what,
        step,
        seat,
    }
}

/// When it was made, on whatever machine; of a session, when somebody signed in here.
fn since(entries: &[Entry], key: Option<&String>, session: Option<&str>) -> Option<jiff::Timestamp> {
    let here = &entries.first()?.machine;
    entries
        .iter()
        .rev()
        .filter(|entry| match &entry.event {
            Event::Landed { outcome, .. } => key.is_some() && outcome.id.as_ref() == key,
            Event::SignedIn { seat, .. } => session == Some(seat) && entry.machine == *here,
            _ => false,
        })
        .map(|entry| entry.at)
        .next()
}

fn history_of(opened: &Opened, entries: &[Entry]) -> Vec<KeptHappened> {
    let head = &opened.record.head;
    let happened = |entry: &Entry| {
        let (secret, by, what) = match &entry.event {
            Event::Exposed { secret, by, how: Exposure::Clipboard } => (secret, by, KeptHow::Copied),
            Event::Exposed { secret, by, how: Exposure::HandoverFile } => (secret, by, KeptHow::HandedOver),
            Event::Forgotten { secret, by, confirmed: false } => (secret, by, KeptHow::Forgotten),
            Event::Forgotten { secret, by, confirmed: true } => (secret, by, KeptHow::LetGo),
            _ => return None,
        };
        Some(KeptHappened {
            setup: head.id.clone(),
            setup_name: head.name.clone(),
            step: maker(opened, secret),
            name: secret.clone(),
            what,
            at: entry.at.to_string(),
            by: by.clone(),
        })
    };
    let here = |entry: &&Entry| entry.machine == opened.record.machine;
    entries.iter().filter(here).filter_map(happened).collect()
}

/// The step that makes the secret of that name, or of the one before it.
fn maker(opened: &Opened, name: &str) -> Option<String> {
    let renews = |step: &&setup::StepDefinition| opened.kinds.get(&step.kind).is_ok_and(StepKind::renews);
    let makes = |step: &&setup::StepDefinition| {
        let secret = secret_of(&step.id);
        name == secret || name == previous_name(&secret)
    };
    opened.told.guide.steps.iter().filter(renews).find(makes).map(|step| step.id.clone())
}

/// The seat whose session it is.
fn seat_of(name: &str) -> Option<&str> {
    let seat = name.strip_prefix("session.")?;
    (sealed_name(seat) == name).then_some(seat)
}

/// Who is known to be at this computer: whoever is signed in at the seat that makes the secret, or at any.
fn account(opened: &Opened, name: &str) -> Option<String> {
    let accounts = &opened.record.accounts;
    let seat =
        maker(opened, name).and_then(|step| opened.told.guide.step(&step).map(|step| step.seat.clone()));
    seat.and_then(|seat| accounts.get(&seat)).or_else(|| accounts.values().next()).cloned()
}
