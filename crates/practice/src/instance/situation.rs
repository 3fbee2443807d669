//! What a scene says about the instance alone.

/// Fields say what differs from the everyday instance, and are read by the parts that they are about.
#[derive(Debug)]
pub struct Situation {
    /// Active users besides the everyday ones: `user.00001` and so on, with the e-mail addresses that go with it.
    pub crowd: u32,
    /// What stands before the instance.
    pub front: Front,
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
pub const EVERYDAY: Situation = Situation { crowd: 0, front: Front::Nothing, requests_an_hour: None };
