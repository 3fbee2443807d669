//! Pages of the Entra admin center. Their addresses are not documented; these are the ones that Microsoft's own pages link to.

use url::Url;

use crate::cloud::Cloud;

/// A page of one registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegistrationPage {
    Overview,
    Authentication,
    /// "Certificates & secrets".
    Credentials,
}

impl Cloud {
    /// The list of registrations.
    pub fn registrations(&self) -> Option<Url> {
        self.page("ApplicationsListBlade")
    }

    /// A page of the registration with this client id.
    pub fn registration(&self, page: RegistrationPage, app_id: &str) -> Option<Url> {
        let page = match page {
            RegistrationPage::Overview => "Overview",
            RegistrationPage::Authentication => "Authentication",
            RegistrationPage::Credentials => "Credentials",
        };
        self.page(&format!("ApplicationMenuBlade/~/{page}/appId/{}", net::segment(app_id)))
    }

    fn page(&self, blade: &str) -> Option<Url> {
        let mut url = self.entra_portal.at("/").ok()?;
        url.set_fragment(Some(&format!("view/Microsoft_AAD_RegisteredApps/{blade}")));
        Some(url)
    }
}

/// The host of an address, with its port where it has one.
pub fn host_of(uri: &str) -> &str {
    let rest = uri.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}
