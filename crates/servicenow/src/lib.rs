//! One ServiceNow instance: where it is, who is signed in to it, and its tables, a file per noun.

mod address;
mod error;
mod oauth_entity;
mod probe;
mod sign_in;
mod table;
mod user;

pub use address::{AddressError, InstanceAddress};
pub use error::{ServicenowError, TableError};
pub use oauth_entity::{OauthProvider, OauthProviderFields};
pub use probe::{ProbeProblem, probe};
pub use sign_in::{BrowserSignIn, CALLBACK, SignIn};
pub use table::Instance;
pub use user::User;
