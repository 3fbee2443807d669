//! Notes and pictures are kept in a store of any version, and leave nothing behind.

#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

use jiff::Timestamp;
use liaison_store::{Note, Picture, Store};
use setup::ports::Sealed;

const TEXT: &str = "what nobody should find later";

#[tokio::test]
async fn what_is_kept_in_a_store_of_version_1_is_removed_whole() {
    let folder = tempfile::tempdir().unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/1/setups.db");
    fs::copy(fixture, folder.path().join("setups.db")).unwrap();
    let store = Store::open(folder.path()).unwrap();
    let setup = store.list().await.unwrap().remove(0).id;

    let step = || "wizard-agree".to_owned();
    let note = |text: &str| Note {
        step: step(),
        text: text.into(),
        at: Timestamp::UNIX_EPOCH,
        by: Some("ada@kept.example".into()),
        in_report: false,
    };
    store.keep_note(&setup, note(TEXT)).await.unwrap();
    store.keep_note(&setup, Note { in_report: true, ..note("Another.") }).await.unwrap();
    let notes = store.notes(&setup).await.unwrap();
    assert_eq!((notes.len(), notes[0].text.as_str(), notes[0].in_report), (1, "Another.", true));

    let picture = |id: &str| Picture {
        id: id.into(),
        step: step(),
        at: Timestamp::UNIX_EPOCH,
        by: None,
        width: 40,
        height: 30,
        sha256: "00".repeat(32),
        in_report: false,
    };
    let sealed =
        || Sealed { name: "picture.a".into(), blob: TEXT.into(), about: [("k".into(), "v".into())].into() };
    for id in ["a", "b"] {
        store.keep_picture(&setup, picture(id), sealed()).await.unwrap();
    }
    assert_eq!(store.sealed_picture(&setup, "a").await.unwrap(), Some(sealed()));
    assert!(store.choose_picture(&setup, "b", true).await.unwrap());
    assert!(store.remove_picture(&setup, "a").await.unwrap());
    assert!(!store.remove_picture(&setup, "a").await.unwrap());
    let left = store.pictures(&setup).await.unwrap();
    assert_eq!(left, [Picture { in_report: true, ..picture("b") }]);

    store.remove_evidence(&setup, "wizard-agree").await.unwrap();
    assert!(
        store.pictures(&setup).await.unwrap().is_empty() && store.notes(&setup).await.unwrap().is_empty()
    );
    drop(store);
    for file in fs::read_dir(folder.path()).unwrap().flatten().filter(|file| file.path().is_file()) {
        let bytes = fs::read(file.path()).unwrap();
        assert!(!bytes.windows(TEXT.len()).any(|window| window == TEXT.as_bytes()), "{:?}", file.path());
    }
}
