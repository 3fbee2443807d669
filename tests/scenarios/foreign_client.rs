//! A client that none of us wrote reads and changes practice's tables as it would an instance's.

use std::process::Command;

use crate::harness::Practice;

/// Where python3 has pysnc (`pip install pysnc`); `LIAISON_PYTHON` names another python.
#[tokio::test]
async fn pysnc_reads_and_changes_tables() {
    let python = std::env::var("LIAISON_PYTHON").unwrap_or_else(|_| "python3".into());
    let there = Command::new(&python).args(["-c", "import pysnc"]).output();
    if !there.is_ok_and(|there| there.status.success()) {
        eprintln!("NOT RUN: {python} has no pysnc");
        return;
    }
    let practice = Practice::serve(&[]).await;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/with_pysnc.py");
    let ran = Command::new(&python)
        .args([script, practice.text("instance")])
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{told}");
    practice.nothing_was_unknown().await;
}
