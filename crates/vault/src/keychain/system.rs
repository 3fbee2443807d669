//! Each system's own store, opened per call and never made the process-wide default of keyring-core, which could not be reopened.

use keyring_core::{Entry, Result, api::CredentialStoreApi};

/// The Secret Service of the session bus (GNOME Keyring, KWallet, KeePassXC).
#[cfg(target_os = "linux")]
pub(super) fn entry(service: &str, user: &str) -> Result<Entry> {
    let label = [("label", "Liaison")].into();
    zbus_secret_service_keyring_store::Store::new()?.build(service, user, Some(&label))
}

/// The login keychain, which stays on this Mac: only items of the data protection keychain are synchronised.
#[cfg(target_os = "macos")]
pub(super) fn entry(service: &str, user: &str) -> Result<Entry> {
    apple_native_keyring_store::keychain::Store::new()?.build(service, user, None)
}

/// Credential Manager. `Local` is `CRED_PERSIST_LOCAL_MACHINE`: it survives a restart and does not roam.
#[cfg(windows)]
pub(super) fn entry(service: &str, user: &str) -> Result<Entry> {
    let stays = [("persistence", "Local")].into();
    windows_native_keyring_store::Store::new()?.build(service, user, Some(&stays))
}
