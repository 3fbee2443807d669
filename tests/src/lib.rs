//! Scenarios and the window, end to end. See `scenarios/` and `window/`.

pub mod desktop;
pub mod ftl;
pub mod pseudo;
pub mod search;
