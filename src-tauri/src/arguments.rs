//! What may be typed. By lexopt, as the command line's parser would be a fiftieth of this program.

use std::ffi::OsString;

use lexopt::{Arg, Parser, ValueExt};

pub const USAGE: &str = "\
Opens Liaison's window.

Usage: liaison-desktop [--practice] [--scene NAME] [--open SETUP]

      --practice    Simulate both services in this process. No account is needed.
      --scene NAME  The state in which the simulated services begin.
      --open SETUP  Open the window at this setup, by id or name.
  -h, --help        Print help
  -V, --version     Print version
";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    pub practice: bool,
    pub scene: Option<String>,
    pub open: Option<String>,
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
        let expected = Typed::Open(Arguments { practice: true, scene, open: None });
        assert_eq!(read(&["--practice", "--scene", "ready"]).unwrap(), expected);
    }

    #[test]
    fn what_is_not_known_or_lacks_its_value_is_refused() {
        for typed in [&["--nothing"][..], &["--open"], &["--practice=yes"], &["some-file"]] {
            assert!(read(typed).is_err(), "{typed:?}");
        }
        assert_eq!(read(&["--help"]).unwrap(), Typed::Help);
    }
}
