//! The two services of one setup.

use std::sync::Arc;

use entra::Cloud;
use futures_util::lock::Mutex;
use net::Http;
use servicenow::InstanceAddress;
use setup::{
    Problem,
    problem::Result,
    record::{CloudAddresses, SetupHead},
};

use crate::problem;

/// Where the services are and how they are reached. Cheap to clone.
#[derive(Clone)]
pub struct Services {
    pub http: Http,
    pub cloud: Cloud,
    pub instance: InstanceAddress,
    /// Held during a write to the directory: it refuses changes of one application that come side by side (409), and loses some ("Error
    /// due to concurrent requests being made to the tenant", seen in public trackers).
    pub(crate) directory: Arc<Mutex<()>>,
}

impl Services {
    /// # Errors
    /// `address-refused`, where a kept address is no longer acceptable.
    pub fn new(http: Http, head: &SetupHead) -> Result<Self> {
        let instance = InstanceAddress::parse(&head.instance).map_err(|error| problem::of_address(&error))?;
        Ok(Self { http, cloud: cloud(&head.cloud)?, instance, directory: Arc::default() })
    }
}

/// The cloud with these addresses.
///
/// # Errors
/// `cloud-refused`
pub fn cloud(addresses: &CloudAddresses) -> Result<Cloud> {
    let origin = |address: &str| {
        net::Origin::parse(address).map_err(|error| Problem::new("cloud-refused").arg("detail", error))
    };
    Ok(Cloud {
        login: origin(&addresses.login)?,
        graph: origin(&addresses.graph)?,
        entra_portal: origin(&addresses.entra_portal)?,
        admin_center: origin(&addresses.admin_center)?,
    })
}

/// The same as a setup keeps them.
pub fn addresses(cloud: &Cloud) -> CloudAddresses {
    CloudAddresses {
        login: cloud.login.to_string(),
        graph: cloud.graph.to_string(),
        entra_portal: cloud.entra_portal.to_string(),
        admin_center: cloud.admin_center.to_string(),
    }
}
