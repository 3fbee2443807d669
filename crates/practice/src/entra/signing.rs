//! The tenant's signing key, and the tokens made with it (RFC 7515, RFC 7519).

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{self, KeyPair as _};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// An RSA key made with the world. It signs nothing but practice's tokens.
#[derive(Serialize, Deserialize)]
pub(crate) struct SigningKey {
    /// PKCS #8, in base64.
    pkcs8: String,
}

fn other(error: impl std::fmt::Display) -> std::io::Error {
    std::io::Error::other(error.to_string())
}

impl SigningKey {
    /// # Errors
    /// When the machine cannot make a key.
    pub(super) fn new() -> std::io::Result<Self> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(other)?;
        let pkcs8: Pkcs8V1Der<'_> = pair.as_der().map_err(other)?;
        Ok(Self { pkcs8: STANDARD.encode(pkcs8.as_ref()) })
    }

    fn pair(&self) -> std::io::Result<KeyPair> {
        KeyPair::from_pkcs8(&STANDARD.decode(&self.pkcs8).map_err(other)?).map_err(other)
    }

    fn id(pair: &KeyPair) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(pair.public_key().as_ref()))
    }

    /// The public half as a JSON Web Key (RFC 7517).
    ///
    /// # Errors
    /// When the world's file holds no usable key.
    pub(super) fn public(&self) -> std::io::Result<Value> {
        let pair = self.pair()?;
        let number = |number: aws_lc_rs::rsa::PublicKeyComponents<Vec<u8>>| {
            (URL_SAFE_NO_PAD.encode(number.n), URL_SAFE_NO_PAD.encode(number.e))
        };
        let (n, e) = number(aws_lc_rs::rsa::PublicKeyComponents {
            n: pair.public_key().modulus().big_endian_without_leading_zero().to_vec(),
            e: pair.public_key().exponent().big_endian_without_leading_zero().to_vec(),
        });
        Ok(json!({ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": Self::id(&pair), "n": n, "e": e }))
    }

    /// A signed token with these claims.
    ///
    /// # Errors
    /// When the world's file holds no usable key.
    pub(super) fn token(&self, claims: &Value) -> std::io::Result<String> {
        let pair = self.pair()?;
        let head = json!({ "typ": "JWT", "alg": "RS256", "kid": Self::id(&pair) });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&head), part(claims));
        let mut signature = vec![0; pair.public_modulus_len()];
        pair.sign(&signature::RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature)
            .map_err(other)?;
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }
}
