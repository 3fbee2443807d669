//! The kinds of steps that guides are made of: a file per kind. No word of any one guide is in here.

mod ask;
mod by_hand;
mod entra;
mod fields;
mod network;
pub mod problem;
mod servicenow;
mod services;

use setup::Kinds;

pub use services::{Services, addresses, cloud};

/// Every kind there is, working on these services.
pub fn kinds(services: &Services) -> Kinds {
    let kinds = Kinds::default().with(by_hand::ByHand).with(ask::Ask).with(network::AllowList);
    servicenow::add(entra::add(kinds, services), services)
}
