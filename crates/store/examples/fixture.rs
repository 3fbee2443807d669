//! Writes a store with one of everything, as this version keeps it: the file that `tests/kept_for_ever.rs` opens for ever.
//!
//!     cargo run -p liaison-store --example fixture -- crates/store/tests/fixtures/<version>
//!
//! Run once when the schema's version is raised, and kept. A fixture that is there is never written anew.

use std::{collections::BTreeMap, error::Error, path::PathBuf};

use liaison_store::Store;
use setup::{
    Change, Event, Marker, Undo, Verb,
    journal::Landing,
    ports::{Journal, Person, Sealed},
    record::{CloudAddresses, KnownBy, Seen, SetupHead, StepState},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("name a folder")?;
    if folder.exists() {
        return Err("it is there already".into());
    }
    let store = Store::open(&folder)?;
    let head = head();
    let id = head.id.clone();
    store.create(head, vec![Event::Answered { answer: "environment".into(), value: "test".into() }]).await?;
    let intended =
        Event::Intended { change: Box::new(change()), account: Some("ada.admin@kept.example".into()) };
    let entries = store.append(&id, vec![intended], Vec::new()).await?;
    let landing = Landing {
        id: Some("00000000-0000-4000-8000-000000000001".into()),
        gives: [("client-id".to_owned(), "00000000-0000-4000-8000-000000000002".to_owned())].into(),
        request_id: Some("00000000-0000-4000-8000-000000000003".into()),
        settled: false,
    };
    let landed = Event::Landed { intent: entries[0].intent_id(), outcome: landing };
    // Bytes that nobody can open: what is sealed is opaque to the store.
    let sealed = Sealed {
        name: "client-secret.secret".into(),
        blob: b"not a secret".to_vec(),
        about: [("key-id".to_owned(), "00000000-0000-4000-8000-000000000004".to_owned())].into(),
    };
    store.append(&id, vec![landed], vec![sealed]).await?;
    let seen = Seen {
        state: StepState::Done,
        known_by: Some(KnownBy::ReadBack),
        gives: BTreeMap::new(),
        problem: None,
        drift: Vec::new(),
    };
    let events = vec![
        Event::Learned {
            values: [("tenant.id".to_owned(), "00000000-0000-4000-8000-000000000005".to_owned())].into(),
        },
        Event::Acknowledged { by: None },
        Event::SignedIn {
            seat: "entra-admin".into(),
            account: "ada.admin@kept.example".into(),
            with: "browser".into(),
        },
        Event::SignedOut { seat: "entra-admin".into() },
        Event::Seen { steps: [("application".to_owned(), seen)].into() },
        Event::Confirmed {
            step: "wizard-agree".into(),
            by: Some("admin".into()),
            note: Some("Done.".into()),
        },
        Event::Reopened { step: "wizard-agree".into(), by: None },
        Event::PeopleListed { count: 2 },
    ];
    store.append(&id, events, Vec::new()).await?;
    let people = ["amal.haddad", "beatriz.souza"].into_iter().zip(1..);
    let people: Vec<Person> =
        people.map(|(user, n)| Person { n, user: user.into(), roles: Vec::new() }).collect();
    store.replace_people(&id, people).await?;
    Ok(())
}

fn head() -> SetupHead {
    SetupHead {
        id: "0123456789abcdef0123456789abcdef".into(),
        name: "Kept".into(),
        guide: "m365-support".into(),
        guide_version: 1,
        practice: false,
        cloud_name: "global".into(),
        cloud: CloudAddresses {
            login: "https://login.kept.example".into(),
            graph: "https://graph.kept.example".into(),
            entra_portal: "https://portal.kept.example".into(),
            admin_center: "https://admin.kept.example".into(),
        },
        tenant_domain: "kept.example".into(),
        instance: "https://instance.kept.example".into(),
        ca_pem: None,
        begun_by: None,
    }
}

fn change() -> Change {
    Change {
        step: "application".into(),
        write: "create".into(),
        verb: Verb::Create,
        object: "entra.application".into(),
        name: "Kept".into(),
        id: None,
        before: BTreeMap::new(),
        after: [("displayName".to_owned(), serde_json::json!("Kept"))].into(),
        marker: Marker::Field { field: "uniqueName".into(), value: "liaison-kept".into() },
        undo: Undo::Automatic,
        stays: vec!["stays-audit-entries".into()],
        yields_secret: false,
        asks: None,
    }
}
