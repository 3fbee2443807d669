//! One writer a setup across processes, by a lock of the operating system: it goes when its holder does, also by a kill.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use setup::{Problem, problem::Result};

use crate::{folder, trouble::unknown};

/// Someone who only looks holds the lock for a moment. So often is it tried before that counts as held, this long apart.
const TRIES: u32 = 5;
const APART: Duration = Duration::from_millis(10);

/// Held until dropped.
#[derive(Debug)]
pub struct SetupLock {
    /// Closing it gives the lock back.
    _file: File,
}

impl SetupLock {
    /// Takes the lock of the setup in a store's folder. `who` is the program, as others are told it.
    ///
    /// # Errors
    /// `setup-busy` with `holder`, after at most 50 ms; `setup-unknown` for what cannot be a setup's id; `store-read-only`, `disk-full`,
    /// `store-failed`.
    pub fn take(folder: &Path, setup: &str, who: &str) -> Result<Self> {
        let Paths { lock, holder } = Paths::of(folder, setup).ok_or_else(|| unknown(setup))?;
        let failed = |error: io::Error| folder::problem(&error);
        let file = open(&lock).map_err(failed)?;
        for again in (0..TRIES).rev() {
            match file.try_lock() {
                Ok(()) => {
                    fs::write(&holder, format!("{who} ({})", std::process::id())).map_err(failed)?;
                    return Ok(Self { _file: file });
                }
                Err(TryLockError::WouldBlock) if again > 0 => thread::sleep(APART),
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
        }
        let holder = read(&holder);
        Err(Problem::new("setup-busy").arg("setup", setup).arg("holder", holder).hint("hint-wait"))
    }

    /// Who holds the lock now, as `program (process number)`.
    pub fn holder(folder: &Path, setup: &str) -> Option<String> {
        let Paths { lock, holder } = Paths::of(folder, setup)?;
        let file = File::open(lock).ok()?;
        // Shared, so that two who look do not see each other.
        matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)).then(|| read(&holder))
    }
}

/// Removes what is left of a setup that is no more.
pub(crate) fn forget(folder: &Path, setup: &str) {
    if let Some(Paths { lock, holder }) = Paths::of(folder, setup) {
        let _ = fs::remove_file(lock);
        let _ = fs::remove_file(holder);
    }
}

/// Who holds a lock stands beside it and not in it, as Windows lets nobody read a file that another has locked.
struct Paths {
    lock: PathBuf,
    holder: PathBuf,
}

impl Paths {
    /// None unless `setup` is 32 lower-case hex digits, so that no name leads elsewhere.
    fn of(folder: &Path, setup: &str) -> Option<Self> {
        let is_id = setup.len() == 32 && setup.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let locks = folder.join("locks");
        is_id.then(|| Self {
            lock: locks.join(format!("{setup}.lock")),
            holder: locks.join(format!("{setup}.holder")),
        })
    }
}

fn open(lock: &Path) -> io::Result<File> {
    if let Some(locks) = lock.parent() {
        DirBuilder::new().recursive(true).create(locks)?;
    }
    OpenOptions::new().write(true).create(true).truncate(false).open(lock)
}

fn read(holder: &Path) -> String {
    fs::read_to_string(holder).unwrap_or_default()
}
