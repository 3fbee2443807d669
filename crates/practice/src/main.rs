//! `liaison-practice`: the simulated services alone, the same as `liaison practice serve`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use liaison_practice::serve::Serve;

/// Both services that Liaison works on, simulated on loopback.
#[derive(Parser)]
#[command(name = "liaison-practice", version)]
struct Arguments {
    #[command(flatten)]
    serve: Serve,
    /// Folder that keeps the simulated world across restarts; forgotten at the end when absent.
    #[arg(long)]
    home: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.serve.run(arguments.home, &mut std::io::stdout()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write;
            writeln!(std::io::stderr(), "{error}").ok();
            ExitCode::from(3)
        }
    }
}
