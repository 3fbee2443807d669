//! Where this Liaison is installed, and whether that is ours to replace.

use std::{
    env,
    ffi::OsStr,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// A file of this name beside what is installed says that somebody else sees to newer versions. `/MANAGED` of the Windows installer
/// makes it.
const MANAGED: &str = "liaison.managed";

/// An installation that Liaison may replace itself. Packages of a package manager, and what is managed otherwise, are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Installation {
    /// By our installer, for this person, into this folder.
    Windows { folder: PathBuf },
    /// An app bundle that this person may write.
    Mac,
    /// One file.
    AppImage { file: PathBuf },
}

/// What has come of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The next start is the newer version.
    Replaced,
    /// An installer waits until Liaison is closed, and starts it again.
    AfterClosing,
    /// The disk image was opened: a person drags the app from it.
    Opened,
}

impl Installation {
    /// The one that this program runs from.
    pub fn here() -> Option<Self> {
        let program = fs::canonicalize(env::current_exe().ok()?).ok()?;
        if cfg!(windows) {
            Self::windows(&program)
        } else if cfg!(target_os = "macos") {
            Self::mac(&program)
        } else {
            Self::app_image(&program, env::var_os("APPIMAGE").as_deref(), env::var_os("APPDIR").as_deref())
        }
    }

    fn windows(program: &Path) -> Option<Self> {
        let folder = program.parent()?;
        let is_ours =
            folder.join("uninstall.exe").is_file() && !folder.join(MANAGED).exists() && is_writable(folder);
        is_ours.then(|| Self::Windows { folder: folder.to_owned() })
    }

    /// Homebrew notes an app that it installed in its Caskroom, and gives the app itself to the person.
    fn mac(program: &Path) -> Option<Self> {
        let bundle = program.ancestors().find(|folder| folder.extension() == Some(OsStr::new("app")))?;
        let homebrew = ["/opt/homebrew", "/usr/local"];
        let is_brewed = homebrew.iter().any(|root| Path::new(root).join("Caskroom/liaison").exists());
        let folder = bundle.parent()?;
        (!is_brewed && !folder.join(MANAGED).exists() && is_writable(bundle)).then_some(Self::Mac)
    }

    /// `file` and `mount` are what the AppImage's runtime says of itself. A program that was merely started from within another
    /// AppImage inherits them, and is not in `mount`.
    fn app_image(program: &Path, file: Option<&OsStr>, mount: Option<&OsStr>) -> Option<Self> {
        let (file, mount) = (Path::new(file?), Path::new(mount?));
        let is_in_it = program.starts_with(fs::canonicalize(mount).ok()?);
        let folder = file.parent()?;
        let is_ours = is_in_it && file.is_absolute() && !folder.join(MANAGED).exists() && is_writable(folder);
        is_ours.then(|| Self::AppImage { file: file.to_owned() })
    }

    /// The name under which the list of versions has what fits.
    pub fn system(&self) -> &'static str {
        match self {
            Self::Windows { .. } => "windows-x64",
            Self::Mac => "macos-universal",
            Self::AppImage { .. } if cfg!(target_arch = "aarch64") => "appimage-aarch64",
            Self::AppImage { .. } => "appimage-x86_64",
        }
    }

    /// Puts `content`, a proven file that the list calls `name`, in place.
    ///
    /// # Errors
    /// What stands, stands as it was.
    pub(crate) fn replace(&self, name: &str, content: &[u8]) -> io::Result<Outcome> {
        match self {
            Self::AppImage { file } => {
                let beside = file.with_file_name(format!(".{name}.new"));
                write_program(&beside, content)
                    .and_then(|()| fs::rename(&beside, file))
                    .inspect_err(|_| drop(fs::remove_file(&beside)))?;
                Ok(Outcome::Replaced)
            }
            Self::Windows { .. } => {
                let installer = apart(name)?;
                write_program(&installer, content)?;
                // Silent, for who said yes once; it waits for this program to end.
                std::process::Command::new(&installer).args(["/S", "/UPDATE"]).spawn()?;
                Ok(Outcome::AfterClosing)
            }
            Self::Mac => {
                let image = apart(name)?;
                write_program(&image, content)?;
                open(&image)?;
                Ok(Outcome::Opened)
            }
        }
    }
}

#[cfg(target_os = "macos")]
fn open(image: &Path) -> io::Result<()> {
    open::that_detached(image)
}

#[cfg(not(target_os = "macos"))]
fn open(_: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// A place for `name` that outlives this program. The last update's file goes.
fn apart(name: &str) -> io::Result<PathBuf> {
    let folder = env::temp_dir().join("liaison-update");
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // Not `create_dir_all`: a folder that somebody else made meanwhile is not used.
    fs::create_dir(&folder)?;
    Ok(folder.join(name))
}

/// Whole on the disk, and startable.
fn write_program(file: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o755);
    let mut written = options.open(file)?;
    written.write_all(content)?;
    written.sync_all()
}

/// Whether this person may put files there: asked of the system by doing it.
fn is_writable(folder: &Path) -> bool {
    let probe = folder.join(format!(".liaison-{}", std::process::id()));
    let is_made = fs::OpenOptions::new().write(true).create_new(true).open(&probe).is_ok();
    if is_made {
        let _ = fs::remove_file(probe);
    }
    is_made
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// A folder with an AppImage in it, and the mounted program.
    fn app_image() -> (tempfile::TempDir, PathBuf, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let (file, mount) = (folder.path().join("Liaison.AppImage"), folder.path().join("mount"));
        fs::create_dir_all(mount.join("usr/bin")).unwrap();
        fs::write(&file, "older").unwrap();
        let program = fs::canonicalize(&mount).unwrap().join("usr/bin/liaison-desktop");
        (folder, file, mount, program)
    }

    #[test]
    fn an_app_image_is_ours_unless_it_is_managed_or_another_s() {
        let (folder, file, mount, program) = app_image();
        let here = |program: &Path| {
            Installation::app_image(program, Some(file.as_os_str()), Some(mount.as_os_str()))
        };
        assert_eq!(here(&program), Some(Installation::AppImage { file: file.clone() }));
        assert_eq!(here(Path::new("/usr/bin/liaison-desktop")), None);
        assert_eq!(Installation::app_image(&program, None, None), None);
        fs::write(folder.path().join(MANAGED), "").unwrap();
        assert_eq!(here(&program), None);
    }

    #[test]
    fn on_windows_our_installer_s_folder_is_ours_unless_it_is_managed() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("liaison-desktop.exe");
        assert_eq!(Installation::windows(&program), None, "merely unpacked");
        fs::write(folder.path().join("uninstall.exe"), "").unwrap();
        assert!(Installation::windows(&program).is_some());
        fs::write(folder.path().join(MANAGED), "").unwrap();
        assert_eq!(Installation::windows(&program), None);
    }

    #[test]
    fn what_runs_from_a_system_s_folder_is_a_package_manager_s() {
        assert_eq!(Installation::app_image(Path::new("/usr/bin/liaison-desktop"), None, None), None);
        assert_eq!(Installation::mac(Path::new("/usr/local/bin/liaison-desktop")), None);
        // The test's own program is neither installed nor an AppImage.
        assert_eq!(Installation::here(), None);
    }

    #[test]
    fn an_app_image_is_replaced_whole() {
        let (folder, file, ..) = app_image();
        let installation = Installation::AppImage { file: file.clone() };
        assert_eq!(installation.replace("Liaison-9.AppImage", b"newer").unwrap(), Outcome::Replaced);
        assert_eq!(fs::read(&file).unwrap(), b"newer");
        let names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "nothing beside it but the mount: {names:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_app_image_can_be_started() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, file, ..) = app_image();
        Installation::AppImage { file: file.clone() }.replace("x", b"newer").unwrap();
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o111, 0o111);
    }
}
