//! Practice over https, its certificate from an authority that this computer does not know, as behind a company's own.

use std::path::Path;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

use crate::harness::{Liaison, Practice};

/// The files `ca.pem`, `cert.pem` and `key.pem`, made for this run.
pub fn certificates(folder: &Path) {
    let key = KeyPair::generate().unwrap();
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.distinguished_name.push(rcgen::DnType::CommonName, "Contoso test authority");
    let own = authority.self_signed(&key).unwrap();
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
    let leaf_key = KeyPair::generate().unwrap();
    let leaf =
        CertificateParams::new(names).unwrap().signed_by(&leaf_key, &Issuer::new(authority, key)).unwrap();
    for (name, text) in [("ca", own.pem()), ("cert", leaf.pem()), ("key", leaf_key.serialize_pem())] {
        std::fs::write(folder.join(format!("{name}.pem")), text).unwrap();
    }
}

/// In a browser that trusts the authority, too.
pub fn sign_in(liaison: &Liaison, seat: &str, ca: &str) {
    let mut sign_in = liaison.command(&["sign-in", "s", "--seat", seat, "--with", "browser"]);
    let signed_in = sign_in.env("LIAISON_BROWSER", format!("curl -sL --cacert {ca} -o /dev/null")).output();
    assert!(signed_in.as_ref().is_ok_and(|output| output.status.success()), "{signed_in:?}");
}

#[tokio::test]
async fn an_authority_that_is_not_known_is_named_and_can_be_given() {
    let folder = tempfile::tempdir().unwrap();
    certificates(folder.path());
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let practice = Practice::serve_encrypted(&file("cert.pem"), &file("key.pem"), &file("ca.pem")).await;
    let liaison = Liaison::new();

    let refused = liaison.create("s", &practice).expect_code(3);
    assert!(refused.err.contains("Contoso test authority"), "{}", refused.err);
    assert!(liaison.run(&["setup", "list"]).expect_code(0).out.is_empty(), "nothing is half begun");

    let ca = file("ca.pem");
    liaison.create_trusting(&ca, "s", &practice).expect_code(0);
    for seat in ["entra-admin", "servicenow-admin"] {
        sign_in(&liaison, seat, &ca);
    }
    let (code, applied) = liaison.json(&["apply", "s", "--yes"]);
    assert_eq!(code, 0, "{applied:#}");
    let (code, undone) = liaison.json(&["undo", "s", "--yes"]);
    assert_eq!(code, 0, "{undone:#}");
    practice.nothing_was_unknown().await;
}
