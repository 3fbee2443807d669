//! What a person says about newer versions of Liaison itself. Only a window that was built with the updater asks.

use setup::problem::Result;
use tokio::sync::oneshot;

use crate::{
    app::{App, locked},
    event::Event,
    view::{settings::SettingsView, update::UpdateView},
};

impl App {
    /// Whether `host` may be asked for newer versions: as Settings say, or as the person does, once.
    pub async fn lets_look_for_updates(&self, host: &str) -> bool {
        if let Some(chosen) = self.settings().updates {
            return chosen;
        }
        let Some(yes) = self.ask_about_updates(UpdateView::MayLook { host: host.to_owned() }).await else {
            return false;
        };
        // What cannot be kept is asked for again at the next start.
        let _ = self.change_settings(SettingsView { updates: Some(yes), ..self.settings() });
        yes
    }

    /// Whether `version` may be fetched and installed now.
    pub async fn lets_install_update(&self, version: &str) -> bool {
        let question = UpdateView::MayInstall { version: version.to_owned() };
        self.ask_about_updates(question).await.unwrap_or_default()
    }

    /// The client that newer versions are fetched with: proxy and certificates are those of Settings.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub fn http_for_updates(&self) -> Result<net::Http> {
        self.http(None)
    }

    /// Tells what became of an update.
    pub fn tell_of_update(&self, what: UpdateView) {
        self.inner().hub.send(Event::Update { update: what });
    }

    pub(crate) fn answer_about_updates(&self, yes: bool) {
        if let Some(asked) = locked(&self.inner().update).take() {
            // Who asked may have gone.
            let _ = asked.send(yes);
        }
    }

    /// None when nobody answered.
    async fn ask_about_updates(&self, question: UpdateView) -> Option<bool> {
        let (answer, answered) = oneshot::channel();
        *locked(&self.inner().update) = Some(answer);
        self.tell_of_update(question);
        answered.await.ok()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{Options, Request};

    fn app(home: &tempfile::TempDir) -> App {
        App::start(Options { home: Some(home.path().into()), ..Options::default() }).unwrap()
    }

    #[tokio::test]
    async fn looking_is_asked_for_once_and_kept_installing_each_time() {
        let home = tempfile::tempdir().unwrap();
        let liaison = app(&home);
        let mut events = liaison.events();
        let answering = liaison.clone();
        let answers = async move {
            for yes in [true, false] {
                let event = events.recv().await.unwrap().event;
                assert!(matches!(event, Event::Update { .. }), "{event:?}");
                answering.ask(Request::UpdateAnswer { yes }).await.unwrap();
            }
            events
        };
        let questions = async {
            let looks = liaison.lets_look_for_updates("updates.example").await;
            (looks, liaison.lets_install_update("9.9.9").await)
        };
        let (said, mut events) = tokio::join!(questions, answers);
        assert_eq!(said, (true, false));
        assert!(liaison.lets_look_for_updates("updates.example").await, "said before");
        assert!(events.try_recv().is_err(), "nothing was asked again");
        assert_eq!(app(&home).settings().updates, Some(true), "kept for the next start");
    }
}
