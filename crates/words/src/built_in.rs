//! The files under `words/`, compiled in.

use include_dir::{Dir, include_dir};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../words");

/// Codes of the languages that are here.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.dirs().filter_map(|folder| folder.path().to_str())
}

/// The Fluent sources of one language.
pub fn sources(language: &str) -> impl Iterator<Item = &'static str> {
    let folder = FILES.get_dir(language);
    folder.into_iter().flat_map(Dir::files).filter_map(|file| file.contents_utf8())
}
