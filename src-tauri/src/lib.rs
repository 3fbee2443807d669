//! The window's door: one page, one command for requests, one channel of events.
//!
//! What the page may ask is `api::Request`; what it may call is `capabilities/main.json`. The page is trusted with no address, path
//! or secret.

mod arguments;
mod closing;
mod display;
mod door;
mod timing;
mod window;

use std::{io::Write, process::ExitCode};

use api::{App, Problem};
use clap::Parser;
use words::Words;

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

fn open(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let liaison = App::for_window().map_err(|problem| told(&problem))?;
    if arguments.practice {
        // Hosted before the page asks for it, so that its first screen is the right one.
        tauri::async_runtime::block_on(liaison.host_practice(arguments.scene.clone()))
            .map_err(|problem| told(&problem))?;
    }
    let at_the_end = liaison.clone();
    tauri::Builder::default()
        // First of all plugins: a second start must end before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, typed, _folder| window::come_forward(app, &typed)))
        .plugin(window::state())
        .manage(liaison)
        .invoke_handler(tauri::generate_handler![door::request, door::events, closing::leave, timing::ready])
        .on_window_event(closing::asked)
        .setup(move |app| {
            window::open(app, arguments.open.as_deref())?;
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(move |_, event| {
            if let tauri::RunEvent::Exit = event {
                // What was begun is ended at its next safe point, and practice saves its world.
                tauri::async_runtime::block_on(at_the_end.close());
            }
        });
    Ok(())
}

/// There is no page yet to say it.
fn told(problem: &Problem) -> String {
    Words::for_terminal(&api::guides_words()).say(&problem.code, &problem.args)
}

fn refuse(sentence: &str) -> ExitCode {
    // Nobody may be reading; the exit code says it too.
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::from(REFUSED)
}
