//! The frame of every web page of practice.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("page.css");

/// Pages load nothing, run nothing and cannot be framed. Forms may lead anywhere: signing in ends with a redirect to the
/// client.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";

/// A page: a title and a body made with [`maud::html!`], which escapes every value.
pub(crate) struct Page {
    title: String,
    body: Markup,
}

impl Page {
    pub(crate) fn new(title: impl Into<String>, body: Markup) -> Self {
        Self { title: title.into(), body }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let markup = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) " · Practice" }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    aside role="note" class="practice" {
                        strong { "Practice. " }
                        "Nothing here is real: never type a real password, code or name of a company into this page."
                    }
                    main {
                        h1 { (self.title) }
                        (self.body)
                    }
                }
            }
        };
        let headers = [
            (header::CONTENT_SECURITY_POLICY, POLICY),
            // With `no-referrer` browsers would send `Origin: null` with forms, which the site refuses.
            (header::REFERRER_POLICY, "same-origin"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::CACHE_CONTROL, "no-store"),
        ];
        (headers, markup).into_response()
    }
}
