//! The vault on Windows' Credential Manager: on Windows, or under Wine by `./dev test --all`.
#![cfg(windows)]
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use liaison_vault::{Source, Vault, keychain_round_trip};
use secrecy::{ExposeSecret, SecretString};
use setup::ports::Vault as _;

#[tokio::test]
async fn what_one_vault_sealed_another_opens_with_the_identity_that_is_kept() {
    keychain_round_trip().await.unwrap();
    let made_up = format!("made-up-{}", std::process::id());
    let secret = SecretString::from(made_up.clone());
    let sealed = Vault::new(Source::Keychain).seal("step.secret", BTreeMap::new(), &secret).await.unwrap();
    let opened = Vault::new(Source::Keychain).open(&sealed).await.unwrap();
    // EXPOSE: to a comparison of made-up values.
    assert_eq!(opened.expose_secret(), made_up);
}
