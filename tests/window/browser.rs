//! A browser for the pages that Liaison opens: WebKitGTK's own small one, under a second driver.

use std::path::PathBuf;

use crate::{driver::Driver, home::Home, page::Page};

pub struct Browser {
    pub page: Page,
    _driver: Driver,
}

impl Browser {
    /// An empty browser, with no cookie of an earlier one.
    pub async fn start() -> Self {
        let driver = Driver::start(Vec::new());
        let client = driver.open(&mini_browser(), &["--automation".to_owned()]).await;
        Self { page: Page::new(client), _driver: driver }
    }

    /// Goes where Liaison just sent the person.
    pub async fn follow(&self, home: &Home) {
        let address = home.opened_address().await;
        self.page.go(&address).await;
    }
}

/// It lies beside the library, in a folder named after the machine's architecture.
fn mini_browser() -> PathBuf {
    let libraries = std::fs::read_dir("/usr/lib").expect("/usr/lib");
    libraries
        .flatten()
        .map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"))
        .find(|path| path.exists())
        .expect("MiniBrowser comes with Debian's libwebkit2gtk-4.1-0")
}
