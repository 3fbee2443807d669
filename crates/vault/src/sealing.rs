//! Sealing and opening with an identity at hand.

use std::{io::Read, iter};

use age::{DecryptError, Decryptor};
use secrecy::{ExposeSecret, SecretString, zeroize::Zeroizing};
use setup::{Problem, problem::Result};

use crate::identity::Identity;

/// Why sealed bytes did not open.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Shut {
    /// Whole, as far as can be told, and sealed to someone else.
    AnotherIdentity,
    Damaged,
}

/// An age file (binary, not armored) that only `identity` opens.
///
/// # Errors
/// `sealing-failed`
pub(crate) fn seal(identity: &Identity, secret: &SecretString) -> Result<Vec<u8>> {
    // EXPOSE: to age, which encrypts it into the bytes returned here.
    let clear = secret.expose_secret().as_bytes();
    age::encrypt(&identity.recipient(), clear)
        .map_err(|error| Problem::new("sealing-failed").arg("detail", error))
}

pub(crate) fn open(identity: &Identity, blob: &[u8]) -> Result<SecretString, Shut> {
    let decryptor = Decryptor::new(blob).map_err(|error| shut(&error))?;
    // An age file is longer than what it holds, so reading never grows the buffer and leaves no copy behind.
    let mut clear = Zeroizing::new(Vec::with_capacity(blob.len()));
    let key: &dyn age::Identity = identity.key();
    let mut reader = decryptor.decrypt(iter::once(key)).map_err(|error| shut(&error))?;
    reader.read_to_end(&mut clear).map_err(|_| Shut::Damaged)?;
    let text = std::str::from_utf8(&clear).map_err(|_| Shut::Damaged)?;
    Ok(SecretString::from(text))
}

fn shut(error: &DecryptError) -> Shut {
    match error {
        DecryptError::NoMatchingKeys => Shut::AnotherIdentity,
        _ => Shut::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fake_secret() -> SecretString {
        SecretString::from(format!("made-up-{}", Identity::generate().recipient()))
    }

    #[test]
    fn what_is_sealed_opens_and_does_not_show() {
        let (identity, secret) = (Identity::generate(), fake_secret());
        let blob = seal(&identity, &secret).unwrap();
        // EXPOSE: to this test's comparison of a secret made up above.
        let clear = secret.expose_secret();
        assert!(!blob.windows(clear.len()).any(|window| window == clear.as_bytes()));
        // EXPOSE: as above.
        assert_eq!(open(&identity, &blob).unwrap().expose_secret(), clear);
    }

    #[test]
    fn another_identity_and_damage_are_told_apart() {
        let identity = Identity::generate();
        let mut blob = seal(&identity, &fake_secret()).unwrap();
        assert_eq!(open(&Identity::generate(), &blob).unwrap_err(), Shut::AnotherIdentity);
        assert_eq!(open(&identity, &blob[..blob.len() - 1]).unwrap_err(), Shut::Damaged);
        assert_eq!(open(&identity, b"no age file").unwrap_err(), Shut::Damaged);
        assert_eq!(open(&identity, b"").unwrap_err(), Shut::Damaged);
        let last = blob.len() - 1;
        blob[last] ^= 1;
        assert_eq!(open(&identity, &blob).unwrap_err(), Shut::Damaged);
    }
}
