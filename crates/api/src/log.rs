//! Logs for support: one file a day, kept for a week, redacted whatever `RUST_LOG` says.

use std::{fmt, io::Write, path::Path};

use setup::{Problem, problem::Result};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::{
    Layer, filter::Targets, fmt::MakeWriter, layer::SubscriberExt, util::SubscriberInitExt,
};

/// Days.
const KEPT: usize = 7;

/// Begins to log into `folder`. Asked for a second time in one process, nothing changes.
///
/// # Errors
/// `log-unusable`
pub fn start(folder: &Path) -> Result<()> {
    let unusable = |error: &dyn fmt::Display| Problem::new("log-unusable").arg("detail", error);
    // The appender looks for old files before it makes the folder.
    std::fs::create_dir_all(folder).map_err(|error| unusable(&error))?;
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("liaison")
        .filename_suffix("log")
        .max_log_files(KEPT)
        .build(folder)
        .map_err(|error| unusable(&error))?;
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Redacted(appender));
    // Fails only where a subscriber is there already.
    let _ = tracing_subscriber::registry().with(lines.with_filter(wanted())).try_init();
    Ok(())
}

/// What `RUST_LOG` asks for (`level` or `target=level`, separated by commas), or what support needs as a rule.
fn wanted() -> Targets {
    use tracing::level_filters::LevelFilter;
    let asked =
        std::env::var("RUST_LOG").ok().filter(|text| !text.is_empty()).and_then(|text| text.parse().ok());
    asked.unwrap_or_else(|| {
        Targets::new().with_default(LevelFilter::WARN).with_target("liaison", LevelFilter::INFO)
    })
}

/// Everything written passes [`redact`]: libraries log what they like, and a chatty `RUST_LOG` must not cost a secret.
struct Redacted(RollingFileAppender);

impl<'a> MakeWriter<'a> for Redacted {
    type Writer = RedactedLine<<RollingFileAppender as MakeWriter<'a>>::Writer>;

    fn make_writer(&'a self) -> Self::Writer {
        RedactedLine(self.0.make_writer())
    }
}

struct RedactedLine<W>(W);

impl<W: Write> Write for RedactedLine<W> {
    // The formatting layer hands over a whole line at a time.
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write_all(redact(&String::from_utf8_lossy(bytes)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redacted")
    }
}

/// Blacks out every run of characters that could be a token, a secret, a code or a key: 20 or more of the characters that these are
/// made of, with at least one digit and one letter. Ids that support needs (UUIDs, 32 hex digits) stay.
pub fn redact(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut run = String::new();
    for c in line.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '+' | '/' | '=' | '%') {
            run.push(c);
        } else {
            finish(&mut out, &mut run);
            out.push(c);
        }
    }
    finish(&mut out, &mut run);
    out
}

fn finish(out: &mut String, run: &mut String) {
    let whole = std::mem::take(run);
    // Paths and names are made of short parts; a secret is one long part.
    for part in whole.split_inclusive('/') {
        let bare = part.trim_end_matches('/');
        if is_secretive(bare) {
            out.push_str("[redacted]");
            out.push_str(&part[bare.len()..]);
        } else {
            out.push_str(part);
        }
    }
}

fn is_secretive(part: &str) -> bool {
    let value = part.rsplit_once('=').map_or(part, |(_, value)| value);
    let mixed = value.bytes().any(|b| b.is_ascii_digit()) && value.bytes().any(|b| b.is_ascii_alphabetic());
    let id = value.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && matches!(value.len(), 32 | 36);
    let time = value.starts_with("20") && value.ends_with('Z') && value.len() < 32;
    value.len() >= 20 && mixed && !id && !time
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_secret_is_blacked_out_and_ids_stay() {
        let secret = format!("{}{}", "Fake~".repeat(6), "3x.Q_not-real");
        let token = format!("eyJ{}.{}", "a1".repeat(20), "b2".repeat(20));
        for hidden in [&secret, &token] {
            for line in [
                format!("token {hidden} used"),
                format!("client_secret={hidden}&x=1"),
                format!("/path/{hidden}/x"),
                format!("\"{hidden}\""),
            ] {
                let line = redact(&line);
                assert!(!line.contains(hidden.as_str()), "{line}");
            }
        }
        let kept = "2026-01-02T03:04:05.123456Z INFO request 14d82eec-204b-4c2f-b7e8-296a70dab67e /v1.0/applications 200";
        assert_eq!(redact(kept), kept);
    }
}
