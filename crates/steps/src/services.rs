//! The two services of one setup.

use entra::Cloud;
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
}

impl Services {
    /// # Errors
    /// `address-refused`, where a kept address is no longer acceptable.
    pub fn new(http: Http, head: &SetupHead) -> Result<Self> {
        let instance = InstanceAddress::parse(&head.instance).map_err(|error| problem::of_address(&error))?;
        Ok(Self { http, cloud: cloud(&head.cloud)?, instance })
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
