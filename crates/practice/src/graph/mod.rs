//! The part of Microsoft Graph v1.0 that registering an application needs.

use axum::Router;

use crate::app::App;

pub(crate) fn router(app: App) -> Router {
    Router::new().with_state(app)
}
