//! Embeds the page and grants it the door's commands, and nothing else.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The page is embedded by a macro, which cargo does not see reading it.
    println!("cargo::rerun-if-changed=../ui/dist");
    let manifest =
        tauri_build::AppManifest::new().commands(&["request", "close", "events", "leave", "ready", "zoom"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
