//! One running Liaison.

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use net::Http;
use setup::{
    Cancel, Observed, Problem, StepId,
    guide::{Guide, SeatId},
    problem::Result,
    record::SetupId,
};
use store::Store;
use tokio::sync::broadcast;
use vault::Source;

use crate::{
    browser::Browser,
    clipboard,
    event::{Event, Numbered},
    folders::Folders,
    guides::{Guides, Told},
    handover::Desk,
    hub::Hub,
    log,
    practice::Hosted,
    session::Sessions,
    settings,
    sign_in::UnderWay,
    view::{
        guide::{GuideView, PicturesView},
        home::{BeginView, HomeView, PracticeView},
        run::RunningView,
        settings::{ProxyView, SettingsView},
    },
};

/// How to start.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where everything is kept; the system's place for it when absent.
    pub home: Option<PathBuf>,
    /// An identity file instead of the keychain.
    pub identity: Option<PathBuf>,
    /// Without a keychain, work from memory instead of refusing. For the window, which says so.
    pub memory_is_fine: bool,
    /// Folders of guides beside the built-in ones.
    pub guides: Vec<PathBuf>,
}

/// Cheap to clone; clones are the same Liaison.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub(crate) struct Inner {
    pub folders: Folders,
    pub browser: Browser,
    pub guides: Guides,
    pub vault: Arc<vault::Vault>,
    pub hub: Hub,
    pub real: Store,
    pub practice: Store,
    pub settings: Mutex<SettingsView>,
    pub runs: Mutex<HashMap<SetupId, Running>>,
    pub sign_ins: Mutex<HashMap<(SetupId, SeatId), UnderWay>>,
    /// Until when a role that was just activated is waited for.
    pub roles: Mutex<HashMap<SetupId, std::time::Instant>>,
    /// What the last check of this process saw.
    pub observed: Mutex<HashMap<SetupId, BTreeMap<StepId, Observed>>>,
    pub sessions: Sessions,
    /// The secret that somebody copied.
    pub concealed: clipboard::Concealed,
    /// One client for each extra certificate authority, so that connections are shared.
    https: Mutex<HashMap<Option<String>, Http>>,
    /// Where the answer about a newer version is waited for.
    pub update: Mutex<Option<tokio::sync::oneshot::Sender<bool>>>,
    hosted: tokio::sync::Mutex<Option<Hosted>>,
    hosted_view: Mutex<Option<PracticeView>>,
    pub handed: Desk,
}

/// A run of this process.
#[derive(Clone)]
pub(crate) struct Running {
    pub cancel: Cancel,
    pub view: Arc<Mutex<RunningView>>,
}

pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// For the command line, as the environment says: `LIAISON_HOME`, `LIAISON_IDENTITY`, `LIAISON_BROWSER`, and guides of folders in
    /// `LIAISON_GUIDES`.
    ///
    /// # Errors
    /// See [`App::start`].
    pub fn from_environment() -> Result<Self> {
        let identity =
            std::env::var_os("LIAISON_IDENTITY").filter(|path| !path.is_empty()).map(PathBuf::from);
        Self::start(Options { identity, guides: guide_folders(), ..Options::default() })
    }

    /// The same for the window, which knows no identity file and can say that nothing outlives the session.
    ///
    /// # Errors
    /// See [`App::start`].
    pub fn for_window() -> Result<Self> {
        Self::start(Options { memory_is_fine: true, guides: guide_folders(), ..Options::default() })
    }

    /// # Errors
    /// A data folder, store, settings file or guide that cannot be used; nothing is started then.
    pub fn start(options: Options) -> Result<Self> {
        let folders = match options.home {
            Some(home) => Folders::at(home)?,
            None => Folders::locate()?,
        };
        log::start(&folders.logs())?;
        let mut guides = Guides::built_in()?;
        for folder in &options.guides {
            guides.add_folder(folder)?;
        }
        let source = match options.identity {
            Some(file) => Source::File(file),
            None if options.memory_is_fine => Source::KeychainOrMemory,
            None => Source::Keychain,
        };
        Ok(Self(Arc::new(Inner {
            settings: Mutex::new(settings::load(&folders.settings())?),
            real: Store::open(&folders.real())?,
            practice: Store::open(&folders.practice())?,
            folders,
            browser: Browser::from_environment(),
            guides,
            vault: Arc::new(vault::Vault::new(source)),
            hub: Hub::default(),
            runs: Mutex::default(),
            sign_ins: Mutex::default(),
            roles: Mutex::default(),
            observed: Mutex::default(),
            sessions: Sessions::default(),
            concealed: clipboard::Concealed::default(),
            https: Mutex::default(),
            update: Mutex::default(),
            hosted: tokio::sync::Mutex::default(),
            hosted_view: Mutex::default(),
            handed: Desk::default(),
        })))
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }

    /// Every event from now on.
    pub fn events(&self) -> broadcast::Receiver<Numbered> {
        self.0.hub.listen()
    }

    /// Begins to simulate both services in this process, if that is not done yet.
    ///
    /// # Errors
    /// `practice-not-started`
    pub async fn host_practice(&self, scene: Option<String>) -> Result<PracticeView> {
        let mut hosted = self.0.hosted.lock().await;
        if hosted.is_none() {
            *hosted = Some(Hosted::start(self.0.folders.practice_services(), scene).await?);
        }
        let view = hosted.as_ref().map(Hosted::view).ok_or_else(|| Problem::new("practice-not-running"))?;
        *locked(&self.0.hosted_view) = Some(view.clone());
        Ok(view)
    }

    /// Whether both services are simulated in this process.
    pub fn is_practising(&self) -> bool {
        locked(&self.0.hosted_view).is_some()
    }

    /// Begins practice anew: the services forget everything, and so do the setups that were made on them.
    ///
    /// # Errors
    /// `practice-not-running`; `setup-busy` or `run-under-way` while somebody works on one of them, and then all stays.
    pub async fn reset_practice(&self) -> Result<HomeView> {
        let mut hosted = self.0.hosted.lock().await;
        let scene = hosted.as_ref().map(|hosted| hosted.view().scene);
        let scene = scene.ok_or_else(|| Problem::new("practice-not-running"))?;
        let heads = self.0.practice.list().await?;
        if heads.iter().any(|head| locked(&self.0.runs).contains_key(&head.id)) {
            return Err(Problem::new("run-under-way"));
        }
        let locks = heads.iter().map(|head| self.0.practice.lock(&head.id)).collect::<Result<Vec<_>>>()?;
        if let Some(running) = hosted.take() {
            running.stop().await;
        }
        Hosted::forget(&self.0.folders.practice_services())?;
        for head in &heads {
            self.0.practice.delete(&head.id).await?;
            locked(&self.0.observed).remove(&head.id);
        }
        drop(locks);
        let begun = Hosted::start(self.0.folders.practice_services(), Some(scene)).await?;
        *locked(&self.0.hosted_view) = Some(begun.view());
        *hosted = Some(begun);
        drop(hosted);
        self.0.hub.send(Event::HomeChanged);
        self.home().await
    }

    /// Whether that is the instance of the practice that this process hosts.
    pub(crate) fn hosts(&self, instance: &str) -> bool {
        locked(&self.0.hosted_view).as_ref().is_some_and(|view| view.instance == instance)
    }

    /// The addresses of the practice that this process hosts.
    pub(crate) async fn hosted_cloud(&self) -> Result<setup::record::CloudAddresses> {
        let hosted = self.0.hosted.lock().await;
        hosted.as_ref().map(Hosted::cloud).ok_or_else(|| Problem::new("practice-not-running"))
    }

    /// Stops runs at their next safe point, and practice. A secret that was copied leaves the clipboard.
    pub async fn close(&self) {
        self.cancel_all();
        self.clear_clipboard().await;
        if let Some(hosted) = self.0.hosted.lock().await.take() {
            hosted.stop().await;
        }
    }

    /// # Errors
    /// Why a store cannot be read.
    pub async fn home(&self) -> Result<HomeView> {
        let mut setups = Vec::new();
        for store in [&self.0.real, &self.0.practice] {
            for head in store.list().await? {
                setups.push(self.card(&head).await?);
            }
        }
        setups.sort_by(|one, other| other.created_at.cmp(&one.created_at));
        Ok(HomeView {
            version: env!("CARGO_PKG_VERSION").into(),
            guides: self.0.guides.ids().cloned().collect(),
            setups,
            practice: locked(&self.0.hosted_view).clone(),
            keychain: self.0.vault.fallen_back(),
        })
    }

    /// # Errors
    /// `guide-unknown`
    pub fn guide(&self, id: &str) -> Result<GuideView> {
        let told = self.0.guides.get(id)?;
        let Told { guide, words, .. } = &*told;
        Ok(GuideView {
            id: guide.id.clone(),
            title: guide.source.title.clone(),
            retired_on: guide.retired.as_ref().map(|retired| retired.on.clone()),
            seats: guide.seats.iter().map(|seat| seat.id.clone()).collect(),
            words: words.clone(),
        })
    }

    /// # Errors
    /// `guide-unknown`
    pub fn pictures(&self, guide: &str) -> Result<PicturesView> {
        Ok(PicturesView { pictures: self.0.guides.get(guide)?.pictures.clone() })
    }

    /// # Errors
    /// As [`App::home`].
    pub async fn begin(&self) -> Result<BeginView> {
        let guides = self.0.guides.ids().map(|id| self.guide(id)).collect::<Result<_>>()?;
        Ok(BeginView { home: self.home().await?, settings: self.settings(), guides })
    }

    /// The guide as data.
    ///
    /// # Errors
    /// `guide-unknown`
    pub fn guide_definition(&self, id: &str) -> Result<Guide> {
        Ok(self.0.guides.get(id)?.guide.clone())
    }

    pub fn settings(&self) -> SettingsView {
        locked(&self.0.settings).clone()
    }

    /// # Errors
    /// `settings-refused` or `settings-not-kept`; nothing changes then.
    pub fn change_settings(&self, mut chosen: SettingsView) -> Result<SettingsView> {
        // A page that was read before the question was answered does not take the answer back.
        chosen.updates = chosen.updates.or(self.settings().updates);
        settings::keep(&self.0.folders.settings(), &chosen)?;
        *locked(&self.0.settings) = chosen.clone();
        // Proxy and certificates take hold with the next request.
        locked(&self.0.https).clear();
        Ok(chosen)
    }

    /// The HTTP client for a setup with that extra certificate authority (PEM).
    pub(crate) fn http(&self, ca_pem: Option<&str>) -> Result<Http> {
        let settings = self.settings();
        let both: Vec<&str> = ca_pem.into_iter().chain(settings.extra_ca.as_deref()).collect();
        let key = (!both.is_empty()).then(|| both.join("\n"));
        let mut https = locked(&self.0.https);
        if let Some(http) = https.get(&key) {
            return Ok(http.clone());
        }
        let http = Http::new(net::HttpSettings {
            proxy: match settings.proxy {
                ProxyView::System => net::Proxy::System,
                ProxyView::None => net::Proxy::None,
                ProxyView::Address { address } => net::Proxy::Url(
                    address.parse().map_err(|_| Problem::new("settings-refused").arg("field", "proxy"))?,
                ),
            },
            extra_ca: key.as_ref().map(|pem| pem.clone().into_bytes()),
            ..net::HttpSettings::default()
        })
        .map_err(|error| steps::problem::of_settings(&error))?;
        https.insert(key, http.clone());
        Ok(http)
    }

    pub(crate) fn changed(&self, setup: &SetupId) {
        self.0.hub.send(Event::SetupChanged { setup: setup.clone() });
    }
}

/// The folders in `LIAISON_GUIDES`.
pub(crate) fn guide_folders() -> Vec<PathBuf> {
    let folders = std::env::var_os("LIAISON_GUIDES").filter(|paths| !paths.is_empty());
    folders.map(|paths| std::env::split_paths(&paths).collect()).unwrap_or_default()
}
