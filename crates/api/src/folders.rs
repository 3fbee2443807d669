//! Where everything is kept.

use std::{
    fs,
    path::{Path, PathBuf},
};

use setup::{Problem, problem::Result};

/// The data folder. Practice and real setups live in folders of their own, so that nothing crosses.
#[derive(Clone, Debug)]
pub struct Folders {
    root: PathBuf,
}

impl Folders {
    /// `LIAISON_HOME`, or the place that this system has for the data of programs.
    ///
    /// # Errors
    /// `home-unknown`: this account has no home folder. `home-unusable`: it cannot be made.
    pub fn locate() -> Result<Self> {
        Self::at(Self::named()?.root)
    }

    /// The same, and nothing is made there.
    ///
    /// # Errors
    /// `home-unknown`
    pub fn named() -> Result<Self> {
        if let Some(chosen) = std::env::var_os("LIAISON_HOME").filter(|value| !value.is_empty()) {
            return Ok(Self { root: chosen.into() });
        }
        let places = directories::ProjectDirs::from("io.github", "liaison", "Liaison")
            .ok_or_else(|| Problem::new("home-unknown").hint("hint-liaison-home"))?;
        Ok(Self { root: places.data_local_dir().to_owned() })
    }

    /// # Errors
    /// `home-unusable`
    pub fn at(root: impl AsRef<Path>) -> Result<Self> {
        let unusable = |error: std::io::Error| {
            Problem::new("home-unusable")
                .arg("folder", root.as_ref().display())
                .arg("detail", error)
                .hint("hint-liaison-home")
        };
        let root = std::path::absolute(root.as_ref()).map_err(unusable)?;
        make_private(&root).map_err(unusable)?;
        Ok(Self { root })
    }

    pub fn real(&self) -> PathBuf {
        self.root.join("real")
    }

    pub fn practice(&self) -> PathBuf {
        self.root.join("practice")
    }

    /// The simulated services' own state, where the window hosts them.
    pub fn practice_services(&self) -> PathBuf {
        self.root.join("practice-services")
    }

    pub fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// Which ends of secrets were said already.
    pub fn reminders(&self) -> PathBuf {
        self.root.join("reminders.json")
    }

    pub fn settings(&self) -> PathBuf {
        self.root.join("settings.json")
    }
}

/// Makes the folder for its owner alone.
fn make_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}
