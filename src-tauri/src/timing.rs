//! How long the start took, for `./dev bench`.

use std::{
    io::Write,
    time::{SystemTime, UNIX_EPOCH},
};

/// The page calls this once its first control can be used. With `LIAISON_TIMING=1` the moment goes to standard output, as
/// `FIRST_SCREEN unix_ms=N`.
#[tauri::command]
pub fn ready() {
    if std::env::var_os("LIAISON_TIMING").is_none_or(|value| value != "1") {
        return;
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    // A closed pipe is nobody's loss.
    let mut out = std::io::stdout();
    let _ = writeln!(out, "FIRST_SCREEN unix_ms={now}").and_then(|()| out.flush());
}
