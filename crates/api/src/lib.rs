//! The one way in for every door: a function a request, plain views out.

pub mod event;
pub mod request;
pub mod view;

pub use request::Request;
