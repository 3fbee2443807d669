//! Practice and the command line as processes, in a folder that is thrown away.

mod liaison;
mod practice;

pub use liaison::{Liaison, Run};
pub use practice::{Hold, Practice};

use std::path::PathBuf;

/// A program of this workspace. `./dev test` builds them first; so does `cargo build --workspace`.
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    // target/<profile>/deps/<this test>
    let folder = test.parent().unwrap().parent().unwrap();
    let program = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is not built: run `cargo build --workspace` first", program.display());
    program
}

/// Practice in a scene, and a signed-in setup named `s` on it.
pub struct Bench {
    pub practice: Practice,
    pub liaison: Liaison,
}

impl Bench {
    pub async fn in_scene(scene: &str) -> Self {
        let practice = Practice::serve(&["--scene", scene]).await;
        let liaison = Liaison::new();
        liaison.create("s", &practice).expect_code(0);
        liaison.sign_in("s");
        Self { practice, liaison }
    }

    /// The same with both admins signed in.
    pub async fn signed_in(scene: &str) -> Self {
        let practice = Practice::serve(&["--scene", scene]).await;
        let liaison = Liaison::new();
        liaison.create("s", &practice).expect_code(0);
        liaison.sign_in_both("s");
        Self { practice, liaison }
    }
}
