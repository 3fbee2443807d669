//! A developer instance that sleeps: every address, the REST API's too, answers 200 with the wake-up page.

use axum::Router;
use axum::response::Html;
use axum::routing::any;

use crate::app::App;

const PAGE: &str = "<!doctype html>
<html lang=\"en\">
<head><meta charset=\"utf-8\"><title>Instance Hibernating page</title></head>
<body>
<h1>Your instance is hibernating</h1>
<p>Sign in to the site to wake your instance. (Practice: in another scene it is awake.)</p>
</body>
</html>
";

pub(super) fn routes() -> Router<App> {
    let page = || any(|| async { Html(PAGE) });
    Router::new().route("/", page()).route("/{*path}", page())
}
