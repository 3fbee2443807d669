//! What the page may call.

use api::{App, Problem, Request, event::Numbered};
use serde_json::Value;
use tauri::{AppHandle, State, ipc::Channel};
use tokio::sync::broadcast::error::RecvError;

use crate::handed::Handed;

/// One request, one view. What is not a [`Request`] is refused before it gets here.
#[tauri::command]
pub async fn request(
    app: State<'_, App>,
    handed: State<'_, Handed>,
    request: Request,
) -> Result<Value, Problem> {
    // Noted before there was an App to tell.
    if let Some(file) = handed.take() {
        app.hand(file);
    }
    app.ask(request).await
}

/// Every event from now on. After a reload the page asks for those it missed, by number.
#[tauri::command]
pub fn events(
    #[cfg_attr(not(feature = "updater"), expect(unused_variables))] handle: AppHandle,
    app: State<'_, App>,
    channel: Channel<Numbered>,
) {
    tauri::async_runtime::spawn(app.inner().clone().watch());
    let mut events = app.events();
    // Not before there is somebody to ask.
    #[cfg(feature = "updater")]
    crate::update::look(&handle, &app);
    tauri::async_runtime::spawn(async move {
        loop {
            match events.recv().await {
                // A channel that takes nothing belongs to a page that is gone.
                Ok(event) => {
                    if channel.send(event).is_err() {
                        return;
                    }
                }
                // The page sees the gap in the numbers and asks.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            }
        }
    });
}
