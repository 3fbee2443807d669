//! Values that nobody can guess.

use super::OAuthError;

/// 128 bits as 32 hexadecimal digits. Hex, because some services mangle what base64 may contain in `state`.
///
/// # Errors
/// `NoRandomness`, when the operating system gives none.
pub(crate) fn hex() -> Result<String, OAuthError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| OAuthError::NoRandomness)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
