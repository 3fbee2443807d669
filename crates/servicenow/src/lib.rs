//! One ServiceNow instance: where it is, who is signed in to it, and its tables, a file per noun.

mod address;
mod error;
mod oauth_entity;
mod probe;
mod query;
mod role;
mod scope;
mod sign_in;
mod table;
mod table_access;
mod user;

pub use address::{AddressError, InstanceAddress};
pub use error::{ServicenowError, TableError};
pub use oauth_entity::{OauthProvider, OauthProviderFields};
pub use probe::{ProbeProblem, probe};
pub use role::{Grantee, Role, RoleGrant};
pub use scope::{Application, is_at_least};
pub use sign_in::{BrowserSignIn, CALLBACK, SignIn};
pub use table::Instance;
pub use table_access::{TableAccess, TableAccessFields};
pub use user::{Group, Match, User};
