//! Where setups are kept: one SQLite file, its journal hash-chained, its secrets as sealed bytes only.
//!
//! ```text
//! <folder>/            mode 0700
//!   setups.db          mode 0600; -wal and -shm beside it
//!   locks/<setup>.lock one writer a setup across processes
//! ```

mod connection;
mod evidence;
mod folder;
mod handover;
mod journal;
mod lock;
mod people;
mod rows;
mod schema;
mod sealed;
mod setups;
mod store;
mod trouble;

pub use evidence::{Note, Picture};
pub use handover::Waiting;
pub use lock::SetupLock;
pub use store::Store;
