//! An identity in a file: for machines without a keychain, and only where someone named the file.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Write},
    path::Path,
};

use secrecy::{ExposeSecret, zeroize::Zeroizing};
use setup::{Problem, problem::Result};

use crate::identity::Identity;

/// Larger than any identity file with its comments, in bytes.
const LARGEST: u64 = 64 * 1024;

/// Makes a new identity and keeps it in a new file, readable by its owner alone (mode 0600).
///
/// The file is in the format of `age-keygen`: a comment with the public half, then the secret one.
///
/// # Errors
/// `identity-file-exists` (it is never overwritten), `identity-file-not-written`.
pub fn new_identity_file(path: impl AsRef<Path>) -> Result<()> {
    let path = path.as_ref();
    let problem = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => about(path, "identity-file-exists"),
        _ => about(path, "identity-file-not-written").arg("detail", error),
    };
    let identity = Identity::generate();
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(problem)?;
    // EXPOSE: to the file that the person asked for by name, just made for its owner alone.
    let text = Zeroizing::new(format!(
        "# public key: {}\n{}\n",
        identity.recipient(),
        identity.to_text().expose_secret()
    ));
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(problem)
}

/// # Errors
/// `identity-file-missing`, `identity-file-open-to-others` (with its mode), `identity-file-unreadable`, `identity-file-refused`: no
/// age identity in it.
pub(crate) fn read(path: &Path) -> Result<Identity> {
    let problem = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => about(path, "identity-file-missing").hint("hint-identity-new"),
        _ => about(path, "identity-file-unreadable").arg("detail", error),
    };
    let file = File::open(path).map_err(problem)?;
    // Asked of the open file, so that nobody changes it between the look and the read.
    is_private(path, &file.metadata().map_err(problem)?)?;
    let mut text = Zeroizing::new(String::new());
    file.take(LARGEST).read_to_string(&mut text).map_err(problem)?;
    let mut keys = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    // Exactly one: which of several should seal would be a guess.
    match (keys.next().and_then(Identity::parse), keys.next()) {
        (Some(identity), None) => Ok(identity),
        _ => Err(about(path, "identity-file-refused")),
    }
}

#[cfg(unix)]
fn is_private(path: &Path, metadata: &std::fs::Metadata) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let problem = about(path, "identity-file-open-to-others").arg("mode", format!("{mode:03o}"));
    Err(problem.hint("hint-identity-file-mode"))
}

/// Windows has access lists instead of modes; a file in the person's profile is theirs alone unless they changed that.
#[cfg(not(unix))]
fn is_private(_path: &Path, _metadata: &std::fs::Metadata) -> Result<()> {
    Ok(())
}

fn about(path: &Path, code: &str) -> Problem {
    Problem::new(code).arg("file", path.display())
}

#[cfg(all(test, unix))]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt};

    use super::*;

    fn code(path: &Path) -> String {
        read(path).map(|_| String::from("read")).unwrap_or_else(|problem| problem.code)
    }

    #[test]
    fn a_new_file_is_its_owners_alone_and_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("identity");
        new_identity_file(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let before = fs::read(&path).unwrap();
        assert_eq!(new_identity_file(&path).unwrap_err().code, "identity-file-exists");
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(code(&path), "read");
    }

    #[test]
    fn a_file_that_others_can_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("identity");
        new_identity_file(&path).unwrap();
        for mode in [0o640, 0o604, 0o620, 0o601] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(code(&path), "identity-file-open-to-others", "{mode:o}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
        assert_eq!(code(&path), "read");
    }

    #[test]
    fn what_is_no_identity_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("identity");
        assert_eq!(code(&path), "identity-file-missing");
        new_identity_file(&path).unwrap();
        let two = fs::read_to_string(&path).unwrap().repeat(2);
        for text in ["", "# a comment\n", "something else\n", &two] {
            fs::write(&path, text).unwrap();
            assert_eq!(code(&path), "identity-file-refused");
        }
        assert_eq!(code(folder.path()), "identity-file-open-to-others");
    }
}
