//! Whether a window can be shown at all.

/// # Errors
/// A sentence for the person: there is no display.
#[cfg(target_os = "linux")]
pub fn check() -> Result<(), String> {
    // tao initialises GTK too, but panics where this answers.
    gtk::init().map_err(|_| {
        "Liaison cannot open its window: there is no display (neither WAYLAND_DISPLAY nor DISPLAY leads to one). \
         In a terminal, `liaison` does the same."
            .to_owned()
    })
}

/// Windows and macOS start no window program without a desktop.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub fn check() -> Result<(), String> {
    Ok(())
}
