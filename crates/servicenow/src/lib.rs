//! One ServiceNow instance: where it is, who is signed in to it, and its tables, a file per noun.

mod address;
mod error;
mod left;
mod oauth_entity;
mod probe;
mod query;
mod role;
mod scope;
mod scope_privilege;
mod sign_in;
mod table;
mod table_access;
mod update_set;
mod user;

pub use address::{AddressError, InstanceAddress};
pub use error::{ServicenowError, TableError};
pub use left::{DirectGrant, RegistryEntry, ScopePrivilege};
pub use oauth_entity::{OauthProvider, OauthProviderFields, SignInClient};
pub use probe::{ProbeProblem, probe};
pub use role::{Grantee, Role, RoleGrant};
pub use scope::{Application, is_at_least};
pub use scope_privilege::ReadPrivilege;
pub use sign_in::{BrowserSignIn, CALLBACK, SignIn};
pub use table::Instance;
pub use table_access::{TableAccess, TableAccessFields};
pub use update_set::{Captured, UpdateSet};
pub use user::{Group, Match, User};
