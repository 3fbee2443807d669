//! A desktop that shows notifications: a service on a session bus of its own, which keeps what it was told.

use std::sync::{Arc, Mutex};

use zbus::zvariant::OwnedValue;

/// Titles and texts, in their order.
pub type Shown = Arc<Mutex<Vec<(String, String)>>>;

struct Notifications(Shown);

/// Desktop Notifications Specification 1.2, as far as a program that only shows something calls it.
#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[expect(clippy::too_many_arguments, reason = "the specification's")]
    fn notify(
        &self,
        app: String,
        _replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: std::collections::HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        assert_eq!(app, "Liaison");
        self.0.lock().unwrap().push((summary, body));
        1
    }

    fn get_capabilities(&self) -> Vec<String> {
        vec!["body".into()]
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ("test".into(), "liaison".into(), "1".into(), "1.2".into())
    }
}

/// Takes the name on the bus at `address`, until the connection is dropped.
pub async fn serve(address: &str) -> (zbus::Connection, Shown) {
    let shown = Shown::default();
    let connection = zbus::connection::Builder::address(address)
        .unwrap()
        .name("org.freedesktop.Notifications")
        .unwrap()
        .serve_at("/org/freedesktop/Notifications", Notifications(shown.clone()))
        .unwrap()
        .build()
        .await
        .unwrap();
    (connection, shown)
}
