//! A plain Entra portal, to look at what by-hand steps leave.

use axum::Router;

use crate::app::App;

pub(crate) fn router(app: App) -> Router {
    Router::new().with_state(app)
}
