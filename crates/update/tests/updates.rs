//! Updates over loopback, signed with keys that each test makes for itself.

#![allow(clippy::unwrap_used)]

mod publisher;

use std::{cell::RefCell, fs, path::PathBuf};

use liaison_update::{Installation, Outcome, Person, Source, UpdateError, run};
use net::Http;
use semver::Version;

use publisher::{Publisher, SYSTEM, name};

/// Says yes or no, and notes what was asked.
#[derive(Default)]
struct Says {
    look: bool,
    install: bool,
    asked: RefCell<Vec<String>>,
}

impl Says {
    fn yes() -> Self {
        Self { look: true, install: true, ..Self::default() }
    }
}

impl Person for Says {
    async fn lets_look(&self) -> bool {
        self.asked.borrow_mut().push("look".into());
        self.look
    }

    async fn lets_install(&self, version: &Version) -> bool {
        self.asked.borrow_mut().push(format!("install {version}"));
        self.install
    }
}

/// An AppImage of version 1.2.0, beside nothing else.
struct Computer {
    folder: tempfile::TempDir,
    http: Http,
}

impl Computer {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("Liaison.AppImage"), "1.2.0").unwrap();
        Self { folder, http: Http::new(net::HttpSettings::default()).unwrap() }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("Liaison.AppImage")
    }

    fn installed(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    async fn updates(
        &self,
        source: &Source,
        person: &Says,
    ) -> Result<Option<(Version, Outcome)>, UpdateError> {
        let installation = Installation::AppImage { file: self.file() };
        assert_eq!(installation.system(), SYSTEM);
        run(source, &self.http, &installation, &Version::new(1, 2, 0), person).await
    }

    /// An update that must fail, and change nothing.
    async fn refuses(&self, publisher: &Publisher) -> UpdateError {
        let refusal = self.updates(&publisher.source(), &Says::yes()).await.unwrap_err();
        assert_eq!(self.installed(), "1.2.0");
        assert_eq!(fs::read_dir(self.folder.path()).unwrap().count(), 1, "nothing lies beside it");
        refusal
    }
}

#[tokio::test]
async fn a_newer_version_is_installed_after_two_questions() {
    let (computer, person) = (Computer::new(), Says::yes());
    let publisher = Publisher::of("1.3.0").await;
    let done = computer.updates(&publisher.source(), &person).await.unwrap();
    assert_eq!(done, Some((Version::new(1, 3, 0), Outcome::Replaced)));
    assert_eq!(*person.asked.borrow(), ["look", "install 1.3.0"]);
    assert_eq!(computer.installed(), "this is 1.3.0");
}

#[tokio::test]
async fn without_a_yes_nothing_is_sent_and_without_a_second_one_nothing_is_fetched() {
    let computer = Computer::new();
    let publisher = Publisher::of("1.3.0").await;
    assert_eq!(computer.updates(&publisher.source(), &Says::default()).await.unwrap(), None);
    assert_eq!(publisher.asked_for(), [""; 0]);
    let looks = Says { look: true, ..Says::default() };
    assert_eq!(computer.updates(&publisher.source(), &looks).await.unwrap(), None);
    assert_eq!(publisher.asked_for(), ["updates.json", "updates.json.minisig"]);
    assert_eq!(computer.installed(), "1.2.0");
}

#[tokio::test]
async fn an_older_list_and_the_same_version_offer_nothing() {
    for version in ["1.1.9", "1.2.0", "1.2.0-rc.1"] {
        let (computer, person) = (Computer::new(), Says::yes());
        let publisher = Publisher::of(version).await;
        assert_eq!(computer.updates(&publisher.source(), &person).await.unwrap(), None);
        assert_eq!(*person.asked.borrow(), ["look"], "{version}");
        assert_eq!(computer.installed(), "1.2.0");
    }
}

/// Both builds and their signatures are genuine; that the older one is newer is what somebody in between says.
#[tokio::test]
async fn an_older_signed_build_announced_as_newer_is_refused() {
    let computer = Computer::new();
    let mut publisher = Publisher::of("1.1.0").await;
    publisher.change("updates.json", |list| list.replace("1.1.0", "1.3.0"));
    assert!(matches!(computer.refuses(&publisher).await, UpdateError::Signature));

    // The version alone, while the file's own name stays.
    let mut publisher = Publisher::of("1.1.0").await;
    publisher.change("updates.json", |list| list.replace(r#""version":"1.1.0""#, r#""version":"1.3.0""#));
    assert!(matches!(computer.refuses(&publisher).await, UpdateError::Signature));

    // The newer list, and under its file's name the older one.
    let mut publisher = Publisher::of("1.3.0").await;
    publisher.change(&name("1.3.0"), |_| "this is 1.1.0".into());
    assert!(matches!(computer.refuses(&publisher).await, UpdateError::File));
}

#[tokio::test]
async fn a_signature_of_another_key_of_another_list_or_none_is_refused() {
    let computer = Computer::new();
    let mut publisher = Publisher::of("1.3.0").await;
    let other = Publisher::of("1.4.0").await;
    for signature in [other.file("updates.json.minisig"), publisher.sign("another list"), String::new()] {
        publisher.change("updates.json.minisig", |_| signature.clone());
        assert!(matches!(computer.refuses(&publisher).await, UpdateError::Signature));
    }
    let publisher = other.with_key_of(&publisher);
    assert!(matches!(computer.refuses(&publisher).await, UpdateError::Signature));
}

#[tokio::test]
async fn a_file_that_is_longer_changed_cut_off_or_missing_is_refused() {
    let computer = Computer::new();
    let mut publisher = Publisher::of("1.3.0").await;
    publisher.change(&name("1.3.0"), |file| file + "and more");
    assert!(matches!(computer.refuses(&publisher).await, UpdateError::Net(_)), "is not read to its end");
    publisher.change(&name("1.3.0"), |_| "this is 1.3".into());
    assert!(matches!(computer.refuses(&publisher).await, UpdateError::File));
    publisher.remove(&name("1.3.0"));
    assert!(matches!(computer.refuses(&publisher).await, UpdateError::Answer { status: 404, .. }));
}

#[tokio::test]
async fn a_list_is_signed_and_still_names_no_other_folder() {
    let computer = Computer::new();
    for other in ["../Liaison-1.3.0.AppImage", "sub/Liaison.AppImage", "C:Liaison.AppImage", ".profile", ""] {
        let mut publisher = Publisher::of("1.3.0").await;
        let list = publisher.file("updates.json").replace(&name("1.3.0"), other);
        let signature = publisher.sign(&list);
        publisher.change("updates.json", |_| list.clone());
        publisher.change("updates.json.minisig", |_| signature.clone());
        assert!(matches!(computer.refuses(&publisher).await, UpdateError::List(_)), "{other:?}");
    }
}

#[test]
fn a_key_or_address_that_cannot_be_used_makes_no_source() {
    let key = publisher::new_key();
    for folder in
        ["https://updates.example", "http://updates.example/", "https://updates.example/list.json", "updates"]
    {
        assert!(Source::new(folder, &key).is_err(), "{folder}");
    }
    assert!(Source::new("https://updates.example/liaison/", &key).is_ok());
    assert!(Source::new("https://updates.example/liaison/", "no key").is_err());
}
