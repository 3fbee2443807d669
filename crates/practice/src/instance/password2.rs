//! Password (2 way encrypted) fields.
//!
//! What a row keeps, and every reader gets, is cipher text. Only text written as a display value can be decrypted again
//! (ServiceNow's "Table API", `sysparm_input_display_value`): an actual value is taken for cipher text, and is malformed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::random;

/// What forms and display values show instead.
pub(crate) const MASK: &str = "********";

/// The instance's key management: which cipher text stands for which clear text.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct KeyManagement {
    clear: BTreeMap<String, String>,
}

impl KeyManagement {
    /// Cipher text that [`decrypt`](Self::decrypt) understands.
    pub(crate) fn encrypt(&mut self, clear: &str) -> String {
        if clear.is_empty() {
            return String::new();
        }
        let cipher = cipher_text();
        self.clear.insert(cipher.clone(), clear.to_owned());
        cipher
    }

    /// What becomes of clear text that is written as if it were cipher text: nothing can ever decrypt it.
    pub(crate) fn malformed(written: &str) -> String {
        if written.is_empty() { String::new() } else { cipher_text() }
    }

    pub(crate) fn decrypt(&self, cipher: &str) -> Option<&str> {
        self.clear.get(cipher).map(String::as_str)
    }

    /// To be told of each value that is overwritten or deleted.
    pub(crate) fn forget(&mut self, cipher: &str) {
        self.clear.remove(cipher);
    }
}

fn cipher_text() -> String {
    format!("kmf2:{}", random::token(64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_encrypted_comes_back() {
        let mut keys = KeyManagement::default();
        let made_up = random::token(40);
        let good = keys.encrypt(&made_up);
        let bad = KeyManagement::malformed(&made_up);
        assert!(!good.contains(&made_up) && !bad.contains(&made_up));
        assert_eq!(keys.decrypt(&good), Some(made_up.as_str()));
        assert_eq!(keys.decrypt(&bad), None);
        keys.forget(&good);
        assert_eq!(keys.decrypt(&good), None);
    }
}
