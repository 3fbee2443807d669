//! Times as people read them.

use jiff::{Timestamp, tz::TimeZone};

/// In this computer's time zone, with its distance from UTC, as a zone's name is a word of some language: `2026-11-25 14:05:09 +01:00`. Documents for programs keep ISO times.
pub fn local(at: Timestamp) -> String {
    in_zone(at, TimeZone::system())
}

/// The same for an ISO time. What is none stays as it is.
pub fn local_text(iso: &str) -> String {
    iso.parse().map_or_else(|_| iso.to_owned(), local)
}

fn in_zone(at: Timestamp, zone: TimeZone) -> String {
    at.to_zoned_datetime(zone).strftime("%Y-%m-%d %H:%M:%S %:z").to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use jiff::tz::Offset;

    use super::*;

    #[test]
    fn a_time_is_read_with_its_zone_and_anything_else_is_left() {
        let at: Timestamp = "2026-11-25T23:05:09.123456Z".parse().unwrap();
        assert_eq!(in_zone(at, TimeZone::UTC), "2026-11-25 23:05:09 +00:00");
        let east = TimeZone::fixed(Offset::from_hours(2).unwrap());
        assert_eq!(in_zone(at, east), "2026-11-26 01:05:09 +02:00");
        assert_eq!(local_text("tomorrow"), "tomorrow");
    }
}
