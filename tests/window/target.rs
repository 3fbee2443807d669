//! Where cargo puts things, seen from this test's own executable in `target/<profile>/deps`.

use std::path::PathBuf;

/// `target/<profile>`, in which the programs lie.
pub fn programs() -> PathBuf {
    let mut path = std::env::current_exe().expect("a test knows its own executable");
    path.pop();
    path.pop();
    path
}

/// `target/screens`
pub fn screens() -> PathBuf {
    let folder = programs().parent().expect("target").join("screens");
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}
