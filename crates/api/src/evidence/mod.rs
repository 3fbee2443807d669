//! What a person keeps of a step that was done by hand: a note, and pictures, sealed.
//!
//! It is beside the journal, so that it can be taken back without a trace, and goes into the report only where it was chosen.

mod picture;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use setup::{
    Problem, StepDefinition,
    ports::Vault as _,
    problem::Result,
    record::{Record, StepState},
};
use sha2::{Digest, Sha256};
use store::{Note, Picture};

pub use self::picture::Part;
use self::picture::{LARGEST, Pixels};
use crate::{
    app::App,
    setups::Opened,
    show::Shown,
    view::{
        evidence::{EvidenceView, NoteView, PictureView, PixelsView},
        step::StepView,
    },
};

/// Characters of a note.
pub(crate) const LONGEST_NOTE: usize = 2000;
/// Pictures of one step.
const MOST_PICTURES: usize = 10;

impl App {
    /// Puts a note in place of the step's one before; an empty one takes it away.
    ///
    /// # Errors
    /// `step-unknown`, `evidence-secret-step`, `note-too-long`
    pub async fn note(&self, setup: &str, step: &str, text: &str, in_report: bool) -> Result<StepView> {
        let opened = self.open(setup).await?;
        let id = opened.record.head.id.clone();
        let definition = opened.step(step)?;
        let text = text.trim();
        if text.is_empty() {
            opened.store.remove_note(&id, step).await?;
        } else {
            takes_evidence(definition)?;
            if text.chars().count() > LONGEST_NOTE {
                return Err(Problem::new("note-too-long"));
            }
            let (step, text, by) = (step.to_owned(), text.to_owned(), signed_in(&opened, definition));
            let note = Note { step, text, at: Timestamp::now(), by, in_report };
            opened.store.keep_note(&id, note).await?;
        }
        self.changed(&id);
        self.step(setup, step).await
    }

    /// A picture as it would be kept, to see and to black out parts of it. Nothing is kept.
    ///
    /// # Errors
    /// As [`App::add_picture`].
    pub async fn look_at_picture(&self, setup: &str, step: &str, file: &str) -> Result<PixelsView> {
        let opened = self.open(setup).await?;
        takes_evidence(opened.step(step)?)?;
        let (pixels, png) = made_anew(decoded(file)?, Vec::new()).await?;
        Ok(PixelsView { width: pixels.width, height: pixels.height, png: BASE64_STANDARD.encode(png) })
    }

    /// Makes a picture anew without what is blacked out, seals it and keeps it.
    ///
    /// # Errors
    /// `step-unknown`, `evidence-secret-step`, `pictures-too-many`, `picture-too-large`, `picture-unreadable`; why it cannot be sealed.
    pub async fn add_picture(
        &self,
        setup: &str,
        step: &str,
        file: Vec<u8>,
        black: Vec<Part>,
        in_report: bool,
    ) -> Result<StepView> {
        let opened = self.open(setup).await?;
        let definition = opened.step(step)?;
        takes_evidence(definition)?;
        let setup_id = &opened.record.head.id;
        let kept = opened.store.pictures(setup_id).await?;
        if kept.iter().filter(|picture| picture.step == step).count() >= MOST_PICTURES {
            return Err(Problem::new("pictures-too-many").arg("most", MOST_PICTURES));
        }
        let (pixels, png) = made_anew(file, black).await?;
        let id = uuid::Uuid::new_v4().simple().to_string();
        let text = SecretString::from(BASE64_STANDARD.encode(&png));
        let sealed = self.inner().vault.seal(&format!("picture.{id}"), Default::default(), &text).await?;
        let picture = Picture {
            id,
            step: step.to_owned(),
            at: Timestamp::now(),
            by: signed_in(&opened, definition),
            width: pixels.width,
            height: pixels.height,
            sha256: hex(&Sha256::digest(&png)),
            in_report,
        };
        opened.store.keep_picture(setup_id, picture, sealed).await?;
        self.changed(setup_id);
        self.step(setup, step).await
    }

    /// The same with a file in base64, as the page sends it.
    ///
    /// # Errors
    /// As [`App::add_picture`].
    pub(crate) async fn add_sent_picture(
        &self,
        setup: &str,
        step: &str,
        file: &str,
        black: Vec<Part>,
    ) -> Result<StepView> {
        self.add_picture(setup, step, decoded(file)?, black, false).await
    }

    /// A picture that is kept.
    ///
    /// # Errors
    /// `picture-unknown`; why it cannot be opened.
    pub async fn picture(&self, setup: &str, id: &str) -> Result<PixelsView> {
        let opened = self.open(setup).await?;
        let kept = find(&opened, id).await?;
        let png = self.opened_picture(&opened, id).await?;
        Ok(PixelsView { width: kept.width, height: kept.height, png })
    }

    /// Whether a picture goes into the report.
    ///
    /// # Errors
    /// `picture-unknown`
    pub async fn choose_picture(&self, setup: &str, id: &str, in_report: bool) -> Result<StepView> {
        let opened = self.open(setup).await?;
        let kept = find(&opened, id).await?;
        opened.store.choose_picture(&opened.record.head.id, id, in_report).await?;
        self.step(setup, &kept.step).await
    }

    /// Removes a picture for good.
    ///
    /// # Errors
    /// `picture-unknown`
    pub async fn remove_picture(&self, setup: &str, id: &str) -> Result<StepView> {
        let opened = self.open(setup).await?;
        let kept = find(&opened, id).await?;
        opened.store.remove_picture(&opened.record.head.id, id).await?;
        self.changed(&opened.record.head.id);
        self.step(setup, &kept.step).await
    }

    pub(crate) async fn evidence(&self, opened: &Opened, step: &StepDefinition) -> Result<EvidenceView> {
        let id = &opened.record.head.id;
        let notes = opened.store.notes(id).await?;
        let pictures = opened.store.pictures(id).await?;
        Ok(EvidenceView {
            refused: step.secret_on_screen,
            note: notes.into_iter().find(|note| note.step == step.id).map(|note| NoteView {
                text: note.text,
                at: note.at.to_string(),
                by: note.by,
                in_report: note.in_report,
            }),
            pictures: pictures.into_iter().filter(|picture| picture.step == step.id).map(shown).collect(),
        })
    }

    /// A PNG in base64.
    pub(crate) async fn opened_picture(&self, opened: &Opened, id: &str) -> Result<String> {
        let sealed = opened.store.sealed_picture(&opened.record.head.id, id).await?;
        let sealed = sealed.ok_or_else(|| Problem::new("picture-unknown"))?;
        let text = self.inner().vault.open(&sealed).await?;
        // EXPOSE: to the person who kept the picture, in the window or in the report that they chose it for.
        Ok(text.expose_secret().to_owned())
    }

    /// What an undo took back is shown by no picture any more: evidence of steps that were done in `before` and are not in `now` goes.
    pub(crate) async fn drop_evidence(&self, opened: &Opened, now: &Record) -> Result<()> {
        let after = Shown { record: now, ..opened.shown() }.lines();
        let taken_back = opened.shown().lines().into_iter().zip(after);
        for (before, after) in taken_back {
            if before.state == StepState::Done && after.state != StepState::Done {
                opened.store.remove_evidence(&opened.record.head.id, &before.id).await?;
            }
        }
        Ok(())
    }
}

fn takes_evidence(step: &StepDefinition) -> Result<()> {
    if step.secret_on_screen {
        return Err(Problem::new("evidence-secret-step").arg("step", &step.id));
    }
    Ok(())
}

fn signed_in(opened: &Opened, step: &StepDefinition) -> Option<String> {
    opened.record.accounts.get(&step.seat).cloned()
}

async fn find(opened: &Opened, id: &str) -> Result<Picture> {
    let kept = opened.store.pictures(&opened.record.head.id).await?;
    kept.into_iter().find(|picture| picture.id == id).ok_or_else(|| Problem::new("picture-unknown"))
}

fn shown(picture: Picture) -> PictureView {
    let Picture { id, at, by, width, height, sha256, in_report, step: _ } = picture;
    PictureView { id, at: at.to_string(), by, width, height, sha256, in_report }
}

/// Pixels of a screen take a moment: on a thread of its own.
async fn made_anew(file: Vec<u8>, black: Vec<Part>) -> Result<(Pixels, Vec<u8>)> {
    let work = tokio::task::spawn_blocking(move || {
        let mut pixels = Pixels::read(&file)?;
        pixels.black_out(&black)?;
        let png = pixels.to_png()?;
        Ok((pixels, png))
    });
    work.await.unwrap_or_else(|error| Err(Problem::new("picture-unreadable").arg("detail", error)))
}

fn decoded(file: &str) -> Result<Vec<u8>> {
    // Four characters for three bytes; what is longer is not even decoded.
    if file.len() > LARGEST / 3 * 4 + 4 {
        return Err(picture::too_large());
    }
    BASE64_STANDARD.decode(file).map_err(|error| Problem::new("picture-unreadable").arg("detail", error))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
