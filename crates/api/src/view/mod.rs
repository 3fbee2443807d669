//! What the doors show. Plain data out: ids, values and states; the words are the door's.

pub mod adoption;
pub mod approval;
pub mod doctor;
pub mod evidence;
pub mod expiry;
pub mod guide;
pub mod handover;
pub mod home;
pub mod kept;
pub mod left;
pub mod people;
pub mod qr;
pub mod renewal;
pub mod report;
pub mod run;
pub mod schedule;
pub mod settings;
pub mod setup;
pub mod sign_in;
pub mod step;
pub mod update;
