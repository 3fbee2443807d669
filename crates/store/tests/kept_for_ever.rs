//! A store that an earlier version wrote opens in this one, with everything in it; one of a newer version is left as it is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path};

use liaison_store::Store;
use rusqlite::Connection;
use setup::{Record, ports::Journal};

/// A copy, as opening a store writes to it.
fn copy_of(fixture: &str) -> tempfile::TempDir {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture);
    let folder = tempfile::tempdir().unwrap();
    fs::copy(from.join("setups.db"), folder.path().join("setups.db")).unwrap();
    folder
}

#[tokio::test]
async fn the_store_of_version_1_opens_with_all_that_is_in_it() {
    let folder = copy_of("1");
    let store = Store::open(folder.path()).unwrap();
    let heads = store.list().await.unwrap();
    let [head] = &heads[..] else { panic!("{heads:?}") };
    assert_eq!((head.name.as_str(), head.tenant_domain.as_str()), ("Kept", "kept.example"));

    let entries = store.entries(&head.id).await.unwrap();
    assert_eq!(entries.len(), 12);
    assert!(entries.iter().all(setup::Entry::is_whole), "what was hashed then still reads the same");
    let record = Record::fold(&entries).unwrap();
    assert_eq!(record.answers["environment"], "test");
    assert_eq!(record.learned.len(), 1);
    assert!(record.acknowledged.is_some() && record.accounts.is_empty());
    assert!(record.step("application").owns("00000000-0000-4000-8000-000000000001"));
    assert!(record.step("wizard-agree").confirmed.is_none());
    assert_eq!(record.people, 2);
    assert_eq!(store.people(&head.id, 1, 10).await.unwrap()[0].user, "beatriz.souza");
    let sealed = store.sealed(&head.id, "client-secret.secret").await.unwrap().unwrap();
    assert_eq!(sealed.blob, b"not a secret");
    assert!(sealed.about.contains_key("key-id"));
}

#[tokio::test]
async fn a_newer_store_is_refused_and_not_touched() {
    let folder = copy_of("1");
    let file = folder.path().join("setups.db");
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let before = fs::read(&file).unwrap();
    let refused = Store::open(folder.path()).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.args["found"].as_str()), ("store-newer", "999"));
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[tokio::test]
async fn a_damaged_store_is_named_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("setups.db"), "this is no database, and long enough to be looked at")
        .unwrap();
    assert_eq!(Store::open(folder.path()).unwrap_err().code, "store-damaged");
}

/// What a row says can be changed by whoever owns the file; that it was changed is seen.
#[tokio::test]
async fn an_entry_that_was_taken_out_is_missed() {
    let folder = copy_of("1");
    let file = folder.path().join("setups.db");
    Connection::open(&file).unwrap().execute("DELETE FROM entry WHERE n = 5", []).unwrap();
    let store = Store::open(folder.path()).unwrap();
    let head = store.list().await.unwrap().remove(0);
    assert_eq!(store.entries(&head.id).await.unwrap_err().code, "journal-altered");
}
