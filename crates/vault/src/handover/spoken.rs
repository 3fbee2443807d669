//! What two people say to each other about a file, by phone.

use secrecy::{SecretString, zeroize::Zeroizing};
use setup::{Problem, problem::Result};
use sha2::{Digest, Sha256};

/// What both read to each other before the file is opened: 80 bits of its SHA-256, as sayable words.
pub fn check_phrase(file: &[u8]) -> String {
    sayable(&Sha256::digest(file)[..10])
}

/// 96 random bits, as sayable words.
pub fn phrase() -> Result<SecretString> {
    let mut bytes = Zeroizing::new([0_u8; 12]);
    getrandom::fill(&mut *bytes).map_err(|error| Problem::new("no-randomness").arg("detail", error))?;
    Ok(SecretString::from(sayable(&*bytes)))
}

/// Two bytes a word, consonant and vowel by turns ("A Proposal for Proquints", Wilkerson, 2009).
fn sayable(bytes: &[u8]) -> String {
    const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
    const VOWELS: &[u8; 4] = b"aiou";
    let words = bytes.chunks(2).map(|pair| {
        let bits = pair.iter().fold(0_u16, |bits, byte| (bits << 8) | u16::from(*byte));
        [(12, true), (10, false), (6, true), (4, false), (0, true)]
            .map(|(shift, consonant)| {
                let at = usize::from(bits >> shift);
                char::from(if consonant { CONSONANTS[at & 15] } else { VOWELS[at & 3] })
            })
            .iter()
            .collect::<String>()
    });
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_phrase_are_known() {
        // The example of the proposal: 127.0.0.1.
        assert_eq!(sayable(&[127, 0, 0, 1]), "lusab-babad");
    }
}
