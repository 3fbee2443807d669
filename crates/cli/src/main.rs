//! `liaison`: the command line door. Words and exit codes are made here; everything else is `api`.

mod arguments;
mod commands;
mod terminal;

use std::process::ExitCode;

use arguments::Arguments;
use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    // clap ends wrong use with 2 itself.
    let arguments = Arguments::parse();
    let terminal = terminal::Terminal::new();
    match commands::run(arguments.command, &terminal).await {
        Ok(end) => end.into(),
        Err(problem) => {
            terminal.problem(&problem);
            commands::End::of(&problem).into()
        }
    }
}
