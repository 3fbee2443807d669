//! Newer versions, in builds that were given a key (feature `updater`; docs/packaging.md). All of it is Rust's: the page shows questions
//! and sends yes or no.

use std::{sync::Once, time::Duration};

use api::{App, Problem, view::update::UpdateView};
use tauri::AppHandle;
use update::{Installation, Outcome, Person, Source, UpdateError, Version};

/// Minisign's public key, in one line of base64.
const KEY: &str = env!("LIAISON_UPDATE_KEY");
/// The address of a folder, with a slash at its end.
const FOLDER: &str = env!("LIAISON_UPDATES_AT");

/// How often is looked whether a run is over.
const GLANCE: Duration = Duration::from_millis(500);

/// Looks for a newer version, once in the life of this program, if the installation is ours to replace. Not in practice, of which
/// nothing leaves this computer.
pub fn look(handle: &AppHandle, liaison: &App) {
    static LOOKED: Once = Once::new();
    if liaison.is_practising() {
        return;
    }
    let (handle, liaison) = (handle.clone(), liaison.clone());
    LOOKED.call_once(|| {
        let Some(installation) = Installation::here() else { return };
        tauri::async_runtime::spawn(async move {
            let person = AtTheWindow { liaison: liaison.clone(), said_yes: false.into() };
            match updated(&person, &installation).await {
                Ok(Some((_, Outcome::AfterClosing))) => handle.exit(0),
                Ok(Some((version, Outcome::Replaced))) => {
                    liaison.tell_of_update(UpdateView::Replaced { version: version.to_string() });
                }
                Ok(Some((version, Outcome::Opened))) => {
                    liaison.tell_of_update(UpdateView::Opened { version: version.to_string() });
                }
                Ok(None) => {}
                // Who said yes to an update waits for it. Nobody waits for a look, and it is in the log.
                Err(problem) if person.has_said_yes() => {
                    liaison.tell_of_update(UpdateView::Failed { problem })
                }
                Err(_) => {}
            }
        });
    });
}

async fn updated(
    person: &AtTheWindow,
    installation: &Installation,
) -> Result<Option<(Version, Outcome)>, Problem> {
    let running = Version::parse(env!("CARGO_PKG_VERSION"))
        .map_err(|error| told(&UpdateError::Build(error.to_string())))?;
    let source = Source::new(FOLDER, KEY).map_err(|error| told(&error))?;
    let http = person.liaison.http_for_updates()?;
    update::run(&source, &http, installation, &running, person).await.map_err(|error| told(&error))
}

struct AtTheWindow {
    liaison: App,
    said_yes: std::sync::atomic::AtomicBool,
}

impl AtTheWindow {
    fn has_said_yes(&self) -> bool {
        self.said_yes.load(std::sync::atomic::Ordering::Relaxed)
    }
}

impl Person for AtTheWindow {
    async fn lets_look(&self) -> bool {
        let host = FOLDER.split('/').nth(2).unwrap_or_default();
        self.liaison.lets_look_for_updates(host).await
    }

    async fn lets_install(&self, version: &Version) -> bool {
        let yes = self.liaison.lets_install_update(&version.to_string()).await;
        self.said_yes.store(yes, std::sync::atomic::Ordering::Relaxed);
        // A run goes on with the program that began it.
        while yes && self.liaison.is_running() {
            tokio::time::sleep(GLANCE).await;
        }
        yes
    }
}

fn told(error: &UpdateError) -> Problem {
    match error {
        UpdateError::Signature | UpdateError::File | UpdateError::List(_) | UpdateError::Build(_) => {
            Problem::new("update-not-proven").arg("detail", error)
        }
        UpdateError::Net(error) => Problem::new("update-not-fetched").arg("detail", error),
        UpdateError::Answer { .. } => Problem::new("update-not-fetched").arg("detail", error),
        UpdateError::Place(error) => Problem::new("update-not-placed").arg("detail", error),
    }
}
