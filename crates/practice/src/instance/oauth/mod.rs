//! The instance as an OAuth provider: authorization code with PKCE, refresh, revocation.

mod authorize;
mod grants;
mod token;

use axum::Router;

use crate::app::App;
pub(crate) use grants::Grants;

pub(super) fn routes() -> Router<App> {
    authorize::routes().merge(token::routes())
}
