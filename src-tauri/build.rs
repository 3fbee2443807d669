//! Embeds the page and grants it the door's commands, and nothing else.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The page is embedded by a macro, which cargo does not see reading it.
    println!("cargo::rerun-if-changed=../ui/dist");
    for given in ["LIAISON_UPDATE_KEY", "LIAISON_UPDATES_AT"] {
        println!("cargo::rerun-if-env-changed={given}");
        let is_given = std::env::var(given).is_ok_and(|value| !value.is_empty());
        if std::env::var_os("CARGO_FEATURE_UPDATER").is_some() && !is_given {
            return Err(format!("a build with the updater needs {given}: docs/packaging.md, Updates").into());
        }
    }
    let manifest =
        tauri_build::AppManifest::new().commands(&["request", "close", "events", "leave", "ready", "zoom"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
