//! `liaison-desktop` under a driver.

use std::ffi::OsString;

use crate::{driver::Driver, home::Home, page::Page, target};

/// The window of one Liaison.
pub struct Liaison {
    pub page: Page,
    driver: Driver,
}

impl Liaison {
    /// Starts it in practice mode, with further arguments.
    pub async fn practice(home: &Home, arguments: &[&str]) -> Self {
        Self::in_environment(home.environment(), arguments).await
    }

    /// Starts it at a setup of services that another process simulates.
    pub async fn at(home: &Home, setup: &str) -> Self {
        Self::start(home.environment(), &["--open", setup]).await
    }

    /// The same with more in its environment.
    pub async fn in_environment(environment: Vec<(&'static str, OsString)>, arguments: &[&str]) -> Self {
        Self::start(environment, &[&["--practice"], arguments].concat()).await
    }

    /// Starts it for real services, of which it knows none yet.
    pub async fn for_real(home: &Home) -> Self {
        Self::start(home.environment(), &[]).await
    }

    async fn start(environment: Vec<(&'static str, OsString)>, arguments: &[&str]) -> Self {
        let driver = Driver::start(environment);
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        let client = driver.open(&target::programs().join("liaison-desktop"), &arguments).await;
        Self { page: Page::new(client), driver }
    }

    /// Waits until its program has ended by itself.
    pub async fn ended(&self) {
        self.driver.ended("liaison-desktop").await;
    }

    /// Closes the window as a person does, and waits until its program has ended.
    pub async fn close(self) {
        self.page.close().await;
        self.driver.ended("liaison-desktop").await;
    }
}
