//! Why there is no update. In each case nothing was replaced.

use net::NetError;

#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    #[error("the key or address that this build was given cannot be used: {0}")]
    Build(String),
    #[error("the list of versions or the file could not be fetched")]
    Net(#[from] NetError),
    /// The service answered with this status instead.
    #[error("{host} answered {status}")]
    Answer { host: String, status: u16 },
    #[error("the list of versions is not signed with Liaison's key")]
    Signature,
    /// It was signed, and yet cannot be read: made for another Liaison, or by mistake.
    #[error("the list of versions cannot be read: {0}")]
    List(String),
    #[error("the file that came is not the one of the list")]
    File,
    #[error("the file could not be put in place")]
    Place(#[from] std::io::Error),
}
