//! `liaison-desktop`: the window.
// A window program on Windows: no console beside it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    liaison_desktop::run()
}
