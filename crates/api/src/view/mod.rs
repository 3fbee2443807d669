//! What the doors show. Plain data out: ids, values and states; the words are the door's.

pub mod doctor;
pub mod expiry;
pub mod guide;
pub mod home;
pub mod people;
pub mod renewal;
pub mod report;
pub mod run;
pub mod settings;
pub mod setup;
pub mod sign_in;
pub mod step;
