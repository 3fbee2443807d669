//! Whether a window can be shown at all.

use api::Problem;

/// What the desktop knows this program by: the name of its desktop entry and the `identifier` of tauri.conf.json.
#[cfg(target_os = "linux")]
const ID: &str = "io.github.liaison-setup.liaison";

/// # Errors
/// `display-absent`
#[cfg(target_os = "linux")]
pub fn check() -> Result<(), Problem> {
    // GTK gives windows this name as their app ID (Wayland) and class (X11), by which the desktop finds name and icon.
    gtk::glib::set_prgname(Some(ID));
    // tao initialises GTK too, but panics where this answers.
    gtk::init().map_err(|_| Problem::new("display-absent").hint("hint-terminal"))?;
    gtk::gdk::set_program_class(ID);
    Ok(())
}

/// # Errors
/// `web-view-absent`: Windows has it as a part of its own, which a computer may lack.
#[cfg(windows)]
pub fn check() -> Result<(), Problem> {
    tauri::webview_version()
        .map(|_| ())
        .map_err(|_| Problem::new("web-view-absent").hint("hint-web-view").hint("hint-terminal"))
}

/// macOS starts no window program without a desktop, and has its web view always.
///
/// # Errors
/// None.
#[cfg(target_os = "macos")]
pub fn check() -> Result<(), Problem> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_the_bundle_s() {
        let config: serde_json::Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
        assert_eq!(config["identifier"], ID);
    }
}
