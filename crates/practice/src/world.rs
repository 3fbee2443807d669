//! Everything that practice remembers.

use serde::{Deserialize, Serialize};

use crate::admin_center::AdminCenter;
use crate::clock::Clock;
use crate::entra::Entra;
use crate::instance::Instance;
use crate::scenes::{self, Scene};
use crate::urls::{Ports, Urls};
use crate::wizard::Wizard;

/// The state of both organisations. Serialised as one file, see [`crate::home`].
#[derive(Serialize, Deserialize)]
pub(crate) struct World {
    #[serde(with = "scenes::by_name")]
    pub scene: &'static Scene,
    pub clock: Clock,
    pub ports: Ports,
    pub sign_in: SignInClient,
    pub entra: Entra,
    pub instance: Instance,
    pub wizard: Wizard,
    pub admin_center: AdminCenter,
    /// Changed since it was last written to its file.
    #[serde(skip)]
    pub unsaved: bool,
}

/// The public OAuth client with which Liaison signs in to the instance.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct SignInClient {
    /// 32 hexadecimal digits, as ServiceNow makes them.
    pub client_id: String,
    /// The loopback port of its redirect address, free when this world was made.
    pub port: u16,
}

/// What a part of a fresh world may need to know.
pub(crate) struct Start<'a> {
    pub scene: &'static Scene,
    pub clock: &'a Clock,
    pub urls: &'a Urls,
    pub sign_in: &'a SignInClient,
}

impl World {
    /// A world as its scene begins.
    ///
    /// # Errors
    /// When no free port for the sign-in client's redirect is found, or Entra's signing key cannot be made.
    pub(crate) fn new(scene: &'static Scene, ports: Ports, urls: &Urls) -> std::io::Result<Self> {
        let clock = Clock::default();
        let sign_in = SignInClient { client_id: crate::random::hex32(), port: free_port()? };
        let start = Start { scene, clock: &clock, urls, sign_in: &sign_in };
        Ok(Self {
            entra: Entra::new(&start)?,
            instance: Instance::new(&start),
            wizard: Wizard::default(),
            admin_center: AdminCenter::default(),
            scene,
            clock,
            ports,
            sign_in,
            unsaved: true,
        })
    }
}

/// Below the ports that Linux, macOS and Windows give to whoever asks for any: an address on its way out takes none of these.
const LASTING: std::ops::Range<u16> = 20_000..32_768;

/// A port that was free a moment ago. Nothing keeps it free: its user binds it and must be ready to be refused.
fn free_port() -> std::io::Result<u16> {
    let is_free = |port: &u16| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok();
    let drawn = (0..100).map(|_| crate::random::below(LASTING.len()) + usize::from(LASTING.start));
    match drawn.filter_map(|port| u16::try_from(port).ok()).find(is_free) {
        Some(port) => Ok(port),
        None => Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port()),
    }
}
