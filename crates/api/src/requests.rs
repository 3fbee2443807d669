//! Each request of a run as it goes, and why the next one waits.

use std::{
    sync::Mutex,
    time::{Duration, Instant},
};

use net::{NetError, RequestLine, WaitReason, Watch};
use setup::record::SetupId;

use crate::{
    app::{App, locked},
    event::Event,
    view::run::{RequestView, WaitView},
};

/// Nobody reads faster. A bulk step sends thousands.
const AT_MOST_EVERY: Duration = Duration::from_millis(100);

pub(crate) struct Requests {
    app: App,
    setup: SetupId,
    last: Mutex<Option<Instant>>,
}

impl Requests {
    pub fn new(app: App, setup: SetupId) -> Self {
        Self { app, setup, last: Mutex::default() }
    }

    fn tell(&self, line: &RequestLine, wait: Option<WaitView>) {
        let RequestLine { method, host, path, .. } = line.clone();
        let request = RequestView { method, host, path, wait };
        self.app.inner().hub.send(Event::Request { setup: self.setup.clone(), request });
    }
}

impl Watch for Requests {
    fn sent(&self, request: &RequestLine) {
        let mut last = locked(&self.last);
        if last.is_none_or(|last| last.elapsed() >= AT_MOST_EVERY) {
            *last = Some(Instant::now());
            drop(last);
            self.tell(request, None);
        }
    }

    fn answered(&self, _: &RequestLine, _: u16, _: Duration) {}

    fn failed(&self, _: &RequestLine, _: &NetError, _: Duration) {}

    fn waiting(&self, request: &RequestLine, reason: WaitReason, wait: Duration) {
        let seconds = u32::try_from(wait.as_secs_f64().ceil() as u64).unwrap_or(u32::MAX);
        self.tell(request, Some(WaitView { reason: format!("wait-service-{}", reason.name()), seconds }));
    }
}
