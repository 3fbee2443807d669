//! What every router of practice shares.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use tokio::sync::{Mutex, MutexGuard};

use crate::clock::Clock;
use crate::home::Home;
use crate::practice::Options;
use crate::scenes::Scene;
use crate::traffic::Traffic;
use crate::urls::Urls;
use crate::world::World;

/// A cheap handle on the running practice; the state of all its routers.
#[derive(Clone)]
pub(crate) struct App(Arc<Shared>);

struct Shared {
    world: Mutex<World>,
    scene: &'static Scene,
    clock: Clock,
    options: Options,
    urls: Urls,
    traffic: Arc<Traffic>,
    home: Option<Home>,
}

impl App {
    pub(crate) fn new(world: World, options: Options, urls: Urls, home: Option<Home>) -> Self {
        Self(Arc::new(Shared {
            scene: world.scene,
            clock: world.clock.clone(),
            world: Mutex::new(world),
            options,
            urls,
            traffic: Arc::new(Traffic::default()),
            home,
        }))
    }

    /// The world, for this request alone. Do not keep it while asking another of practice's services: they need it too.
    pub(crate) async fn world(&self) -> WorldGuard<'_> {
        WorldGuard(self.0.world.lock().await)
    }

    pub(crate) fn scene(&self) -> &'static Scene {
        self.0.scene
    }

    /// Whether the administrator's eligible role is active now.
    pub(crate) fn role_is_active(&self) -> bool {
        let now = self.clock().advanced();
        self.scene()
            .entra
            .role_active
            .is_none_or(|times| times.iter().any(|(from, to)| (*from..*to).contains(&now)))
    }

    /// Whether Microsoft has disabled the tenant's applications by now.
    pub(crate) fn microsoft_stopped_applications(&self) -> bool {
        self.scene().entra.stopped_after.is_some_and(|after| self.clock().advanced() >= after)
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub(crate) fn options(&self) -> &Options {
        &self.0.options
    }

    pub(crate) fn urls(&self) -> &Urls {
        &self.0.urls
    }

    pub(crate) fn traffic(&self) -> &Arc<Traffic> {
        &self.0.traffic
    }

    /// Writes the world to its home when it was changed since the last time.
    ///
    /// # Errors
    /// What the file system says; the change stays marked as unsaved.
    pub(crate) async fn save(&self) -> std::io::Result<()> {
        let Some(home) = &self.0.home else { return Ok(()) };
        let mut world = self.0.world.lock().await;
        if world.unsaved {
            home.save(&world)?;
            world.unsaved = false;
        }
        Ok(())
    }
}

/// The locked world. Writing through it marks the world as unsaved.
pub(crate) struct WorldGuard<'a>(MutexGuard<'a, World>);

impl Deref for WorldGuard<'_> {
    type Target = World;

    fn deref(&self) -> &World {
        &self.0
    }
}

impl DerefMut for WorldGuard<'_> {
    fn deref_mut(&mut self) -> &mut World {
        self.0.unsaved = true;
        &mut self.0
    }
}
