//! The window's door: one page, one command for requests, one channel of events.
//!
//! What the page may ask is `api::Request`; what it may call is `capabilities/main.json`. The page is trusted with no address, path
//! or secret.

mod arguments;
mod display;
mod timing;
mod window;

use std::{io::Write, process::ExitCode};

use clap::Parser;

use arguments::Arguments;

/// What a start that was refused ends with, as on the command line.
const REFUSED: u8 = 3;

/// Runs until the window is closed.
pub fn run() -> ExitCode {
    // clap ends wrong use with 2 itself.
    let arguments = Arguments::parse();
    if let Err(sentence) = display::check() {
        return refuse(&sentence);
    }
    match open(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&error.to_string()),
    }
}

fn open(arguments: Arguments) -> tauri::Result<()> {
    tauri::Builder::default()
        // First of all plugins: a second start must end before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, typed, _folder| window::come_forward(app, &typed)))
        .plugin(window::state())
        .invoke_handler(tauri::generate_handler![timing::ready])
        .setup(move |app| {
            window::open(app, arguments.open.as_deref())?;
            Ok(())
        })
        .run(tauri::generate_context!())
}

fn refuse(sentence: &str) -> ExitCode {
    // Nobody may be reading; the exit code says it too.
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::from(REFUSED)
}
