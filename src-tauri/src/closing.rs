//! Leaving while a run goes on: without a window until it is done, or at its next safe point.

use std::time::Duration;

use api::App;
use serde::Deserialize;
use tauri::{AppHandle, Manager, State, Window, WindowEvent};

/// How often is looked whether the run is over.
const GLANCE: Duration = Duration::from_millis(200);

/// What the person answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Leave {
    /// The run goes on without a window; Liaison ends with it.
    GoOn,
    /// The run stops at its next safe point, and Liaison ends then.
    Stop,
}

/// Keeps a window open that is closed during a run, and has the page ask.
pub fn asked(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api: close, .. } = event else { return };
    // Before it is there, nothing can run.
    let Some(liaison) = window.try_state::<App>() else { return };
    if liaison.is_running() {
        close.prevent_close();
        liaison.ask_how_to_close();
    }
}

/// Closes the window as its own button does: Ctrl+Q and Ctrl+W, which only macOS has in a menu.
#[tauri::command]
pub fn close(window: Window) {
    // A window that is gone is closed.
    let _ = window.close();
}

/// Leaves as the person said. Who starts Liaison again meanwhile has the window back, and nothing ends.
#[tauri::command]
pub fn leave(app: AppHandle, liaison: State<'_, App>, how: Leave) {
    if how == Leave::Stop {
        liaison.cancel_all();
    }
    for window in app.webview_windows().values() {
        // A window that cannot hide is in the way of nothing.
        let _ = window.hide();
    }
    let liaison = liaison.inner().clone();
    tauri::async_runtime::spawn(async move {
        while liaison.is_running() {
            tokio::time::sleep(GLANCE).await;
        }
        let is_back = app.webview_windows().values().any(|window| window.is_visible().unwrap_or_default());
        if !is_back {
            app.exit(0);
        }
    });
}
