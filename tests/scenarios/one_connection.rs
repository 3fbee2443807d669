//! Over https both services speak HTTP/2, as the real ones do, and one connection carries everything that a command asks a host.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    encrypted::{certificates, sign_in},
    harness::{Liaison, Practice},
};

fn connections(requests: &[Value], service: &str) -> BTreeSet<u64> {
    let of = requests.iter().filter(|request| request["service"] == service);
    of.map(|request| request["connection"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn everything_that_is_asked_of_a_host_goes_over_one_connection() {
    let folder = tempfile::tempdir().unwrap();
    certificates(folder.path());
    let [cert, key, ca] = ["cert", "key", "ca"].map(|name| format!("{}/{name}.pem", folder.path().display()));
    // Slow enough for requests to be seen side by side.
    let practice = Practice::serve_encrypted_with(&cert, &key, &ca, &["--latency-ms", "60"]).await;
    let liaison = Liaison::new();
    liaison.create_trusting(&ca, "s", &practice).expect_code(0);
    sign_in(&liaison, "entra-admin", &ca);

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
