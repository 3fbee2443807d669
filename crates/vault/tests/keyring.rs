//! The vault on the real GNOME Keyring, in each state that a desktop can be in.
//!
//! Every test runs this binary again inside a session bus of its own with a home of its own, so that no keyring of the person who runs
//! the tests is ever asked.
#![cfg(target_os = "linux")]
// A test that did not run must say so.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod session;

use std::{collections::BTreeMap, time::Duration};

use liaison_vault::{Source, Vault, is_for_a_session, keychain_round_trip};
use secrecy::{ExposeSecret, SecretString};
use session::{Bus, Keyring, Prompter, inside};
use setup::{
    Problem,
    ports::{Sealed, Vault as _},
};

fn secret() -> SecretString {
    SecretString::from(format!("made-up-{}", std::process::id()))
}

async fn seal(vault: &Vault) -> Result<Sealed, Problem> {
    vault.seal("step.secret", BTreeMap::new(), &secret()).await
}

async fn opens(vault: &Vault, sealed: &Sealed) -> Result<bool, Problem> {
    // EXPOSE: to a comparison of made-up values.
    Ok(vault.open(sealed).await?.expose_secret() == secret().expose_secret())
}

fn code<T>(result: Result<T, Problem>) -> String {
    result.map_or_else(|problem| problem.code, |_| "fine".into())
}

#[test]
fn without_a_bus_there_is_no_keychain() {
    inside(Bus::None, "inner::no_keychain");
}

#[test]
fn without_a_service_there_is_no_keychain() {
    inside(Bus::Own, "inner::no_keychain");
}

#[test]
fn a_keyring_without_a_collection_is_told() {
    inside(Bus::Own, "inner::no_collection");
}

#[test]
fn an_unlocked_keyring_keeps_one_identity() {
    inside(Bus::Own, "inner::unlocked");
}

#[test]
fn a_locked_keyring_is_told_and_works_once_unlocked() {
    inside(Bus::Own, "inner::locked");
}

#[test]
fn an_entry_removed_behind_our_back_is_told_and_put_back() {
    inside(Bus::Own, "inner::removed");
}

#[test]
fn a_prompt_that_nobody_answers_is_told_in_time_and_the_next_try_works() {
    inside(Bus::Own, "inner::unanswered");
}

#[test]
fn what_another_machine_s_keyring_sealed_is_told_apart() {
    inside(Bus::Own, "inner::another_machine");
}

#[test]
fn two_at_once_agree_on_one_identity() {
    inside(Bus::Own, "inner::two_at_once");
}

mod inner {
    use super::*;

    #[tokio::test]
    #[ignore = "run by the tests above in a session of its own"]
    async fn no_keychain() {
        let _session = session::expected!();
        assert_eq!(code(keychain_round_trip().await), "keychain-absent");
        assert_eq!(code(Vault::new(Source::Keychain).prove().await), "keychain-absent");

        let vault = Vault::new(Source::KeychainOrMemory);
        vault.prove().await.unwrap();
        assert_eq!(vault.fallen_back().unwrap().code, "keychain-absent");
        assert!(opens(&vault, &seal(&vault).await.unwrap()).await.unwrap());
    }

    #[tokio::test]
    #[ignore = "run by the tests above in a session of its own"]
    async fn no_collection() {
        let home = session::expected!();
        let _keyring = Keyring::start(&home);
        assert_eq!(code(keychain_round_trip().await), "keychain-no-collection");
        assert_eq!(code(seal(&Vault::new(Source::Keychain)).await), "keychain-no-collection");
    }

    #[tokio::test]
    #[ignore = "run by the tests above in a session of its own"]
    async fn unlocked() {
        let home = session::expected!();
        let _keyring = Keyring::unlocked(&home);
        keychain_round_trip().await.unwrap();
        let vault = Vault::new(Source::KeychainOrMemory);
        vault.prove().await.unwrap();
        let sealed = seal(&vault).await.unwrap();
        assert_eq!(vault.fallen_back(), None);
        // As another process would.
        assert!(opens(&Vault::new(Source::Keychain), &sealed).await.unwrap());
        assert_eq!(session::entries("check-"), 0, "a round trip leaves nothing behind");
        assert_eq!(session::entries("identity"), 1);
    }

    #[tokio::test]
    #[ignore = "run by the tests above in a session of its own"]
    async fn locked() {
        let home = session::expected!();
        let keyring = Keyring::unlocked(&home);
        let sealed = seal(&Vault::new(Source::Keychain)).await.unwrap();
        drop(keyring);

        let keyring = Keyring::start(&home);
        let strict = Vault::new(Source::Keychain);
        assert_eq!(code(keychain_round_trip().await), "keychain-locked");
        assert_eq!(code(opens(&strict, &sealed).await), "keychain-locked");
        assert_eq!(code(seal(&strict).await), "keychain-locked");
        let lenient = Vault::new(Source::KeychainOrMemory);
        let for_now = seal(&lenient).await.unwrap();
        assert_eq!(lenient.fallen_back().unwrap().code, "keychain-locked");
        assert_eq!(code(opens(&lenient, &sealed).await), "keychain-locked");
        assert_eq!(code(lenient.retry().await), "keychain-locked");
        drop(keyring);

        // The same vaults, without a restart.
        let _keyring = Keyring::unlocked(&home);
        assert!(opens(&strict, &sealed).await.unwrap());
        lenient.retry().await.unwrap();
        assert_eq!(lenient.fallen_back(), None);
        assert!(opens(&lenient, &sealed).await.unwrap());
        assert!(opens(&lenient, &for_now).await.unwrap());
        assert!(opens(&strict, &seal(&lenient).await.unwrap()).await.unwrap());
        let ended = opens(&strict, &for_now).await.unwrap_err();
        assert_eq!(
            (ended.code.as_str(), ended.args["identity"].as_str()),
            ("secret-sealed-by-another-identity", "session")
        );
    }

    #[tokio::test]
    #[ignore = "run by the tests above in a session of its own"]
    async fn removed() {
        let home = session::expected!();
        let _keyring = Keyring::unlocked(&home);
        let vault = Vault::new(Source::Keychain);
        let sealed = seal(&vault).await.unwrap();
        session::remove("identity");

        let later = opens(&Vault::new(Source::Keychain), &sealed).await.unwrap_err();
        assert_eq!(
            (later.code.as_str(), later.args["identity"].as_str()),
            ("secret-sealed-by-another-identity", "gone")
        );
        assert_eq!(session::entries("identity"), 0, "opening makes no new identity");
        // The vault that still knows it puts it back before it is used for anything new.
        vault.prove().await.unwrap();
        assert!(opens(&Vault::new(Source::Keychain), &sealed).await.unwrap());
    }

    #[tokio::test]
    #[ignore = "run by the tests above in a session of its own"]
    async fn unanswered() {
        let home = session::expected!();
        drop(Keyring::unlocked(&home));
        let keyring = Keyring::start(&home);
        let Some(prompter) = Prompter::start() else { return };
        let vault = Vault::new(Source::KeychainOrMemory).patient_for(Duration::from_secs(2));
        let for_now = seal(&vault).await.unwrap();
        let why = vault.fallen_back().unwrap();
        assert_eq!((why.code.as_str(), why.args["seconds"].as_str()), ("keychain-no-answer", "2"));
        assert_eq!(
            code(seal(&Vault::new(Source::Keychain).patient_for(Duration::from_secs(1))).await),
            "keychain-no-answer"
        );
        // The question is gone with whoever asked it, and so is the wait behind it.
        drop(prompter);
        drop(keyring);
        let _keyring = Keyring::unlocked(&home);
        vault.retry().await.unwrap();
        assert!(opens(&vault, &for_now).await.unwrap());
        let lasting = seal(&vault).await.unwrap();
        assert!(!is_for_a_session(&lasting.about) && is_for_a_session(&for_now.about));
        assert!(opens(&Vault::new(Source::Keychain), &lasting).await.unwrap());
    }

    #[tokio::test]
    #[ignore = "run by the tests above in a session of its own"]
    async fn another_machine() {
        let home = session::expected!();
        let keyring = Keyring::unlocked(&home);
        let sealed = seal(&Vault::new(Source::Keychain)).await.unwrap();
        drop(keyring);

        let other = home.join("other-machine");
        std::fs::create_dir(&other).unwrap();
        let _keyring = Keyring::unlocked_elsewhere(&home, &other);
        let identity = async |vault: &Vault| {
            let problem = opens(vault, &sealed).await.unwrap_err();
            assert_eq!(problem.code, "secret-sealed-by-another-identity");
            problem.args["identity"].clone()
        };
        let vault = Vault::new(Source::Keychain);
        assert_eq!(identity(&vault).await, "gone", "that machine has no identity yet");
        // Work goes on with one of its own, and the copied secret is still not taken for it.
        assert!(opens(&vault, &seal(&vault).await.unwrap()).await.unwrap());
        assert_eq!(identity(&vault).await, "another");
        assert_eq!(identity(&Vault::new(Source::Keychain)).await, "another");
    }

    #[tokio::test]
    #[ignore = "run by the tests above in a session of its own"]
    async fn two_at_once() {
        let home = session::expected!();
        let _keyring = Keyring::unlocked(&home);
        let (one, other) = (Vault::new(Source::Keychain), Vault::new(Source::Keychain));
        let (first, second) = tokio::join!(one.prove(), other.prove());
        first.and(second).unwrap();
        assert_eq!(session::entries("identity"), 1);
        // Whoever lost notices before a secret is asked for.
        one.prove().await.unwrap();
        other.prove().await.unwrap();
        assert!(opens(&other, &seal(&one).await.unwrap()).await.unwrap());
        assert!(opens(&one, &seal(&other).await.unwrap()).await.unwrap());
    }
}
