//! What may be an origin, and what may be followed from it.

use liaison_net::{NetErrorKind, Origin, OriginError, segment};

#[test]
fn only_https_hosts_and_loopback_are_origins() {
    for (address, shown) in [
        ("https://login.example", "https://login.example"),
        (" HTTPS://Login.Example:443/ ", "https://login.example"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://localhost:1", "http://localhost:1"),
    ] {
        assert_eq!(Origin::parse(address).map(|origin| origin.to_string()), Ok(shown.into()), "{address}");
    }
    for (address, error) in [
        ("", OriginError::NotAnAddress),
        ("login.example", OriginError::NotAnAddress),
        ("https://", OriginError::NoHost),
        ("http://login.example", OriginError::NotHttps),
        ("ftp://login.example", OriginError::NotHttps),
        ("javascript:alert(1)", OriginError::NotHttps),
        ("https://me@login.example", OriginError::UserInfo),
        ("https://login.example@evil.example", OriginError::UserInfo),
        ("https://login.example/tenant", OriginError::MoreThanHost),
        ("https://login.example?a=b", OriginError::MoreThanHost),
        ("https://login.example/#a", OriginError::MoreThanHost),
        ("http://localhost.evil.example", OriginError::NotHttps),
        ("http://128.0.0.1", OriginError::NotHttps),
    ] {
        assert_eq!(Origin::parse(address), Err(error), "{address}");
    }
}

#[test]
fn a_next_link_stays_on_its_origin() {
    let origin = Origin::parse("https://graph.example").unwrap();
    let next = origin.same_origin("https://graph.example:443/v1.0/x?$skiptoken=a%20b").unwrap();
    assert_eq!(next.as_ref(), "/v1.0/x?$skiptoken=a%20b");
    assert_eq!(origin.same_origin("/v1.0/x?a=1#f").unwrap().as_ref(), "/v1.0/x?a=1");
    for foreign in [
        "https://evil.example/v1.0/x",
        "http://graph.example/v1.0/x",
        "https://graph.example:8443/x",
        "//evil.example/x",
        "https://graph.example@evil.example/x",
        "https://user@graph.example/x",
        "\\\\evil.example\\x",
        "javascript:alert(1)",
    ] {
        let error = origin.same_origin(foreign).unwrap_err();
        assert!(matches!(error.kind, NetErrorKind::ForeignLink { .. }), "{foreign}: {error:?}");
    }
}

#[test]
fn a_path_cannot_leave_its_origin() {
    let origin = Origin::parse("https://graph.example").unwrap();
    for path in ["x", "", "@evil.example/", ".evil.example/", ":8443/x"] {
        assert_eq!(origin.at(path).unwrap_err().kind, NetErrorKind::BadAddress, "{path}");
    }
    assert_eq!(origin.at("//evil.example/x").unwrap().host_str(), Some("graph.example"));
}

#[test]
fn a_segment_stays_one() {
    assert_eq!(segment("a/b?c#d e'é"), "a%2Fb%3Fc%23d%20e%27%C3%A9");
    assert_eq!((segment("."), segment(".."), segment("a.b")), ("%2E".into(), "%2E%2E".into(), "a.b".into()));
}
