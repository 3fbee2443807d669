//! The one window.

use std::path::PathBuf;

use clap::Parser;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tauri::{
    App, AppHandle, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    plugin::TauriPlugin,
};
use tauri_plugin_window_state::StateFlags;

use crate::arguments::Arguments;

const LABEL: &str = "main";

/// Opens the window, at a setup when one is named.
///
/// # Errors
/// What the system says when it cannot.
pub fn open(app: &App, setup: Option<&str>) -> tauri::Result<()> {
    let mut config = app.config().app.windows.first().cloned().unwrap_or_default();
    config.url = WebviewUrl::App(PathBuf::from(format!("index.html{}", fragment(setup))));
    // On Linux, wry gives a page without memory a context of its own, which no driver reaches (wry 0.57, webkitgtk/mod.rs).
    config.incognito &= !is_driven();
    WebviewWindowBuilder::from_config(app, &config)?.build()?;
    Ok(())
}

/// Whether a test drives the window: what tauri itself goes by.
fn is_driven() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}

/// A second start: its window is this one.
pub fn come_forward<R: Runtime>(app: &AppHandle<R>, typed: &[String]) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    // A window that cannot come forward is still there.
    let _ = window.show();
    let _ = window.unminimize();
    let _ = window.set_focus();
    if let Ok(Arguments { open: Some(setup), .. }) = Arguments::try_parse_from(typed) {
        let _ = show(&window, &setup);
    }
}

fn show<R: Runtime>(window: &WebviewWindow<R>, setup: &str) -> tauri::Result<()> {
    let mut url: Url = window.url()?;
    url.set_fragment(Some(fragment(Some(setup)).trim_start_matches('#')));
    // Only the fragment differs, so the page is not loaded again: it hears of it.
    window.navigate(url)
}

/// Where in the page: `#setup/<name>`, which the page reads as a name and nothing more.
fn fragment(setup: Option<&str>) -> String {
    let Some(setup) = setup else { return String::new() };
    format!("#setup/{}", utf8_percent_encode(setup, NON_ALPHANUMERIC))
}

/// Size and place are remembered; visibility and decoration are not the person's to lose.
pub fn state<R: Runtime>() -> TauriPlugin<R> {
    let state = tauri_plugin_window_state::Builder::default().with_state_flags(
        StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN,
    );
    match std::env::var_os("LIAISON_HOME").filter(|home| !home.is_empty()) {
        // An absolute name replaces the folder that the plugin would join it to.
        Some(home) => {
            let file = std::path::absolute(&home).unwrap_or_else(|_| PathBuf::from(home)).join("window.json");
            state.with_filename(file.to_string_lossy())
        }
        None => state,
    }
    .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setup_s_name_stays_a_name() {
        assert_eq!(fragment(None), "");
        assert_eq!(fragment(Some("test 1/../<b>")), "#setup/test%201%2F%2E%2E%2F%3Cb%3E");
    }
}
