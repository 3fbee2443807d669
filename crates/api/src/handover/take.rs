//! The receiver's side: looking, which applies nothing, and taking in what was looked at.

use std::collections::BTreeMap;

use jiff::Timestamp;
use secrecy::SecretString;
use servicenow::InstanceAddress;
use setup::{
    Event as Entry, Problem, Record,
    answers::{domain, setup_name},
    handover::{ANYONE, merge},
    ports::{Journal, Vault as _},
    problem::Result,
    record::{SetupHead, StepState},
};
use vault::handover::{For, Opened, Request, addressed, check_phrase, open_with, open_with_phrase};

use super::{FromFile, asked_of, needed};
use crate::{
    app::App,
    approval,
    event::Event,
    kept::is_complete,
    setups::{CloudChoice, is_practice},
    view::{handover::ClaimsView, setup::SetupView},
};

struct Looked {
    opened: Opened,
    check_phrase: String,
    /// What it is known by once it is used: its request, or the file itself.
    used_as: String,
}

impl App {
    /// What a file says. Nothing is applied, and the file can be looked at again.
    ///
    /// # Errors
    /// `handover-…`: for someone else, altered, used, expired, newer, too large, of another setup. `file-unreadable`.
    pub async fn look_at_handover(&self, from: &FromFile) -> Result<ClaimsView> {
        let looked = self.look(from).await?;
        let claims = &looked.opened.claims;
        let told = self.inner().guides.get(&claims.guide)?;
        let record =
            Record::fold(&claims.entries).ok_or_else(|| Problem::new("handover-altered").arg("entry", ""))?;
        let values = record.values(&told.guide);
        let done = told.guide.steps.iter().filter(|step| {
            record.steps.get(&step.id).is_some_and(|step| {
                step.confirmed.is_some()
                    || step.seen.as_ref().is_some_and(|(_, seen)| seen.state == StepState::Done)
            })
        });
        Ok(ClaimsView {
            check_phrase: looked.check_phrase,
            name: claims.name.clone(),
            guide: claims.guide.clone(),
            practice: claims.practice,
            tenant: claims.tenant_domain.clone(),
            tenant_id: claims.tenant_id.clone(),
            instance: claims.instance.clone(),
            client_ids: values.into_iter().filter(|(name, _)| name.ends_with(".client-id")).collect(),
            answers: record.answers.clone(),
            seat: claims.seat.clone(),
            by: claims.by.clone(),
            said_done: done.map(|step| step.id.clone()).collect(),
            secrets: looked.opened.secrets.iter().map(|secret| secret.name.clone()).collect(),
        })
    }

    /// Takes in what a file says, after both sides compared its check phrase and the person here read its claims. The identity that
    /// opened it is destroyed.
    ///
    /// # Errors
    /// `handover-check-phrase` where it is another file than the one that was compared; as [`App::look_at_handover`];
    /// `handover-fork`, `handover-not-holder`, `tenant-changed`, `name-taken`. Nothing is kept then.
    pub async fn take_seat(
        &self,
        from: &FromFile,
        compared: &str,
        cloud: Option<CloudChoice>,
    ) -> Result<SetupView> {
        let looked = self.look(from).await?;
        if !is_same_phrase(compared, &looked.check_phrase) {
            return Err(Problem::new("handover-check-phrase"));
        }
        let Opened { claims, secrets } = looked.opened;
        let told = self.inner().guides.get(&claims.guide)?;
        let store = self.store(claims.practice);
        let machine = store.machine().await?;
        let here = store.find(&claims.setup).await?.filter(|head| head.id == claims.setup);
        let is_new = here.is_none();
        let head = match here {
            Some(head) => head,
            None => self.head_of(&claims, cloud).await?,
        };
        claims.fit(&head, &told.guide, &machine)?;
        let lock = if is_new { None } else { Some(store.lock(&head.id)?) };
        let was_complete = !is_new && is_complete(&self.open(&head.id).await?);
        let ours = if is_new { Vec::new() } else { store.entries(&head.id).await? };
        let theirs = merge(&ours, &claims.entries, &told.guide, &machine)?;
        if theirs.is_empty() {
            return Err(Problem::new("handover-used"));
        }
        for entry in &theirs {
            if let Entry::Answered { answer, value } = &entry.event {
                match told.guide.answer(answer) {
                    Some(known) => known.accept(value).map(drop)?,
                    None if approval::is_one(answer) => approval::accept(answer, value)?,
                    None => return Err(Problem::new("handover-altered").arg("entry", entry.intent_id())),
                }
            }
        }
        let mut events = Vec::new();
        if is_new {
            // What this machine found out itself stands after what it was told.
            events.push(Entry::Learned { values: self.tenant_of(&claims, &head).await? });
        }
        if claims.to == ANYONE {
            events.push(Entry::SeatMoved {
                seat: claims.seat.clone(),
                to: machine,
                by: None,
                taken_back: false,
                from: claims.open_to_anyone(),
            });
        }
        let wanted = needed(&told.guide, &claims.seat);
        let mut sealed = Vec::new();
        self.inner().vault.prove().await?;
        for secret in secrets.into_iter().filter(|secret| wanted.contains(&secret.name)) {
            let mut about = secret.about;
            about.retain(|name, _| ["key-id", "ends-at"].contains(&name.as_str()));
            sealed.push(self.inner().vault.seal(&secret.name, about, &secret.value).await?);
        }
        let id = head.id.clone();
        store.take_in(head, theirs, events, sealed, looked.used_as).await?;
        self.inner().hub.send(Event::HomeChanged);
        self.changed(&id);
        drop(lock);
        // What was handed over may be known to be in use by now.
        self.let_go(&id, was_complete).await?;
        self.show(&id).await
    }

    async fn look(&self, from: &FromFile) -> Result<Looked> {
        let file = from.bytes.clone();
        let check_phrase = check_phrase(&file);
        let now = Timestamp::now();
        let recipient = match (addressed(&file)?, &from.phrase) {
            (For::Phrase, Some(phrase)) => return self.look_behind(phrase, file, check_phrase, now).await,
            (For::Phrase, None) => return Err(Problem::new("handover-phrase-needed")),
            (For::Recipient(recipient), _) => recipient,
        };
        let mut found = None;
        for store in [&self.inner().real, &self.inner().practice] {
            found = found.or(store.request(&recipient, now).await?);
        }
        let waiting = found.ok_or_else(|| Problem::new("handover-not-for-here"))?;
        let Some(blob) = waiting.blob.clone() else {
            let code = if waiting.until > now { "handover-used" } else { "handover-expired" };
            return Err(Problem::new(code));
        };
        let sealed = setup::ports::Sealed { name: "handover".into(), blob, about: BTreeMap::new() };
        let request = Request::parse(&self.inner().vault.open(&sealed).await?)?;
        let opened = open_with(&request, &file)?;
        let asked = asked_of(&waiting)?;
        let claims = &opened.claims;
        if claims.practice != asked.practice {
            return Err(Problem::new("handover-practice-into-real"));
        }
        if claims.seat != asked.seat
            || claims.tenant_domain != asked.tenant_domain
            || claims.instance != asked.instance
        {
            return Err(Problem::new("handover-other-setup")
                .arg("tenant", &claims.tenant_domain)
                .arg("instance", &claims.instance));
        }
        Ok(Looked { opened, check_phrase, used_as: asked.recipient })
    }

    /// A phrase opens its file anywhere. Here it does so once, and for as long as the sender said.
    async fn look_behind(
        &self,
        phrase: &SecretString,
        file: Vec<u8>,
        check_phrase: String,
        now: Timestamp,
    ) -> Result<Looked> {
        let used_as = format!("{ANYONE} {check_phrase}");
        for store in [&self.inner().real, &self.inner().practice] {
            if store.request(&used_as, now).await?.is_some() {
                return Err(Problem::new("handover-used"));
            }
        }
        let opened = opened_apart(open_with_phrase, phrase.clone(), file).await?;
        opened.claims.hold(now)?;
        Ok(Looked { opened, check_phrase, used_as })
    }

    /// The head of a setup that comes from another machine: what was confirmed, at addresses that are known here.
    async fn head_of(
        &self,
        claims: &setup::handover::Claims,
        cloud: Option<CloudChoice>,
    ) -> Result<SetupHead> {
        let altered = || Problem::new("handover-altered").arg("entry", "");
        let choice = match cloud {
            Some(choice) => choice,
            None if CloudChoice::is_built_in(&claims.cloud_name) => {
                CloudChoice::Named(claims.cloud_name.clone())
            }
            None if claims.practice && self.hosts(&claims.instance) => CloudChoice::Practice,
            None => return Err(Problem::new("handover-cloud-needed")),
        };
        let (cloud_name, cloud) = self.cloud(&choice).await?;
        let instance =
            InstanceAddress::parse(&claims.instance).map_err(|error| steps::problem::of_address(&error))?;
        if is_practice(&cloud, &instance)? != claims.practice {
            return Err(Problem::new("handover-practice-into-real"));
        }
        let is_id = claims.setup.len() == 32 && claims.setup.bytes().all(|byte| byte.is_ascii_hexdigit());
        let begun_by = claims.entries.first().map(|entry| match &entry.event {
            Entry::Created { head } => head.begun_by.clone().unwrap_or_else(|| entry.machine.clone()),
            _ => entry.machine.clone(),
        });
        let name = setup_name(&claims.name)?;
        self.name_is_free(&name).await?;
        Ok(SetupHead {
            id: if is_id { claims.setup.clone() } else { return Err(altered()) },
            name,
            guide: claims.guide.clone(),
            guide_version: claims.guide_version,
            practice: claims.practice,
            cloud_name,
            cloud: steps::addresses(&cloud),
            tenant_domain: domain(&claims.tenant_domain).ok_or_else(altered)?,
            instance: instance.origin().to_string(),
            ca_pem: None,
            begun_by: Some(begun_by.ok_or_else(altered)?),
        })
    }

    /// Asked of Microsoft, not of the file.
    async fn tenant_of(
        &self,
        claims: &setup::handover::Claims,
        head: &SetupHead,
    ) -> Result<BTreeMap<String, String>> {
        let cloud = steps::cloud(&head.cloud)?;
        let found = entra::Tenant::discover(&self.http(None)?, &cloud, &head.tenant_domain).await;
        let id = found.map_err(|error| steps::problem::of_entra(&error))?.id.to_string();
        if claims.tenant_id.as_ref().is_some_and(|said| *said != id) {
            return Err(Problem::new("tenant-changed").arg("domain", &head.tenant_domain));
        }
        Ok([("tenant.id".to_owned(), id)].into())
    }
}

/// Deriving a key from a phrase takes a while: on a thread of its own.
async fn opened_apart(
    open: impl FnOnce(&SecretString, &[u8]) -> Result<Opened> + Send + 'static,
    phrase: SecretString,
    file: Vec<u8>,
) -> Result<Opened> {
    let work = tokio::task::spawn_blocking(move || open(&phrase, &file));
    work.await.unwrap_or_else(|_| Err(Problem::new("handover-unreadable")))
}

fn is_same_phrase(one: &str, other: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    letters(one) == letters(other)
}
