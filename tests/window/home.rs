//! A throwaway place for everything that Liaison keeps.

use std::{
    ffi::OsString,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use tempfile::TempDir;

pub struct Home {
    folder: TempDir,
    has_bus: bool,
}

impl Home {
    pub fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().expect("a throwaway folder"), has_bus: true };
        // Stands in for the system's browser: leaves the address where the test finds it.
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$1\" > '{0}.new' && mv '{0}.new' '{0}'\n",
            home.address_file().display()
        );
        fs::write(home.browser(), script).expect("the folder can be written");
        fs::set_permissions(home.browser(), fs::Permissions::from_mode(0o700)).expect("it is ours");
        home
    }

    /// The same on a desktop whose session bus is gone.
    pub fn without_bus(self) -> Self {
        Self { has_bus: false, ..self }
    }

    /// What the product reads.
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        let mut environment = vec![
            ("LIAISON_HOME", self.folder.path().join("data").into()),
            ("LIAISON_BROWSER", self.browser().into()),
            // A test must see the same page in every account.
            ("LANG", "C.UTF-8".into()),
        ];
        if !self.has_bus {
            let nowhere = format!("unix:path={}", self.folder.path().join("no-bus").display());
            environment.push(("DBUS_SESSION_BUS_ADDRESS", nowhere.into()));
        }
        environment
    }

    /// The address that Liaison opened last, once.
    pub async fn opened_address(&self) -> String {
        let file = self.address_file();
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            if let Ok(address) = fs::read_to_string(&file) {
                fs::remove_file(&file).expect("it is ours");
                return address.trim().to_owned();
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("Liaison opened no address in the browser within 20 s");
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    fn browser(&self) -> PathBuf {
        self.path().join("browser")
    }

    fn address_file(&self) -> PathBuf {
        self.path().join("address")
    }
}
