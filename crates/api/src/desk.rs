//! Everything that one run of one setup needs, in one place that the engine borrows from.

use std::sync::{Arc, Mutex};

use setup::{
    Cancel, Engine, Ports, Problem,
    plan::Purpose,
    ports::{Clock, Progress, Resolve, Tell},
    problem::Result,
    record::SetupId,
};

use crate::{
    app::{App, Running, locked},
    event::Event,
    requests::Requests,
    session::SetupSessions,
    setups::Opened,
    system::{PracticeResolver, SystemClock, SystemResolver},
    view::run::RunningView,
};

/// Progress that a window opened meanwhile can still be told.
const REMEMBERED: usize = 200;

pub(crate) struct Desk {
    pub opened: Opened,
    pub cancel: Cancel,
    app: App,
    view: Arc<Mutex<RunningView>>,
    sessions: SetupSessions,
    clock: Box<dyn Clock>,
    resolve: Box<dyn Resolve>,
}

impl App {
    /// Takes a setup in hand. One run of a setup at a time in this process; across processes the setup's lock sees to that.
    ///
    /// # Errors
    /// `setup-unknown`, `run-under-way`
    pub(crate) async fn desk(&self, setup: &str, purpose: Option<Purpose>) -> Result<Desk> {
        let mut opened = self.open(setup).await?;
        let watch = Arc::new(Requests::new(self.clone(), opened.record.head.id.clone()));
        opened.kinds = steps::kinds(&self.watched_services(&opened.record.head, watch)?);
        let id = opened.record.head.id.clone();
        let cancel = Cancel::default();
        let view = Arc::new(Mutex::new(RunningView { purpose, progress: Vec::new() }));
        {
            let mut runs = locked(&self.inner().runs);
            if runs.contains_key(&id) {
                return Err(Problem::new("run-under-way"));
            }
            runs.insert(id, Running { cancel: cancel.clone(), view: view.clone() });
        }
        let resolve: Box<dyn Resolve> =
            if opened.record.head.practice { Box::new(PracticeResolver) } else { Box::new(SystemResolver) };
        let desk = Desk {
            sessions: self.sessions(&opened),
            app: self.clone(),
            opened,
            cancel,
            view,
            clock: Box::new(SystemClock),
            resolve,
        };
        self.changed(desk.id());
        Ok(desk)
    }

    /// Stops the setup's run in this process at its next safe point.
    ///
    /// # Errors
    /// `setup-unknown`
    pub async fn cancel(&self, setup: &str) -> Result<()> {
        let opened = self.open(setup).await?;
        if let Some(running) = locked(&self.inner().runs).get(&opened.record.head.id) {
            running.cancel.raise();
        }
        Ok(())
    }

    /// The same for every run.
    pub fn cancel_all(&self) {
        locked(&self.inner().runs).values().for_each(|running| running.cancel.raise());
        locked(&self.inner().sign_ins).values().for_each(|waiting| waiting.cancel.raise());
    }
}

impl Desk {
    pub fn id(&self) -> &SetupId {
        &self.opened.record.head.id
    }

    /// # Errors
    /// `step-unknown`, `journal-altered`
    pub async fn engine(&self, step: Option<&str>) -> Result<Engine<'_>> {
        Engine::load(&self.opened.told.guide, &self.opened.kinds, self.ports(), self.id(), step).await
    }

    fn ports(&self) -> Ports<'_> {
        Ports {
            journal: &self.opened.store,
            rows: &self.opened.store,
            vault: &*self.app.inner().vault,
            clock: &*self.clock,
            access: &self.sessions,
            resolve: &*self.resolve,
            tell: self,
            cancel: &self.cancel,
        }
    }
}

impl Tell for Desk {
    fn tell(&self, progress: Progress) {
        {
            let mut view = locked(&self.view);
            // Of a count that goes up, the last is enough.
            let counts = |progress: &Progress| matches!(progress, Progress::Counting { .. });
            if counts(&progress) && view.progress.last().is_some_and(counts) {
                view.progress.pop();
            }
            if view.progress.len() == REMEMBERED {
                view.progress.remove(0);
            }
            view.progress.push(progress.clone());
        }
        self.app.inner().hub.send(Event::Progress { setup: self.id().clone(), progress });
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        locked(&self.app.inner().runs).remove(self.id());
        self.app.changed(self.id());
    }
}
