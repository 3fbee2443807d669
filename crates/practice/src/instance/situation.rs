//! What a scene says about the instance alone.

/// Fields say what differs from the everyday instance, and are read by the parts that they are about.
#[derive(Debug)]
pub struct Situation {
    /// Active users besides the everyday ones: `user.00001` and so on, with the e-mail addresses that go with it.
    pub crowd: u32,
    /// What stands before the instance.
    pub front: Front,
    /// HTTP Basic is refused with a plain 401, as for people who sign in interactively since June 2026.
    pub basic_restricted: bool,
    /// Tables' access and cross-scope privileges are written only by who elevated to security_admin in the instance.
    pub elevation_needed: bool,
    /// The instance makes no default profile for a new OAuth provider.
    pub no_profiles: bool,
    /// The instance was made by cloning one in which somebody else's setup had its registry record.
    pub cloned: bool,
    /// Only the default update set takes changes: nobody picked another.
    pub default_update_set: bool,
    /// Records of tables and update sets are closed to web services (`ws_access`), to administrators too.
    pub tables_closed: bool,
    /// The application's cross-scope privileges were taken away.
    pub no_privileges: bool,
    /// Client secrets written over the REST API are stored malformed, the first one too.
    pub secrets_malformed: bool,
    /// The person who signs in has these roles and no other; the administrator's where it is empty.
    pub roles: &'static [&'static str],
    /// A rate limit rule: requests to the REST API that one hour takes ("Inbound REST API rate limiting"). There is none by default.
    pub requests_an_hour: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    Nothing,
    /// An instance that starts or is upgraded: every address answers with a page that says so.
    OfflinePage,
    /// A gateway that sends every request to a sign-in page elsewhere, the REST API's too.
    SingleSignOn,
    /// IP Address Access Control lets nobody in from here.
    AddressFilter,
    /// The page for names that no instance has.
    NoSuchInstance,
}

/// Everything is in place.
pub const EVERYDAY: Situation = Situation {
    crowd: 0,
    front: Front::Nothing,
    basic_restricted: false,
    elevation_needed: false,
    no_profiles: false,
    default_update_set: false,
    tables_closed: false,
    no_privileges: false,
    secrets_malformed: false,
    roles: &[],
    cloned: false,
    requests_an_hour: None,
};
