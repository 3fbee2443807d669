//! The one window.

use std::path::{Path, PathBuf};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tauri::{
    App, AppHandle, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    plugin::TauriPlugin,
};
use tauri_plugin_window_state::StateFlags;

use crate::{
    arguments::{Arguments, Typed},
    handed::{self, Handed},
    zoom::Zoom,
};

const LABEL: &str = "main";

/// Opens the window, at a handover or a setup when one is named.
///
/// # Errors
/// What the system says when it cannot.
pub fn open(app: &App, arguments: &Arguments) -> tauri::Result<()> {
    let mut config = app.config().app.windows.first().cloned().unwrap_or_default();
    config.url = WebviewUrl::App(PathBuf::from(format!("index.html{}", fragment(arguments))));
    // On Linux, wry gives a page without memory a context of its own, which no driver reaches (wry 0.57, webkitgtk/mod.rs).
    config.incognito &= !is_driven();
    let window = WebviewWindowBuilder::from_config(app, &config)?.build()?;
    let zoom = Zoom::kept_in(zoom_file(app));
    zoom.show(&window);
    app.manage(zoom);
    Ok(())
}

/// Whether a test drives the window: what tauri itself goes by.
fn is_driven() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}

/// A second start, from `folder`: its window is this one.
pub fn come_forward<R: Runtime>(app: &AppHandle<R>, typed: &[String], folder: &Path) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    // A window that cannot come forward is still there.
    let _ = window.show();
    let _ = window.unminimize();
    let _ = window.set_focus();
    let Ok(Typed::Open(arguments)) = Typed::read(typed) else { return };
    if let Some(file) = &arguments.file {
        app.state::<Handed>().note(folder, file);
    }
    let _ = show(&window, &arguments);
}

/// A file that the system names while the window is open.
#[cfg(target_os = "macos")]
pub fn hand_over<R: Runtime>(app: &AppHandle<R>, file: &Path) {
    app.state::<Handed>().note(Path::new("/"), file);
    let Some(window) = app.get_webview_window(LABEL) else { return };
    let _ = window.set_focus();
    let _ = show(&window, &Arguments { file: Some(file.to_owned()), ..Arguments::default() });
}

fn show<R: Runtime>(window: &WebviewWindow<R>, arguments: &Arguments) -> tauri::Result<()> {
    let fragment = fragment(arguments);
    if fragment.is_empty() {
        return Ok(());
    }
    let mut url: Url = window.url()?;
    url.set_fragment(Some(fragment.trim_start_matches('#')));
    // Only the fragment differs, so the page is not loaded again: it hears of it.
    window.navigate(url)
}

/// Where in the page: `#handover`, or `#setup/<name>`, which the page reads as a name and nothing more.
fn fragment(arguments: &Arguments) -> String {
    match arguments {
        Arguments { file: Some(_), .. } => handed::FRAGMENT.to_owned(),
        Arguments { open: Some(setup), .. } => {
            format!("#setup/{}", utf8_percent_encode(setup, NON_ALPHANUMERIC))
        }
        _ => String::new(),
    }
}

/// Size and place are remembered; visibility and decoration are not the person's to lose.
pub fn state<R: Runtime>() -> TauriPlugin<R> {
    let state = tauri_plugin_window_state::Builder::default().with_state_flags(
        StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN,
    );
    match chosen_home() {
        // An absolute name replaces the folder that the plugin would join it to.
        Some(home) => state.with_filename(home.join("window.json").to_string_lossy()),
        None => state,
    }
    .build()
}

/// Where how large the page is shown is kept: beside size and place.
fn zoom_file(app: &App) -> Option<PathBuf> {
    let folder = chosen_home().or_else(|| app.path().app_config_dir().ok())?;
    Some(folder.join("zoom"))
}

fn chosen_home() -> Option<PathBuf> {
    let home = std::env::var_os("LIAISON_HOME").filter(|home| !home.is_empty())?;
    Some(std::path::absolute(&home).unwrap_or_else(|_| PathBuf::from(home)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setup_s_name_stays_a_name_and_a_file_s_is_not_told() {
        assert_eq!(fragment(&Arguments::default()), "");
        let setup = Arguments { open: Some("test 1/../<b>".into()), ..Arguments::default() };
        assert_eq!(fragment(&setup), "#setup/test%201%2F%2E%2E%2F%3Cb%3E");
        let file = Arguments { file: Some("/home/a/b.liaison".into()), ..Arguments::default() };
        assert_eq!(fragment(&file), "#handover");
    }
}
