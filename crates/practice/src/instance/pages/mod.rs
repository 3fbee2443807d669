//! The instance's pages for people: menu, application picker, lists and forms, the application manager.

mod application_manager;
mod application_picker;
mod form;
mod forms;
mod list;
mod navigator;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use crate::app::App;
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    let pages = Router::new()
        .merge(navigator::routes())
        .merge(application_picker::routes())
        .merge(application_manager::routes());
    forms::tables()
        .into_iter()
        .fold(pages, |router, table| router.merge(list::routes(table)).merge(form::routes(table)))
}

/// What a visitor sees who may not open a page.
pub(crate) fn denied() -> Response {
    let page = Page::new(
        "Access denied",
        html! { p class="problem" { "Security constraints keep you from opening this page." } },
    );
    (StatusCode::FORBIDDEN, page).into_response()
}
