//! The smallest honest Tauri window: what `./dev bench` holds Liaison's start and memory against.
//!
//! One page with one button, the same web view settings, no plugin and no work of its own.

use std::{
    io::Write,
    time::{SystemTime, UNIX_EPOCH},
};

/// The page calls this once its button can be used, in the frame in which Liaison's page does the same.
#[tauri::command]
fn ready() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let mut out = std::io::stdout();
    // A closed pipe is nobody's loss.
    let _ = writeln!(out, "FIRST_SCREEN unix_ms={now}").and_then(|()| out.flush());
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![ready])
        .run(tauri::generate_context!("examples/bare/tauri.conf.json"))
}
