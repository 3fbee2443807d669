//! A plain Entra portal, to look at what by-hand steps leave.
//!
//! Links to deeper pages of the real portal have them in the fragment, which no server is sent: they all end at the list.

mod application;
mod applications;

use axum::Router;

use crate::app::App;

pub(crate) fn router(app: App) -> Router {
    Router::new().merge(applications::routes()).merge(application::routes()).with_state(app)
}
