//! Trust: the operating system's store, plus certificates the person adds, and a memory of who signed what was shown.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use rustls::{
    ClientConfig, DigitallySignedStruct, Error, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
};
use rustls_platform_verifier::Verifier;

use crate::settings::SettingsError;

/// Who signed the certificate that each host last showed, trusted or not.
#[derive(Debug, Default)]
pub(crate) struct Issuers(Mutex<HashMap<String, String>>);

impl Issuers {
    pub fn of(&self, host: &str) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(host).cloned()
    }

    fn note(&self, host: &str, certificate: &CertificateDer<'_>) {
        if let Some(issuer) = issuer(certificate) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(host.to_owned(), issuer);
        }
    }
}

/// Common name and organisation of the issuer, at most 200 characters. Text from outside.
fn issuer(certificate: &CertificateDer<'_>) -> Option<String> {
    let (_, certificate) = x509_parser::parse_x509_certificate(certificate).ok()?;
    let issuer = certificate.issuer();
    let names = issuer.iter_common_name().chain(issuer.iter_organization());
    let names: Vec<&str> = names.filter_map(|name| name.as_str().ok()).collect();
    let text = if names.is_empty() { issuer.to_string() } else { names.join(", ") };
    Some(text.chars().filter(|character| !character.is_control()).take(200).collect())
}

/// TLS 1.2 and 1.3, verified by the operating system and `extra_ca`.
///
/// # Errors
/// [`SettingsError::ExtraCa`] and [`SettingsError::Trust`].
pub(crate) fn client_config(
    extra_ca: Option<&[u8]>,
    issuers: Arc<Issuers>,
) -> Result<ClientConfig, SettingsError> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let trust = |error: Error| SettingsError::Trust(error.to_string());
    let verifier = match extra_ca {
        None => Verifier::new(provider.clone()),
        Some(pem) => {
            let extra: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
            let extra = extra.map_err(|_| SettingsError::ExtraCa)?;
            if extra.is_empty() || extra.iter().any(|der| x509_parser::parse_x509_certificate(der).is_err()) {
                return Err(SettingsError::ExtraCa);
            }
            Verifier::new_with_extra_roots(extra, provider.clone())
        }
    }
    .map_err(trust)?;
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(trust)?
        // "Dangerous" names any verifier that is not rustls' own; this one only listens and lets the platform's decide.
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Listening { verifier, issuers }))
        .with_no_client_auth();
    // A configuration from outside must name the protocols itself, or HTTP/2 is never agreed on.
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// The platform's verifier, with the issuer of what it was shown written down.
#[derive(Debug)]
struct Listening {
    verifier: Verifier,
    issuers: Arc<Issuers>,
}

impl ServerCertVerifier for Listening {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.issuers.note(&server_name.to_str(), end_entity);
        self.verifier.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}
