//! Setups: begun, found, shown, forgotten.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use entra::Cloud;
use servicenow::InstanceAddress;
use setup::{
    Event as Entry, Guide, Kinds, Problem, Record, StepDefinition,
    answers::{domain, setup_name},
    guide::Service,
    ports::Journal,
    problem::Result,
    record::SetupHead,
    template,
};
use store::Store;

use crate::{
    app::{App, locked},
    event::Event,
    guides::Told,
    show::{Shown, asked},
    view::{home::SetupCard, setup::SetupView, step::StepView},
};

/// What a setup begins with.
#[derive(Clone, Debug)]
pub struct NewSetup {
    pub name: String,
    pub guide: String,
    /// A domain of the tenant.
    pub tenant: String,
    /// Name or address of the instance.
    pub instance: String,
    pub cloud: CloudChoice,
    /// An extra certificate authority, PEM.
    pub ca_pem: Option<String>,
    /// Name or id of a setup whose answers are copied.
    pub like: Option<String>,
    pub answers: BTreeMap<String, String>,
    /// What the person believes it is. Where that is wrong, nothing is created.
    pub practice: Option<bool>,
}

#[derive(Clone, Debug)]
pub enum CloudChoice {
    /// A built-in cloud by name.
    Named(String),
    /// The text of a file with the addresses.
    File(String),
    /// The practice that this process hosts.
    Practice,
}

impl CloudChoice {
    pub fn is_built_in(name: &str) -> bool {
        Cloud::named(name).is_some()
    }
}

/// A setup with everything that is needed to show it or work on it.
pub(crate) struct Opened {
    pub store: Store,
    pub told: Arc<Told>,
    pub kinds: Kinds,
    pub record: Record,
}

impl Opened {
    pub fn shown(&self) -> Shown<'_> {
        Shown { guide: &self.told.guide, kinds: &self.kinds, record: &self.record }
    }

    /// A value or link of a step, whole. `name` is what people know it by.
    ///
    /// # Errors
    /// `value-missing`, with the step that has yet to give a part of it.
    pub fn filled(&self, text: &str, name: &str) -> Result<String> {
        let mut pending = BTreeSet::new();
        let filled = template::fill_text(text, &self.record.values(&self.told.guide), &mut pending);
        let Some(unknown) = pending.first() else { return Ok(filled) };
        let giver = giver(&self.told.guide, unknown).map_or("", |step| step.id.as_str());
        Err(Problem::new("value-missing").arg("step", giver).arg("value", name))
    }
}

/// The step that gives the value, or asks for the answer, of that template name.
fn giver<'a>(guide: &'a Guide, name: &str) -> Option<&'a StepDefinition> {
    guide.steps.iter().find(|step| {
        let rest = name.strip_prefix(step.id.as_str()).and_then(|rest| rest.strip_prefix('.'));
        rest.is_some_and(|value| step.gives.iter().any(|given| given == value))
            || asked(&step.with).any(|answer| answer == name)
    })
}

impl App {
    /// Looks up the tenant and the instance first; where either is not what it should be, nothing is kept.
    ///
    /// # Errors
    /// What is wrong with the name, an address, the domain, an answer; `practice-mixed`; why a service does not answer.
    pub async fn create(&self, new: NewSetup) -> Result<SetupView> {
        let name = setup_name(&new.name)?;
        let told = self.inner().guides.get(&new.guide)?;
        let tenant_domain = domain(&new.tenant).ok_or_else(|| Problem::new("domain-refused"))?;
        let (cloud_name, cloud) = self.cloud(&new.cloud).await?;
        let instance =
            InstanceAddress::parse(&new.instance).map_err(|error| steps::problem::of_address(&error))?;
        let practice = is_practice(&cloud, &instance)?;
        if new.practice.is_some_and(|believed| believed != practice) {
            return Err(Problem::new("practice-mixed"));
        }
        let mut answers = match &new.like {
            Some(like) => self.open(like).await?.record.answers,
            None => BTreeMap::new(),
        };
        answers.retain(|id, _| told.guide.answer(id).is_some());
        answers.extend(accept(&told.guide, new.answers)?);
        self.name_is_free(&name).await?;

        let http = self.http(new.ca_pem.as_deref())?;
        let (tenant_id, ()) = tokio::try_join!(
            async {
                let found = entra::Tenant::discover(&http, &cloud, &tenant_domain).await;
                let found = found.map_err(|error| steps::problem::of_entra(&error))?;
                match found.elsewhere(&cloud) {
                    Some(home) => {
                        Err(Problem::new("tenant-in-other-cloud").arg("cloud", home).hint("hint-other-cloud"))
                    }
                    None => Ok(found.id),
                }
            },
            async {
                let answers = servicenow::probe(&http, &instance).await;
                answers.map_err(|error| steps::problem::of_probe(&instance.host(), &error))
            },
        )?;

        let head = SetupHead {
            id: uuid::Uuid::new_v4().simple().to_string(),
            name,
            guide: told.guide.id.clone(),
            guide_version: told.guide.version,
            practice,
            cloud_name,
            cloud: steps::addresses(&cloud),
            tenant_domain,
            instance: instance.origin().to_string(),
            ca_pem: new.ca_pem,
            begun_by: None,
        };
        let learned = BTreeMap::from([("tenant.id".to_owned(), tenant_id.to_string())]);
        let mut events = vec![Entry::Learned { values: learned }];
        events.extend(answers.into_iter().map(|(answer, value)| Entry::Answered { answer, value }));
        let id = head.id.clone();
        self.store(practice).create(head, events).await?;
        self.inner().hub.send(Event::HomeChanged);
        self.show(&id).await
    }

    /// # Errors
    /// `setup-unknown`
    pub async fn show(&self, setup: &str) -> Result<SetupView> {
        let opened = self.open(setup).await?;
        let id = &opened.record.head.id;
        let running = locked(&self.inner().runs).get(id).map(|running| locked(&running.view).clone());
        let held_by = if running.is_some() { None } else { opened.store.lock_holder(id) };
        let mut view = opened.shown().setup(running, held_by);
        for seat in view.seats.iter_mut().filter(|seat| seat.service == Some(Service::Entra)) {
            seat.signing = Some(self.settings().entra_client.word().to_owned());
        }
        view.renewals = self.renewals(&opened, &view.steps).await?;
        Ok(view)
    }

    /// # Errors
    /// `setup-unknown`, `step-unknown`
    pub async fn step(&self, setup: &str, step: &str) -> Result<StepView> {
        let opened = self.open(setup).await?;
        let definition = opened.step(step)?;
        let mut page = self.page(&opened, definition)?;
        page.evidence = self.evidence(&opened, definition).await?;
        Ok(page)
    }

    pub(crate) fn page(&self, opened: &Opened, step: &StepDefinition) -> Result<StepView> {
        let observed = locked(&self.inner().observed);
        let observed = observed.get(&opened.record.head.id).and_then(|seen| seen.get(&step.id));
        let signs_in = opened.told.guide.seat(&step.seat).is_some_and(|seat| seat.service.is_some());
        let signed_in = !signs_in || opened.record.accounts.contains_key(&step.seat);
        Ok(opened.shown().step(step, observed, signed_in))
    }

    /// The address of a step's link.
    ///
    /// # Errors
    /// `link-unknown`, or `value-missing` while another step has yet to give a part of it.
    pub async fn link(&self, setup: &str, step: &str, link: &str) -> Result<String> {
        let opened = self.open(setup).await?;
        let template = opened.step(step)?.links.get(link).ok_or_else(|| Problem::new("link-unknown"))?;
        opened.filled(template, link)
    }

    /// Opens a step's link in the person's browser.
    ///
    /// # Errors
    /// As [`App::link`]; `address-not-opened`, `browser-missing`.
    pub async fn open_link(&self, setup: &str, step: &str, link: &str) -> Result<()> {
        let address = self.link(setup, step, link).await?;
        let head = self.open(setup).await?.record.head;
        let hosts = [&head.cloud.login, &head.cloud.entra_portal, &head.cloud.admin_center, &head.instance];
        let hosts: Vec<&str> = hosts.into_iter().map(|url| authority(url)).collect();
        self.inner().browser.open(&address, &hosts)
    }

    /// Puts a step's value on the clipboard.
    ///
    /// # Errors
    /// `value-missing`, `clipboard-missing`
    pub async fn copy(&self, setup: &str, step: &str, value: &str) -> Result<()> {
        let opened = self.open(setup).await?;
        let template = opened.step(step)?.values.get(value).ok_or_else(|| Problem::new("value-unknown"))?;
        let text = opened.filled(template, value)?;
        crate::clipboard::put(text).await
    }

    /// Forgets a setup, its sessions and its secrets.
    ///
    /// # Errors
    /// `setup-owns-objects` while something of it exists and is not kept knowingly; `setup-busy`.
    pub async fn delete(&self, setup: &str, keep_objects: bool) -> Result<()> {
        let opened = self.open(setup).await?;
        let id = opened.record.head.id.clone();
        let lock = opened.store.lock(&id)?;
        if opened.record.owns_anything() && !keep_objects {
            return Err(Problem::new("setup-owns-objects").arg("name", &opened.record.head.name));
        }
        opened.store.delete(&id).await?;
        drop(lock);
        locked(&self.inner().observed).remove(&id);
        self.inner().hub.send(Event::HomeChanged);
        Ok(())
    }

    /// By id or name; names differ across both stores.
    pub(crate) async fn open(&self, setup: &str) -> Result<Opened> {
        for store in [&self.inner().real, &self.inner().practice] {
            let Some(head) = store.find(setup).await? else { continue };
            let entries = store.entries(&head.id).await?;
            let record = Record::fold(&entries).ok_or_else(|| Problem::new("store-damaged"))?;
            let told = self.inner().guides.get(&head.guide)?;
            let kinds = steps::kinds(&self.services(&head)?);
            return Ok(Opened { store: store.clone(), told, kinds, record });
        }
        Err(Problem::new("setup-unknown").arg("setup", setup))
    }

    pub(crate) async fn card(&self, head: &SetupHead) -> Result<SetupCard> {
        Ok(self.open(&head.id).await?.shown().card())
    }

    /// The clients of a setup's two services.
    pub(crate) fn services(&self, head: &SetupHead) -> Result<steps::Services> {
        steps::Services::new(self.http(head.ca_pem.as_deref())?, head)
    }

    /// The same, telling `watch` of each request.
    pub(crate) fn watched_services(
        &self,
        head: &SetupHead,
        watch: Arc<dyn net::Watch>,
    ) -> Result<steps::Services> {
        steps::Services::new(self.http(head.ca_pem.as_deref())?.with_watch(watch), head)
    }

    pub(crate) async fn cloud(&self, choice: &CloudChoice) -> Result<(String, Cloud)> {
        let unknown = |name: &str| Problem::new("cloud-unknown").arg("cloud", name);
        match choice {
            CloudChoice::Named(name) => Ok((name.clone(), Cloud::named(name).ok_or_else(|| unknown(name))?)),
            CloudChoice::File(text) => {
                let cloud = Cloud::from_json(text)
                    .map_err(|error| Problem::new("cloud-refused").arg("detail", error))?;
                Ok(("file".into(), cloud))
            }
            CloudChoice::Practice => {
                let addresses = self.hosted_cloud().await?;
                Ok(("file".into(), steps::cloud(&addresses)?))
            }
        }
    }

    pub(crate) async fn name_is_free(&self, name: &str) -> Result<()> {
        for store in [&self.inner().real, &self.inner().practice] {
            if store.find(name).await?.is_some() {
                return Err(Problem::new("name-taken").arg("name", name));
            }
        }
        Ok(())
    }

    pub(crate) fn store(&self, practice: bool) -> &Store {
        if practice { &self.inner().practice } else { &self.inner().real }
    }
}

/// Answers in their kept spelling.
///
/// # Errors
/// `answer-unknown`, `answer-refused`, `answer-is-secret`
pub(crate) fn accept(guide: &Guide, answers: BTreeMap<String, String>) -> Result<BTreeMap<String, String>> {
    answers
        .into_iter()
        .map(|(id, text)| {
            let answer = guide.answer(&id).ok_or_else(|| {
                let known: Vec<&str> = guide.answers.iter().map(|answer| answer.id.as_str()).collect();
                Problem::new("answer-unknown").arg("answer", &id).arg("known", known.join(", "))
            })?;
            Ok((id, answer.accept(&text)?))
        })
        .collect()
}

/// Practice is when every service of a setup is on this machine; half of it is refused, so that nothing crosses.
pub(crate) fn is_practice(cloud: &Cloud, instance: &InstanceAddress) -> Result<bool> {
    let cloud = [&cloud.login, &cloud.graph, &cloud.entra_portal, &cloud.admin_center];
    let local = cloud.map(net::Origin::is_loopback);
    match (local, instance.origin().is_loopback()) {
        ([true, true, true, true], true) => Ok(true),
        ([false, false, false, false], false) => Ok(false),
        _ => Err(Problem::new("practice-mixed")),
    }
}

fn authority(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default()
}

/// Which service a seat signs in to.
pub(crate) fn service_of(guide: &Guide, seat: &str) -> Result<Service> {
    let found = guide.seat(seat).ok_or_else(|| Problem::new("seat-unknown").arg("seat", seat))?;
    found.service.ok_or_else(|| Problem::new("seat-signs-in-nowhere").arg("seat", seat))
}
