//! The window's door: one page, one command for requests, one channel of events.
//!
//! What the page may ask is `api::Request`; what it may call is `capabilities/main.json`. The page is trusted with no address, path
//! or secret.

mod arguments;
mod display;
mod door;
mod timing;
mod window;

use std::{io::Write, process::ExitCode};

use api::{App, Problem};
use tauri::Manager;
use words::Words;

use arguments::{Arguments, Typed, USAGE};

// What a start ends with that was typed wrong or was refused, as on the command line.
const WRONG_USE: u8 = 2;
const REFUSED: u8 = 3;

/// Runs until the window is closed.
pub fn run() -> ExitCode {
    let arguments = match Typed::read(std::env::args_os()) {
        Ok(Typed::Open(arguments)) => arguments,
        Ok(Typed::Help) => return say(USAGE),
        Ok(Typed::Version) => return say(concat!("liaison-desktop ", env!("CARGO_PKG_VERSION"), "\n")),
        Err(error) => return refuse(WRONG_USE, &format!("{error}\n\n{USAGE}")),
    };
    if let Err(sentence) = display::check() {
        return refuse(REFUSED, &sentence);
    }
    match open(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(REFUSED, &error.to_string()),
    }
}

fn open(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let app = tauri::Builder::default()
        // First of all plugins: a second start ends here, before it opens or takes anything.
        .plugin(tauri_plugin_single_instance::init(|app, typed, _folder| window::come_forward(app, &typed)))
        .plugin(window::state())
        .invoke_handler(tauri::generate_handler![door::request, door::events, timing::ready])
        .build(tauri::generate_context!())?;
    // The web view's processes come up while the stores are opened; the page is served once `run` has begun.
    window::open(&app, arguments.open.as_deref())?;
    let liaison = App::for_window().map_err(|problem| told(&problem))?;
    if arguments.practice {
        // Hosted before the page asks for it, so that its first screen is the right one.
        tauri::async_runtime::block_on(liaison.host_practice(arguments.scene))
            .map_err(|problem| told(&problem))?;
    }
    app.manage(liaison.clone());
    app.run(move |_, event| {
        if let tauri::RunEvent::Exit = event {
            // What was begun is ended at its next safe point, and practice saves its world.
            tauri::async_runtime::block_on(liaison.close());
        }
    });
    Ok(())
}

/// There is no page yet to say it.
fn told(problem: &Problem) -> String {
    Words::for_terminal(&api::guides_words()).say(&problem.code, &problem.args)
}

fn say(text: &str) -> ExitCode {
    // Nobody may be reading.
    let _ = write!(std::io::stdout(), "{text}");
    ExitCode::SUCCESS
}

fn refuse(code: u8, sentence: &str) -> ExitCode {
    // Nobody may be reading; the exit code says it too.
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::from(code)
}
