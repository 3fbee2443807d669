//! Whole setups through the command line, against practice in a process of its own: the product as people get it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod harness;

mod application;
