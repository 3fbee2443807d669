//! Notes and sealed pictures of steps, which a person can take back: they are in no journal and in no handover.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use setup::{Problem, StepId, ports::Sealed, problem::Result, record::SetupId};

use crate::{
    setups::empty_log,
    store::Store,
    trouble::{damaged, is_orphan, problem, unknown},
};

/// What a person noted of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub step: StepId,
    pub text: String,
    pub at: Timestamp,
    /// The account that was signed in at the step's seat.
    pub by: Option<String>,
    pub in_report: bool,
}

/// What may be said of a picture without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// 32 hex digits, random.
    pub id: String,
    pub step: StepId,
    pub at: Timestamp,
    pub by: Option<String>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Of the PNG that is sealed, in hex.
    pub sha256: String,
    pub in_report: bool,
}

impl Store {
    /// Puts a note in place of the step's one before.
    ///
    /// # Errors
    /// `setup-unknown`, and as [`Store::open`].
    pub async fn keep_note(&self, setup: &SetupId, note: Note) -> Result<()> {
        let setup = setup.clone();
        self.run(move |connection| {
            let Note { step, text, at, by, in_report } = note;
            let put = "INSERT INTO note (setup, step, text, at, by, in_report) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                       ON CONFLICT (setup, step) DO UPDATE
                       SET text = excluded.text, at = excluded.at, by = excluded.by, in_report = excluded.in_report";
            let kept = connection.execute(put, params![setup, step, text, at.to_string(), by, in_report]);
            kept.map_err(|error| if is_orphan(&error) { unknown(&setup) } else { problem(error) })?;
            // The text before must not stay in the write-ahead log.
            empty_log(connection);
            Ok(())
        })
        .await
    }

    /// Every note of the setup, by step.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn notes(&self, setup: &SetupId) -> Result<Vec<Note>> {
        let setup = setup.clone();
        self.run(move |connection| {
            let all = "SELECT step, text, at, by, in_report FROM note WHERE setup = ?1 ORDER BY step";
            let mut query = connection.prepare_cached(all).map_err(problem)?;
            let rows = query.query_map([setup], note).map_err(problem)?;
            rows.map(|row| row.map_err(problem)?).collect()
        })
        .await
    }

    /// # Errors
    /// As [`Store::open`].
    pub async fn remove_note(&self, setup: &SetupId, step: &str) -> Result<()> {
        self.remove("DELETE FROM note WHERE setup = ?1 AND step = ?2", setup, step).await.map(drop)
    }

    /// Keeps a sealed picture.
    ///
    /// # Errors
    /// `setup-unknown`, and as [`Store::open`].
    pub async fn keep_picture(&self, setup: &SetupId, picture: Picture, sealed: Sealed) -> Result<()> {
        let setup = setup.clone();
        self.run(move |connection| {
            let Picture { id, step, at, by, width, height, sha256, in_report } = picture;
            let about = serde_json::to_string(&sealed.about)
                .map_err(|error| Problem::new("store-failed").arg("detail", error))?;
            let put =
                "INSERT INTO picture (setup, id, step, at, by, width, height, sha256, in_report, about, blob)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
            let at = at.to_string();
            let values =
                params![setup, id, step, at, by, width, height, sha256, in_report, about, sealed.blob];
            let kept = connection.execute(put, values);
            kept.map(drop).map_err(|error| if is_orphan(&error) { unknown(&setup) } else { problem(error) })
        })
        .await
    }

    /// Every picture of the setup, oldest first.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn pictures(&self, setup: &SetupId) -> Result<Vec<Picture>> {
        let setup = setup.clone();
        self.run(move |connection| {
            let all = "SELECT id, step, at, by, width, height, sha256, in_report FROM picture
                       WHERE setup = ?1 ORDER BY at, id";
            let mut query = connection.prepare_cached(all).map_err(problem)?;
            let rows = query.query_map([setup], picture).map_err(problem)?;
            rows.map(|row| row.map_err(problem)?).collect()
        })
        .await
    }

    /// The picture as it is sealed.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn sealed_picture(&self, setup: &SetupId, id: &str) -> Result<Option<Sealed>> {
        let (setup, id) = (setup.clone(), id.to_owned());
        self.run(move |connection| sealed(connection, &setup, &id)).await
    }

    /// Whether the note or the picture of that name goes into the report. False where there is none.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn choose_picture(&self, setup: &SetupId, id: &str, in_report: bool) -> Result<bool> {
        let (setup, id) = (setup.clone(), id.to_owned());
        self.run(move |connection| {
            let choose = "UPDATE picture SET in_report = ?3 WHERE setup = ?1 AND id = ?2";
            connection.execute(choose, params![setup, id, in_report]).map(|n| n > 0).map_err(problem)
        })
        .await
    }

    /// False where there is none.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn remove_picture(&self, setup: &SetupId, id: &str) -> Result<bool> {
        self.remove("DELETE FROM picture WHERE setup = ?1 AND id = ?2", setup, id).await
    }

    /// Removes what is kept of a step.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn remove_evidence(&self, setup: &SetupId, step: &str) -> Result<()> {
        self.remove("DELETE FROM picture WHERE setup = ?1 AND step = ?2", setup, step).await?;
        self.remove_note(setup, step).await
    }

    async fn remove(&self, delete: &'static str, setup: &SetupId, of: &str) -> Result<bool> {
        let (setup, of) = (setup.clone(), of.to_owned());
        self.run(move |connection| {
            let gone = connection.execute(delete, [&setup, &of]).map_err(problem)?;
            if gone > 0 {
                empty_log(connection);
            }
            Ok(gone > 0)
        })
        .await
    }
}

fn note(row: &Row<'_>) -> rusqlite::Result<Result<Note>> {
    let (step, text, by, in_report) =
        (row.get("step")?, row.get("text")?, row.get("by")?, row.get("in_report")?);
    Ok(time(row, "note.at")?.map(|at| Note { step, text, at, by, in_report }))
}

fn picture(row: &Row<'_>) -> rusqlite::Result<Result<Picture>> {
    let (id, step, by) = (row.get("id")?, row.get("step")?, row.get("by")?);
    let (width, height) = (row.get("width")?, row.get("height")?);
    let (sha256, in_report) = (row.get("sha256")?, row.get("in_report")?);
    let all = |at| Picture { id, step, at, by, width, height, sha256, in_report };
    Ok(time(row, "picture.at")?.map(all))
}

fn time(row: &Row<'_>, what: &str) -> rusqlite::Result<Result<Timestamp>> {
    let at: String = row.get("at")?;
    Ok(at.parse().map_err(|_| damaged(what)))
}

fn sealed(connection: &Connection, setup: &str, id: &str) -> Result<Option<Sealed>> {
    let found = connection
        .query_row("SELECT blob, about FROM picture WHERE setup = ?1 AND id = ?2", [setup, id], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?))
        })
        .optional()
        .map_err(problem)?;
    let Some((blob, about)) = found else { return Ok(None) };
    let about: BTreeMap<String, String> =
        serde_json::from_str(&about).map_err(|_| damaged("picture.about"))?;
    Ok(Some(Sealed { name: format!("picture.{id}"), blob, about }))
}
