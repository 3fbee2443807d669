//! Files for the person: put where their browser puts downloads, never in place of one that is there.

use std::{
    fs::{File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use setup::{Problem, problem::Result};

/// Files of one name that may lie there already.
const TRIES: u32 = 1000;

/// Writes `text` to a new file and says where it is.
///
/// # Errors
/// `file-not-written`
pub fn save(name: &str, text: &str) -> Result<PathBuf> {
    save_in(&folder()?, name, text)
}

/// A new file of that name, to be written by whoever asked for it.
///
/// # Errors
/// `file-not-written`
pub fn begin(name: &str) -> Result<(PathBuf, File)> {
    let folder = folder()?;
    create(&folder, name).map_err(|error| {
        Problem::new("file-not-written").arg("file", folder.join(name).display()).arg("detail", error)
    })
}

fn folder() -> Result<PathBuf> {
    let dirs = directories::UserDirs::new().ok_or_else(|| Problem::new("home-unknown"))?;
    let downloads = dirs.download_dir().filter(|folder| folder.is_dir());
    Ok(downloads.unwrap_or_else(|| dirs.home_dir()).to_owned())
}

fn save_in(folder: &Path, name: &str, text: &str) -> Result<PathBuf> {
    let failed = |error: io::Error| {
        Problem::new("file-not-written").arg("file", folder.join(name).display()).arg("detail", error)
    };
    let (path, mut file) = create(folder, name).map_err(failed)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Half a file is of no use to anyone.
        let _ = std::fs::remove_file(&path);
        failed(error)
    })?;
    Ok(path)
}

/// `name`, or `name (2)` and so on where that is taken.
fn create(folder: &Path, name: &str) -> io::Result<(PathBuf, File)> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "txt"));
    for n in 1..=TRIES {
        let name = if n == 1 { format!("{stem}.{extension}") } else { format!("{stem} ({n}).{extension}") };
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn nothing_that_is_there_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let first = save_in(folder.path(), "a.html", "one").unwrap();
        let second = save_in(folder.path(), "a.html", "two").unwrap();
        assert_eq!(second.file_name().unwrap(), "a (2).html");
        assert_eq!(std::fs::read_to_string(first).unwrap(), "one");
        assert_eq!(std::fs::read_to_string(second).unwrap(), "two");
        assert_eq!(save_in(&folder.path().join("none"), "a", "x").unwrap_err().code, "file-not-written");
    }
}
