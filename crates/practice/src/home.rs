//! The file in which a world outlives a restart.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::scenes::Scene;
use crate::world::World;

/// A folder with `practice.json`, the world that runs, and `practice-<scene>.json` for worlds of other scenes that were set
/// aside. The files hold practice's made-up secrets and are readable by their owner only.
pub(crate) struct Home {
    folder: PathBuf,
}

impl Home {
    /// # Errors
    /// When the folder cannot be made.
    pub(crate) fn at(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// The world to go on with: the one that ran last, unless another scene is asked for; then that scene's, if it ever
    /// ran here, while the last one is set aside.
    ///
    /// # Errors
    /// When a file cannot be read, moved, or understood.
    pub(crate) fn take_up(&self, wanted: Option<&'static Scene>) -> io::Result<Option<World>> {
        let last = self.load()?;
        match (wanted, last) {
            (Some(wanted), Some(last)) if last.scene.name != wanted.name => {
                fs::rename(self.current(), self.aside(last.scene))?;
                if self.aside(wanted).exists() {
                    fs::rename(self.aside(wanted), self.current())?;
                }
                self.load()
            }
            (_, last) => Ok(last),
        }
    }

    /// Replaces the file as a whole: a reader, or a crash, sees the old world or the new one.
    ///
    /// # Errors
    /// What the file system says.
    pub(crate) fn save(&self, world: &World) -> io::Result<()> {
        let draft = self.folder.join("practice.json.new");
        let mut file = private(&draft)?;
        serde_json::to_writer(&mut file, world)?;
        file.flush()?;
        drop(file);
        fs::rename(draft, self.current())
    }

    fn load(&self) -> io::Result<Option<World>> {
        match fs::read(self.current()) {
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|error| {
                let file = self.current();
                io::Error::new(io::ErrorKind::InvalidData, format!("{}: {error}", file.display()))
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn current(&self) -> PathBuf {
        self.folder.join("practice.json")
    }

    fn aside(&self, scene: &Scene) -> PathBuf {
        self.folder.join(format!("practice-{}.json", scene.name))
    }
}

fn private(path: &Path) -> io::Result<io::BufWriter<File>> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(io::BufWriter::new(options.open(path)?))
}
