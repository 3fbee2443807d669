//! HTTP and sign-in, and nothing of any one service.
//!
//! [`Http`] sends a [`Call`] to an [`Origin`] and gives an [`Answer`]. It never follows a redirect, repeats reads on anything that
//! passes, and repeats a write only when the service says that it did not act. [`oauth`] signs people and applications in over
//! it, [`diagnose`] looks at the way to the network that this computer has.

mod answer;
mod backoff;
mod call;
pub mod diagnose;
mod error;
mod first;
mod http;
pub mod oauth;
mod origin;
mod settings;
mod timer;
mod tls;
mod watch;

pub use answer::Answer;
pub use call::{Call, Form, segment};
pub use error::{NetError, NetErrorKind, Sent};
pub use http::Http;
pub use origin::{Origin, OriginError, PathAndQuery};
pub use reqwest::{Method, StatusCode, header};
pub use settings::{HttpSettings, Proxy, SettingsError};
pub use timer::{Timer, TokioTimer};
pub use watch::{RequestLine, WaitReason, Watch};
