//! Where each service of practice is, once its port is bound.

use serde::{Deserialize, Serialize};

/// The port of each service. Kept in the world, so that a setup made against practice still reaches it after a restart.
/// Zero means: any free one.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Ports {
    pub login: u16,
    pub graph: u16,
    pub entra_portal: u16,
    pub admin_center: u16,
    pub instance: u16,
    pub control: u16,
}

/// The addresses of the services, without a slash at the end. Graph's has no version.
#[derive(Clone)]
pub(crate) struct Urls {
    pub login: String,
    pub graph: String,
    pub entra_portal: String,
    pub admin_center: String,
    pub instance: String,
    /// Control's address with its key.
    pub control: String,
}

impl Urls {
    pub(crate) fn new(ports: Ports, tls: bool, control_key: &str) -> Self {
        let scheme = if tls { "https" } else { "http" };
        let at = |port: u16| format!("{scheme}://127.0.0.1:{port}");
        Self {
            login: at(ports.login),
            graph: at(ports.graph),
            entra_portal: at(ports.entra_portal),
            admin_center: at(ports.admin_center),
            instance: at(ports.instance),
            control: format!("http://127.0.0.1:{}/{control_key}", ports.control),
        }
    }
}
