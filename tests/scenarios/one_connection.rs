//! Over https both services speak HTTP/2, as the real ones do, and one connection carries everything that a command asks a host.

use std::{collections::BTreeSet, path::PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Liaison, Practice};

/// A made-up authority, and a certificate of it for this machine.
struct Certificates {
    _folder: TempDir,
    ca: PathBuf,
    cert: PathBuf,
    key: PathBuf,
}

impl Certificates {
    fn made() -> Self {
        let mut ca = rcgen::CertificateParams::default();
        ca.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        ca.distinguished_name.push(rcgen::DnType::CommonName, "Made-up authority");
        let ca_key = rcgen::KeyPair::generate().unwrap();
        let ca_pem = ca.self_signed(&ca_key).unwrap().pem();
        let issuer = rcgen::Issuer::new(ca, ca_key);
        let key = rcgen::KeyPair::generate().unwrap();
        let names = vec!["127.0.0.1".into(), "localhost".into()];
        let cert = rcgen::CertificateParams::new(names).unwrap().signed_by(&key, &issuer).unwrap().pem();
        let folder = tempfile::tempdir().unwrap();
        let kept = |name: &str, pem: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, pem).unwrap();
            path
        };
        Self {
            ca: kept("ca.pem", &ca_pem),
            cert: kept("cert.pem", &cert),
            key: kept("key.pem", &key.serialize_pem()),
            _folder: folder,
        }
    }
}

fn connections(requests: &[Value], service: &str) -> BTreeSet<u64> {
    let of = requests.iter().filter(|request| request["service"] == service);
    of.map(|request| request["connection"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn everything_that_is_asked_of_a_host_goes_over_one_connection() {
    let made = Certificates::made();
    let [cert, key] = [&made.cert, &made.key].map(|path| path.to_str().unwrap());
    // Slow enough for requests to be seen side by side.
    let practice =
        Practice::serve(&["--scene", "ready", "--latency-ms", "60", "--tls-cert", cert, "--tls-key", key])
            .await;
    let liaison = Liaison::trusting(&made.ca);
    liaison.create("s", &practice).expect_code(0);
    liaison.sign_in("s");

    for command in [vec!["apply", "s", "--yes"], vec!["verify", "s"], vec!["apply", "s", "--yes"]] {
        let before = practice.requests().await;
        liaison.json(&command);
        let requests = practice.requests().await.split_off(before.len());
        let graph: Vec<&Value> = requests.iter().filter(|request| request["service"] == "graph").collect();
        assert!(graph.len() > 2, "{command:?}: {requests:#?}");
        for service in ["graph", "login"] {
            assert!(connections(&requests, service).len() < 2, "{command:?} {service}: {requests:#?}");
        }
        let time = |request: &Value, name: &str| request[name].as_u64().unwrap();
        let at_once = graph.windows(2).any(|two| time(two[1], "started_ms") <= time(two[0], "ended_ms"));
        assert!(at_once, "{command:?}: requests still run side by side: {requests:#?}");

        // Practice numbers all connections, its control's too, which is not asked meanwhile.
        let used: BTreeSet<u64> = requests.iter().map(|request| time(request, "connection")).collect();
        let (first, last) = (used.first().unwrap(), used.last().unwrap());
        assert_eq!(last - first + 1, used.len() as u64, "{command:?}: none was opened in vain: {used:?}");
    }
    let state = practice.state().await;
    assert_eq!(state["applications"].as_array().unwrap().len(), 1, "{state:#}");
    practice.nothing_was_unknown().await;
}
