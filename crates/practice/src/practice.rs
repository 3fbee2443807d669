//! Starting and stopping practice.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::announcement::Announcement;
use crate::app::App;
use crate::home::Home;
use crate::scenes::Scene;
use crate::site::{Service, Site};
use crate::urls::{Ports, Urls};
use crate::world::World;
use crate::{admin_center, control, entra, entra_portal, graph, instance, random, tls};

/// How practice is to run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of a [scene](crate::SCENES); absent means the one that ran last in `home`, or else `ready`.
    pub scene: Option<String>,
    /// The folder that keeps the world and its ports across restarts; absent means that it is forgotten at the end.
    pub home: Option<PathBuf>,
    /// Sign-in and consent are granted without a page, to the account hinted at or the first administrator.
    pub auto_approve: bool,
    /// Added before each request is acted upon.
    pub latency: Duration,
    /// Serve https instead of http. The control stays http.
    pub tls: Option<Tls>,
}

/// A certificate chain and its key, both PEM files. The certificate must be for 127.0.0.1.
#[derive(Clone, Debug)]
pub struct Tls {
    pub cert: PathBuf,
    pub key: PathBuf,
}

/// Why practice did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    #[error("no scene is called {0}")]
    UnknownScene(String),
    /// Another program has a port that this home's practice has always used.
    #[error("port {port} of practice ({service}) is taken by another program")]
    PortTaken { port: u16, service: &'static str },
    #[error("practice could not listen: {0}")]
    Listen(#[source] std::io::Error),
    #[error("practice could not read or write its world: {0}")]
    Home(#[source] std::io::Error),
    #[error("practice could not use the certificate or its key: {0}")]
    Tls(#[source] std::io::Error),
}

/// A running practice. Dropping it stops it too, without waiting.
pub struct Practice {
    announcement: Announcement,
    scene: &'static Scene,
    sites: JoinSet<()>,
}

impl Practice {
    /// Takes up the world of `options.home`, or makes a fresh one, and serves it.
    ///
    /// # Errors
    /// See [`Error`]. Nothing runs then.
    pub async fn start(options: Options) -> Result<Self, Error> {
        let wanted = match &options.scene {
            Some(name) => Some(Scene::named(name).ok_or_else(|| Error::UnknownScene(name.clone()))?),
            None => None,
        };
        let tls = options.tls.as_ref().map(tls::acceptor).transpose().map_err(Error::Tls)?;
        let home = options.home.as_deref().map(Home::at).transpose().map_err(Error::Home)?;
        let kept = match &home {
            Some(home) => home.take_up(wanted).map_err(Error::Home)?,
            None => None,
        };
        let (listeners, ports) =
            Listeners::bind(kept.as_ref().map(|world| world.ports).unwrap_or_default()).await?;
        let control_key = random::hex32();
        let urls = Urls::new(ports, tls.is_some(), &control_key);
        let world = match kept {
            Some(world) => world,
            None => World::new(wanted.unwrap_or_else(Scene::ready), ports, &urls).map_err(Error::Home)?,
        };
        let announcement = Announcement::of(&world, &urls);
        let app = App::new(world, options, urls, home);
        let scene = app.scene();
        app.save().await.map_err(Error::Home)?;

        let all = [ports.login, ports.graph, ports.entra_portal, ports.admin_center, ports.instance];
        let mut sites = JoinSet::new();
        let mut serve = |service: Service, listener: TcpListener, port: u16, router: Router| {
            let tls = tls.clone().filter(|_| service != Service::Control);
            let site = Site::new(service, app.clone(), router, tls, port, &all);
            sites.spawn(Arc::new(site).run(listener));
        };
        serve(Service::Login, listeners.login, ports.login, entra::router(app.clone()));
        serve(Service::Graph, listeners.graph, ports.graph, graph::router(app.clone()));
        serve(
            Service::EntraPortal,
            listeners.entra_portal,
            ports.entra_portal,
            entra_portal::router(app.clone()),
        );
        serve(
            Service::AdminCenter,
            listeners.admin_center,
            ports.admin_center,
            admin_center::router(app.clone()),
        );
        serve(Service::Servicenow, listeners.instance, ports.instance, instance::router(app.clone()));
        serve(Service::Control, listeners.control, ports.control, control::router(app.clone(), &control_key));
        Ok(Self { announcement, scene, sites })
    }

    /// What is needed to use it.
    #[must_use]
    pub fn announcement(&self) -> &Announcement {
        &self.announcement
    }

    /// The situation that it plays.
    #[must_use]
    pub fn scene(&self) -> &'static Scene {
        self.scene
    }

    /// Closes all connections and gives the ports back.
    pub async fn stop(mut self) {
        self.sites.shutdown().await;
    }
}

struct Listeners {
    login: TcpListener,
    graph: TcpListener,
    entra_portal: TcpListener,
    admin_center: TcpListener,
    instance: TcpListener,
    control: TcpListener,
}

impl Listeners {
    /// Binds the given ports (any free one for zero) and says which they are.
    async fn bind(wanted: Ports) -> Result<(Self, Ports), Error> {
        let listeners = Self {
            login: listen(wanted.login, Service::Login).await?,
            graph: listen(wanted.graph, Service::Graph).await?,
            entra_portal: listen(wanted.entra_portal, Service::EntraPortal).await?,
            admin_center: listen(wanted.admin_center, Service::AdminCenter).await?,
            instance: listen(wanted.instance, Service::Servicenow).await?,
            control: listen(wanted.control, Service::Control).await?,
        };
        let port = |listener: &TcpListener| listener.local_addr().map(|at| at.port()).map_err(Error::Listen);
        let ports = Ports {
            login: port(&listeners.login)?,
            graph: port(&listeners.graph)?,
            entra_portal: port(&listeners.entra_portal)?,
            admin_center: port(&listeners.admin_center)?,
            instance: port(&listeners.instance)?,
            control: port(&listeners.control)?,
        };
        Ok((listeners, ports))
    }
}

async fn listen(port: u16, service: Service) -> Result<TcpListener, Error> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Error::PortTaken { port, service: service.name() },
        _ => Error::Listen(error),
    })
}
