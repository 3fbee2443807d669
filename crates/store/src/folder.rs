//! The folder and the file, for their owner alone.

use std::{
    fs::{self, OpenOptions},
    io,
    path::{Path, PathBuf},
};

use setup::{Problem, problem::Result};

/// Makes the folder and an empty file before SQLite does, as SQLite gives its side files the mode of the main one.
pub(crate) fn prepare(folder: &Path) -> Result<PathBuf> {
    let file = folder.join("setups.db");
    make_private(folder).and_then(|()| touch_private(&file)).map_err(|error| problem(&error))?;
    Ok(file)
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    narrow(folder, 0o700)?;
    Ok(())
}

fn touch_private(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(_) => {}
        // A store that cannot be written can still be told apart from one that is damaged, by SQLite.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && file.exists() => return Ok(()),
        Err(error) => return Err(error),
    }
    #[cfg(unix)]
    narrow(file, 0o600)?;
    Ok(())
}

/// Takes away what others may do, where an earlier umask, copy or restore let them.
#[cfg(unix)]
fn narrow(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let now = fs::metadata(path)?.permissions().mode();
    if now & 0o077 == 0 {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

pub(crate) fn problem(error: &io::Error) -> Problem {
    let code = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk-full",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "store-read-only",
        _ => "store-failed",
    };
    Problem::new(code).arg("detail", error)
}
