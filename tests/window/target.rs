//! Where cargo puts things, seen from this test's own executable in `target/<profile>/deps`.

use std::path::PathBuf;

/// `target/<profile>`, in which the programs lie, or the folder that `LIAISON_PROGRAMS` names: where a package put them.
pub fn programs() -> PathBuf {
    std::env::var_os("LIAISON_PROGRAMS").map_or_else(profile, PathBuf::from)
}

fn profile() -> PathBuf {
    let mut path = std::env::current_exe().expect("a test knows its own executable");
    path.pop();
    path.pop();
    path
}

/// `target/screens`
pub fn screens() -> PathBuf {
    let folder = profile().parent().expect("target").join("screens");
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}
