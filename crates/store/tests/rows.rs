//! The rows of a bulk step: what was seen of a list, and what became of each write.

#![allow(clippy::unwrap_used)]

use liaison_store::Store;
use setup::{
    record::{CloudAddresses, SetupHead},
    rows::{Lines, MISSING, RowState, Rows, Sighting},
};

#[tokio::test]
async fn an_approved_list_is_begun_once_and_every_row_keeps_its_state() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let setup = head().id;
    store.create(head(), Vec::new()).await.unwrap();
    let step = "roles".to_owned();
    let sighting = |n: u64, key: &str, word: &str| Sighting {
        n,
        key: key.into(),
        name: format!("name {n}"),
        word: word.into(),
    };
    let page = vec![sighting(1, "a", MISSING), sighting(2, "", "nobody"), sighting(3, "a", MISSING)];
    store.see(&setup, &step, 0, page).await.unwrap();
    store.see(&setup, &step, 3, vec![sighting(4, "b", MISSING), sighting(5, "c", "granted")]).await.unwrap();
    store.see(&setup, &step, 5, Vec::new()).await.unwrap();
    let tally = store.tally(&setup, &step).await.unwrap();
    assert_eq!((tally.of(MISSING), tally.of("repeated"), tally.of("nobody"), tally.made), (2, 1, 1, 0));
    let open = store.seen(&setup, &step, Lines::Open, 0, 10).await.unwrap();
    assert_eq!(open.iter().map(|one| one.n).collect::<Vec<_>>(), [2]);
    // The repeated line means somebody who is counted already.
    let missing = store.seen(&setup, &step, Lines::Missing, 0, 10).await.unwrap();
    assert_eq!(missing.iter().map(|one| one.n).collect::<Vec<_>>(), [1, 4]);

    let refused = store.begin(&setup, &step, "another").await.unwrap_err();
    assert_eq!(refused.code, "plan-changed");
    assert_eq!(store.begin(&setup, &step, &tally.missing).await.unwrap(), 2);
    let mut planned = store.rows(&setup, &step, RowState::Planned, 10).await.unwrap();
    assert_eq!(planned.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    planned[0].state = RowState::Made;
    planned[0].id = Some("grant".into());
    store.mark(&setup, &step, planned[..1].to_vec()).await.unwrap();
    assert_eq!(store.rows(&setup, &step, RowState::Planned, 10).await.unwrap().len(), 1);
    let made = store.rows(&setup, &step, RowState::Made, 10).await.unwrap();
    assert_eq!(made[0].id.as_deref(), Some("grant"));
    assert_eq!(store.tally(&setup, &step).await.unwrap().made, 1);

    // A shorter list: nothing is left of the lines that it has no more, and what was made stays ours.
    store.see(&setup, &step, 0, vec![sighting(1, "c", "granted")]).await.unwrap();
    store.see(&setup, &step, 1, Vec::new()).await.unwrap();
    let tally = store.tally(&setup, &step).await.unwrap();
    assert_eq!((tally.words.len(), tally.made), (1, 1));
}

fn head() -> SetupHead {
    let at = |host: &str| format!("https://{host}.rows.example");
    SetupHead {
        begun_by: None,
        id: "0123456789abcdef0123456789abcdef".into(),
        name: "Rows".into(),
        guide: "g".into(),
        guide_version: 1,
        practice: false,
        cloud_name: "global".into(),
        cloud: CloudAddresses {
            login: at("login"),
            graph: at("graph"),
            entra_portal: at("portal"),
            admin_center: at("admin"),
        },
        tenant_domain: "rows.example".into(),
        instance: at("instance"),
        ca_pem: None,
    }
}
