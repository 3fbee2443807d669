//! Somebody who offers versions: a folder on loopback, and a key.

use std::{
    collections::BTreeMap,
    io::Cursor,
    process::{Command, Stdio},
    sync::{Arc, Mutex},
};

use axum::{Router, extract::Path, http::StatusCode, routing::get};
use liaison_update::Source;
use minisign::KeyPair;

pub const SYSTEM: &str = if cfg!(target_arch = "aarch64") { "appimage-aarch64" } else { "appimage-x86_64" };

#[derive(Default)]
struct Folder {
    files: BTreeMap<String, String>,
    asked_for: Vec<String>,
}

pub struct Publisher {
    key: KeyPair,
    trusted: String,
    address: String,
    folder: Arc<Mutex<Folder>>,
}

pub fn name(version: &str) -> String {
    format!("Liaison-{version}-{}.AppImage", std::env::consts::ARCH)
}

pub fn new_key() -> String {
    KeyPair::generate_unencrypted_keypair().unwrap().pk.to_base64()
}

impl Publisher {
    /// Offers `version`, by the list that a release would have.
    pub async fn of(version: &str) -> Self {
        let folder: Arc<Mutex<Folder>> = Arc::default();
        let served = folder.clone();
        let router = Router::new().route(
            "/liaison/{name}",
            get(async move |Path(name): Path<String>| {
                let mut folder = served.lock().unwrap();
                folder.asked_for.push(name.clone());
                folder.files.get(&name).cloned().ok_or(StatusCode::NOT_FOUND)
            }),
        );
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/liaison/", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let key = KeyPair::generate_unencrypted_keypair().unwrap();
        let publisher = Self { trusted: key.pk.to_base64(), key, address, folder };
        let (name, file) = (name(version), format!("this is {version}"));
        let list = listed(version, &name, &file);
        publisher.put("updates.json.minisig", publisher.sign(&list));
        publisher.put("updates.json", list);
        publisher.put(&name, file);
        publisher
    }

    pub fn source(&self) -> Source {
        Source::new(&self.address, &self.trusted).unwrap()
    }

    /// The same offers, to somebody who trusts `other`.
    pub fn with_key_of(mut self, other: &Self) -> Self {
        self.trusted.clone_from(&other.trusted);
        self
    }

    pub fn sign(&self, text: &str) -> String {
        minisign::sign(None, &self.key.sk, Cursor::new(text), None, None).unwrap().to_string()
    }

    pub fn file(&self, name: &str) -> String {
        self.folder.lock().unwrap().files[name].clone()
    }

    pub fn change(&mut self, name: &str, how: impl FnOnce(String) -> String) {
        let changed = how(self.file(name));
        self.put(name, changed);
    }

    pub fn remove(&mut self, name: &str) {
        self.folder.lock().unwrap().files.remove(name);
    }

    pub fn asked_for(&self) -> Vec<String> {
        self.folder.lock().unwrap().asked_for.clone()
    }

    fn put(&self, name: &str, content: String) {
        self.folder.lock().unwrap().files.insert(name.to_owned(), content);
    }
}

/// The list as a release makes it, by the release's own script.
fn listed(version: &str, name: &str, content: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), content).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dev.d/package/updates.mjs");
    let made = Command::new("node")
        .arg(script)
        .arg(version)
        .arg(folder.path())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(made.status.success());
    String::from_utf8(made.stdout).unwrap()
}
