//! What may be typed. By lexopt, as the command line's parser would be a fiftieth of this program.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use lexopt::{Arg, Parser, ValueExt};

pub const USAGE: &str = "\
Opens Liaison's window.

Usage: liaison-desktop [--practice] [--scene NAME] [--open SETUP] [FILE]

      --practice    Simulate both services in this process. No account is needed.
      --scene NAME  The state in which the simulated services begin.
      --open SETUP  Open the window at this setup, by id or name.
      FILE          A handover (*.liaison): shown, and nothing of it taken before that is confirmed.
  -h, --help        Print help
  -V, --version     Print version
";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    pub practice: bool,
    pub scene: Option<String>,
    pub open: Option<String>,
    /// What the desktop names after a double click.
    pub file: Option<PathBuf>,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    Open(Arguments),
    Help,
    Version,
}

impl Typed {
    /// Reads what was typed, the program's own name first.
    ///
    /// # Errors
    /// An argument that is not known, misses its value or does not go with the others.
    pub fn read(typed: impl IntoIterator<Item = impl Into<OsString>>) -> Result<Self, lexopt::Error> {
        let mut arguments = Arguments::default();
        let mut parser = Parser::from_iter(typed);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("practice") => arguments.practice = true,
                Arg::Long("scene") => arguments.scene = Some(parser.value()?.string()?),
                Arg::Long("open") => arguments.open = Some(parser.value()?.string()?),
                Arg::Value(file) if arguments.file.is_none() && is_handover(&file) => {
                    arguments.file = Some(file.into());
                }
                Arg::Long("help") | Arg::Short('h') => return Ok(Self::Help),
                Arg::Long("version") | Arg::Short('V') => return Ok(Self::Version),
                other => return Err(other.unexpected()),
            }
        }
        if arguments.scene.is_some() && !arguments.practice {
            return Err("--scene needs --practice".into());
        }
        Ok(Self::Open(arguments))
    }
}

fn is_handover(file: &OsString) -> bool {
    Path::new(file).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("liaison"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &[&str]) -> Result<Typed, lexopt::Error> {
        Typed::read(["liaison-desktop"].iter().chain(typed))
    }

    #[test]
    fn a_scene_needs_practice() {
        assert!(read(&["--scene", "ready"]).is_err());
        let scene = Some("ready".to_owned());
        let expected = Typed::Open(Arguments { practice: true, scene, ..Arguments::default() });
        assert_eq!(read(&["--practice", "--scene", "ready"]).unwrap(), expected);
    }

    #[test]
    fn what_is_not_known_or_lacks_its_value_is_refused() {
        for typed in [
            &["--nothing"][..],
            &["--open"],
            &["--practice=yes"],
            &["some-file"],
            &["a.liaison", "b.liaison"],
        ] {
            assert!(read(typed).is_err(), "{typed:?}");
        }
        assert_eq!(read(&["--help"]).unwrap(), Typed::Help);
    }

    #[test]
    fn a_handover_is_a_file_of_that_name() {
        let file = Some(PathBuf::from("/home/a b/Contoso.LIAISON"));
        let expected = Typed::Open(Arguments { file, ..Arguments::default() });
        assert_eq!(read(&["/home/a b/Contoso.LIAISON"]).unwrap(), expected);
    }
}
