//! The window's door: one page, one command for requests, one channel of events.
//!
//! What the page may ask is `api::Request`; what it may call is `capabilities/main.json`. The page is trusted with no address, path
//! or secret.

mod arguments;
mod closing;
mod display;
mod door;
mod handed;
mod refusal;
mod timing;
#[cfg(feature = "updater")]
mod update;
mod window;
mod zoom;

use std::{io::Write, path::Path, process::ExitCode};

use api::App;
use tauri::{Manager, RunEvent};

use arguments::{Arguments, Typed, USAGE};
use handed::Handed;
use refusal::{refuse, told};

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
    if let Err(problem) = display::check() {
        return refuse(REFUSED, &told(&problem));
    }
    match open(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(REFUSED, &error.to_string()),
    }
}

fn open(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let handed = Handed::default();
    if let Some(file) = &arguments.file {
        handed.note(&std::env::current_dir()?, file);
    }
    let app = tauri::Builder::default()
        // First of all plugins: a second start ends here, before it opens or takes anything.
        .plugin(tauri_plugin_single_instance::init(|app, typed, folder| {
            window::come_forward(app, &typed, Path::new(&folder));
        }))
        .plugin(window::state())
        .manage(handed)
        .invoke_handler(tauri::generate_handler![
            door::request,
            door::events,
            closing::close,
            closing::leave,
            timing::ready,
            zoom::zoom
        ])
        .on_window_event(closing::asked)
        .build(tauri::generate_context!())?;
    // The web view's processes come up while the stores are opened; the page is served once `run` has begun.
    window::open(&app, &arguments)?;
    let liaison = App::for_window().map_err(|problem| told(&problem))?;
    if arguments.practice {
        // Hosted before the page asks for it, so that its first screen is the right one.
        tauri::async_runtime::block_on(liaison.host_practice(arguments.scene))
            .map_err(|problem| told(&problem))?;
    }
    app.manage(liaison.clone());
    tauri::async_runtime::spawn(liaison.clone().keep_reminding());
    app.run(move |_app, event| match event {
        // What was begun is ended at its next safe point, and practice saves its world.
        RunEvent::Exit => tauri::async_runtime::block_on(liaison.close()),
        // macOS names a double-clicked file to the program that runs already.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            for file in urls.iter().filter_map(|url| url.to_file_path().ok()) {
                window::hand_over(_app, &file);
            }
        }
        _ => {}
    });
    Ok(())
}

fn say(text: &str) -> ExitCode {
    // Nobody may be reading.
    let _ = write!(std::io::stdout(), "{text}");
    ExitCode::SUCCESS
}
