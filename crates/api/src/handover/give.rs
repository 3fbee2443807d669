//! The sender's side.

use std::{
    fs::{File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use setup::{
    Event as Entry, Problem,
    handover::{ANYONE, Asked, Claims},
    journal::Exposure,
    ports::{Journal, Vault as _},
    problem::Result,
};
use vault::handover::{Handed, check_phrase, seal_behind_phrase, seal_for};

use super::{needed, read_code};
use crate::{app::App, setups::Opened, view::handover::GivenView};

/// For whom the file is.
#[derive(Clone, Debug)]
pub enum To {
    /// The request that the other side made.
    Code(String),
    /// Whoever is told the phrase, for that seat.
    Phrase { seat: String },
}

impl App {
    /// Writes a new file that gives a seat, with the journal and just the secrets that its steps use. The seat moves with it.
    ///
    /// # Errors
    /// `handover-request-unreadable`, `handover-other-setup`, `seat-elsewhere`; why a secret cannot be opened; `file-not-written`.
    pub async fn give_seat(
        &self,
        setup: &str,
        code: Option<&str>,
        seat: Option<&str>,
        file: &Path,
    ) -> Result<GivenView> {
        // Never over something that is there.
        let begin =
            || OpenOptions::new().write(true).create_new(true).open(file).map(|out| (file.to_owned(), out));
        self.give(setup, code, seat, || begin().map_err(|error| not_written(file, error))).await
    }

    pub(super) async fn give(
        &self,
        setup: &str,
        code: Option<&str>,
        seat: Option<&str>,
        begin: impl FnOnce() -> Result<(PathBuf, File)>,
    ) -> Result<GivenView> {
        let to = match (code, seat) {
            (Some(code), _) => To::Code(code.to_owned()),
            (None, Some(seat)) => To::Phrase { seat: seat.to_owned() },
            (None, None) => return Err(Problem::new("handover-request-unreadable")),
        };
        let opened = self.open(setup).await?;
        let _lock = opened.store.lock(&opened.record.head.id)?;
        let asked = self.asked(&opened, &to)?;
        let secrets = self.opened_secrets(&opened, &asked.seat).await?;
        // Before the seat moves.
        let (file, mut out) = begin()?;
        let written = async {
            let account = opened.record.accounts.values().next().cloned();
            self.append(&opened, moved(&opened, &asked, &secrets, account.clone())).await?;
            let entries = opened.store.entries(&opened.record.head.id).await?;
            let mut claims = Claims::of(&opened.record, &asked, account, entries);
            let (bytes, phrase) = match &to {
                To::Code(_) => (seal_for(&asked.recipient, &claims, &secrets)?, None),
                To::Phrase { .. } => {
                    claims.recipient = None;
                    claims.until = Some(Timestamp::now() + super::LASTS);
                    let (bytes, phrase) = seal_behind_phrase(&claims, &secrets)?;
                    (bytes, Some(phrase))
                }
            };
            out.write_all(&bytes).and_then(|()| out.sync_all()).map_err(|error| not_written(&file, error))?;
            Ok(GivenView {
                path: file.display().to_string(),
                seat: asked.seat.clone(),
                check_phrase: check_phrase(&bytes),
                // EXPOSE: to the sender, who reads it to the receiver; the design shows handover phrases on purpose.
                phrase: phrase.map(|phrase| secrecy::ExposeSecret::expose_secret(&phrase).to_owned()),
                secrets: secrets.iter().map(|secret| secret.name.clone()).collect(),
            })
        };
        written.await.inspect_err(|_| {
            // Half a file is of no use to anyone. The seat can be taken back.
            let _ = std::fs::remove_file(&file);
        })
    }

    fn asked(&self, opened: &Opened, to: &To) -> Result<Asked> {
        let record = &opened.record;
        let head = &record.head;
        let asked = match to {
            To::Code(code) => read_code(code)?,
            To::Phrase { seat } => Asked {
                recipient: String::new(),
                machine: ANYONE.into(),
                practice: head.practice,
                tenant_domain: head.tenant_domain.clone(),
                instance: head.instance.clone(),
                seat: seat.clone(),
            },
        };
        if opened.told.guide.seat(&asked.seat).is_none() {
            return Err(Problem::new("seat-unknown").arg("seat", &asked.seat));
        }
        if asked.practice != head.practice {
            return Err(Problem::new("handover-practice-into-real"));
        }
        if asked.tenant_domain != head.tenant_domain || asked.instance != head.instance {
            return Err(Problem::new("handover-other-setup")
                .arg("tenant", &asked.tenant_domain)
                .arg("instance", &asked.instance));
        }
        // What a third machine holds is not ours to give; whoever holds it already gets the news.
        if record.is_elsewhere(&asked.seat) && record.holder(&asked.seat) != asked.machine {
            return Err(Problem::new("seat-elsewhere").arg("seat", &asked.seat));
        }
        Ok(asked)
    }

    async fn opened_secrets(&self, opened: &Opened, seat: &str) -> Result<Vec<Handed>> {
        let mut secrets = Vec::new();
        for name in needed(&opened.told.guide, seat) {
            if let Some(sealed) = opened.store.sealed(&opened.record.head.id, &name).await? {
                let value = self.inner().vault.open(&sealed).await?;
                secrets.push(Handed { name, about: sealed.about, value });
            }
        }
        Ok(secrets)
    }
}

fn not_written(file: &Path, error: std::io::Error) -> Problem {
    Problem::new("file-not-written").arg("file", file.display()).arg("detail", error)
}

fn moved(opened: &Opened, asked: &Asked, secrets: &[Handed], by: Option<String>) -> Vec<Entry> {
    let exposed = secrets.iter().map(|secret| Entry::Exposed {
        secret: secret.name.clone(),
        how: Exposure::HandoverFile,
        by: by.clone(),
    });
    let moves = !opened.record.is_elsewhere(&asked.seat);
    let moved = moves.then(|| Entry::SeatMoved {
        seat: asked.seat.clone(),
        to: asked.machine.clone(),
        by: by.clone(),
        taken_back: false,
        from: None,
    });
    exposed.chain(moved).collect()
}
