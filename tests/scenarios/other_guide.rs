//! A guide that is only data, run whole: its folder is named to the product, and nothing of it is in the product.

use crate::{
    harness::{Liaison, Practice},
    whole::count,
};

fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("guides/other")
}

#[tokio::test]
async fn another_guide_is_applied_proven_and_taken_back() {
    let practice = Practice::serve(&["--scene", "ready"]).await;
    let liaison = Liaison::with_guide(&folder());
    liaison.create_of("directory-lookup", "s", &practice).expect_code(0);
    let sign_in = || {
        for seat in ["identity-team", "platform-team"] {
            liaison.run(&["sign-in", "s", "--seat", seat, "--with", "browser"]).expect_code(0);
        }
    };
    sign_in();
    liaison.run_with(&["people", "s", "--csv", "-"], "hiro.tanaka\n").expect_code(0);

    let (code, applied) = liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, count(&applied)), (0, 6), "{applied:#}");
    let state = practice.state().await;
    assert_eq!(state["applications"][0]["displayName"], "Directory lookup s");
    let records = crate::whole::records(&state);
    assert!(records[0]["token_url"].as_str().unwrap().ends_with("/oauth2/v2.0/token"), "{records:#?}");
    assert_eq!(records[0]["secret_of"], state["applications"][0]["passwordCredentials"][0]["keyId"]);

    let (code, again) = liaison.json(&["apply", "s", "--yes"]);
    assert_eq!((code, count(&again)), (0, 0), "{again:#}");
    liaison.run(&["verify", "s"]).expect_code(0);
    assert_eq!(again["open"], serde_json::json!(["owner-told"]));
    liaison.run(&["step", "s", "owner-told", "done"]).expect_code(3);
    liaison.run(&["set", "s", "owner=Ines"]).expect_code(0);
    let last = liaison.run(&["step", "s", "owner-told", "done"]).expect_code(0);
    // With that everything is done, and everybody is signed out.
    assert!(last.err.contains("Everything is done"), "{}", last.err);
    sign_in();
    liaison.run(&["apply", "s", "--yes", "--strict"]).expect_code(0);

    let (code, undone) = liaison.json(&["undo", "s", "--yes"]);
    assert_eq!((code, count(&undone)), (0, 5), "{undone:#}");
    let state = practice.state().await;
    assert!(state["applications"].as_array().unwrap().is_empty(), "{state:#}");
    assert!(crate::whole::records(&state).is_empty(), "{state:#}");
    practice.nothing_was_unknown().await;
}
