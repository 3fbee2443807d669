//! `practice serve`: practice on the command line.

use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use crate::{Error, Options, Practice, Tls};

/// Runs both simulated services on loopback and prints where they are as one line of JSON.
#[derive(Clone, Debug, clap::Args)]
pub struct Serve {
    /// The situation to play; the one that ran last, or else `ready`, when absent.
    #[arg(long)]
    pub scene: Option<String>,
    /// Sign in the first administrator and consent without asking.
    #[arg(long)]
    pub auto_approve: bool,
    /// Milliseconds to add to each request.
    #[arg(long, default_value_t = 0)]
    pub latency_ms: u64,
    /// Certificate chain (PEM) for 127.0.0.1, to serve https.
    #[arg(long, requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// Private key (PEM) of the certificate.
    #[arg(long, requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
}

impl Serve {
    /// The same as [`Options`], with the world kept in `home`.
    #[must_use]
    pub fn options(&self, home: Option<PathBuf>) -> Options {
        Options {
            scene: self.scene.clone(),
            home,
            auto_approve: self.auto_approve,
            latency: Duration::from_millis(self.latency_ms),
            tls: self.tls_cert.clone().zip(self.tls_key.clone()).map(|(cert, key)| Tls { cert, key }),
        }
    }

    /// Starts practice, writes its announcement as the first line of `out`, and runs until the process ends or is
    /// interrupted.
    ///
    /// # Errors
    /// See [`Error`]; also when `out` cannot be written.
    pub async fn run(&self, home: Option<PathBuf>, out: &mut (dyn Write + Send)) -> Result<(), Error> {
        let practice = Practice::start(self.options(home)).await?;
        let line =
            serde_json::to_string(practice.announcement()).map_err(|error| Error::Home(error.into()))?;
        writeln!(out, "{line}").and_then(|()| out.flush()).map_err(Error::Home)?;
        tokio::signal::ctrl_c().await.map_err(Error::Listen)?;
        practice.stop().await;
        Ok(())
    }
}
