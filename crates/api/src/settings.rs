//! What a person chose for this computer, in one small file.

use std::{fs, io::Write, path::Path};

use setup::{Problem, problem::Result};

use crate::view::settings::{EntraClient, ProxyView, SettingsView};

/// The settings in `file`, or the defaults when there is none.
///
/// # Errors
/// `settings-unreadable`
pub fn load(file: &Path) -> Result<SettingsView> {
    match fs::read(file) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| {
            Problem::new("settings-unreadable").arg("detail", error).arg("file", file.display())
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(SettingsView::default()),
        Err(error) => {
            Err(Problem::new("settings-unreadable").arg("detail", error).arg("file", file.display()))
        }
    }
}

/// Keeps `settings` whole or not at all.
///
/// # Errors
/// `settings-refused` naming the field; `settings-not-kept`.
pub fn keep(file: &Path, settings: &SettingsView) -> Result<()> {
    accept(settings)?;
    let kept = || -> std::io::Result<()> {
        let beside = file.with_extension("json.new");
        let mut new = fs::File::create(&beside)?;
        new.write_all(&serde_json::to_vec_pretty(settings)?)?;
        new.sync_all()?;
        fs::rename(beside, file)
    };
    kept().map_err(|error| Problem::new("settings-not-kept").arg("detail", error))
}

fn accept(settings: &SettingsView) -> Result<()> {
    let refused = |field: &str| Problem::new("settings-refused").arg("field", field);
    let language = &settings.language;
    if language.len() > 12 || !language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return Err(refused("language"));
    }
    if let ProxyView::Address { address } = &settings.proxy
        && url::Url::parse(address)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https" | "socks5"))
            .is_none()
    {
        return Err(refused("proxy"));
    }
    if let Some(pem) = &settings.extra_ca
        && !pem.contains("-----BEGIN CERTIFICATE-----")
    {
        return Err(refused("extra-ca"));
    }
    if let EntraClient::Own { client_id } = &settings.entra_client
        && uuid::Uuid::parse_str(client_id).is_err()
    {
        return Err(refused("client-id"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_is_kept_is_loaded_and_bad_input_keeps_what_was() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.json");
        assert_eq!(load(&file).unwrap(), SettingsView::default());
        let chosen = SettingsView { language: "en".into(), ..SettingsView::default() };
        keep(&file, &chosen).unwrap();
        let bad =
            SettingsView { proxy: ProxyView::Address { address: "no address".into() }, ..chosen.clone() };
        assert_eq!(keep(&file, &bad).unwrap_err().code, "settings-refused");
        assert_eq!(load(&file).unwrap(), chosen);
    }
}
