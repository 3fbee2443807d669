//! What SQLite's refusals mean. Everything runs in transactions, so nothing was changed by any of them.

use rusqlite::{Error, ErrorCode, ffi};
use setup::Problem;

/// `store-damaged`, `disk-full`, `store-read-only`, `store-busy`, or `store-failed` with SQLite's words in `detail`.
pub(crate) fn problem(error: Error) -> Problem {
    let Some(cause) = error.sqlite_error() else {
        // Not from SQLite but from reading a row: it holds what we never write.
        return Problem::new("store-damaged").arg("detail", error);
    };
    let problem = match cause.code {
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::TypeMismatch => {
            Problem::new("store-damaged")
        }
        ErrorCode::DiskFull => Problem::new("disk-full").hint("hint-free-space"),
        ErrorCode::SystemIoFailure if is_full(cause.extended_code) => {
            Problem::new("disk-full").hint("hint-free-space")
        }
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
            Problem::new("store-read-only").hint("hint-liaison-home")
        }
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Problem::new("store-busy").hint("hint-wait"),
        _ => Problem::new("store-failed"),
    };
    problem.arg("detail", error)
}

/// Where no page but a side file could not grow, SQLite says which call failed and not that the disk is full
/// (<https://sqlite.org/rescode.html>).
fn is_full(extended: i32) -> bool {
    matches!(extended, ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_TRUNCATE)
}

/// A text in the store that is not what we write there.
pub(crate) fn damaged(what: &str) -> Problem {
    Problem::new("store-damaged").arg("detail", what)
}

pub(crate) fn unknown(setup: &str) -> Problem {
    Problem::new("setup-unknown").arg("setup", setup)
}

/// A row that belongs to a setup could not be put because there is no such setup.
pub(crate) fn is_orphan(error: &Error) -> bool {
    extended(error) == Some(ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
}

pub(crate) fn is_taken(error: &Error) -> bool {
    extended(error) == Some(ffi::SQLITE_CONSTRAINT_UNIQUE)
}

fn extended(error: &Error) -> Option<i32> {
    error.sqlite_error().map(|cause| cause.extended_code)
}
