//! What a keychain's refusal means. Nothing was changed by any of these.
//!
//! - `keychain-absent`: no keychain service is running.
//! - `keychain-locked`: it is locked and was not unlocked.
//! - `keychain-no-collection`: it runs and has no place to keep anything yet.
//! - `keychain-denied`: the system or the person refused this program.
//! - `keychain-forgetful`: it said that it kept a value and does not give it back.
//! - `keychain-failed`: anything else, with the system's words in `detail`.

use keyring_core::Error;
use setup::Problem;

pub(super) fn problem(error: &Error) -> Problem {
    let refined = match error {
        Error::NoStorageAccess(cause) | Error::PlatformFailure(cause) => system(cause.as_ref()),
        _ => None,
    };
    refined.unwrap_or_else(|| match error {
        Error::NoStorageAccess(cause) => locked().arg("detail", cause),
        Error::NoDefaultStore => absent(),
        // The text of an error holds names and codes; only `BadEncoding` and `BadDataFormat` carry data, which they do not print.
        other => Problem::new("keychain-failed").arg("detail", other),
    })
}

pub(super) fn forgetful() -> Problem {
    Problem::new("keychain-forgetful")
}

fn locked() -> Problem {
    Problem::new("keychain-locked").hint("hint-keychain-unlock")
}

fn absent() -> Problem {
    Problem::new("keychain-absent").hint("hint-keychain-install").hint("hint-identity-new")
}

fn denied() -> Problem {
    Problem::new("keychain-denied").hint("hint-keychain-allow")
}

#[cfg(target_os = "linux")]
fn system(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<Problem> {
    use secret_service::Error as Service;
    Some(match cause.downcast_ref::<Service>()? {
        Service::Locked | Service::Prompt | Service::PromptDisconnected => locked(),
        Service::NoResult => Problem::new("keychain-no-collection").hint("hint-keychain-collection"),
        Service::Unavailable => absent(),
        other => {
            let text = other.to_string();
            match text {
                // Names of errors in the D-Bus specification and the Secret Service one.
                text if text.contains("DBus.Error.AccessDenied") => denied(),
                text if text.contains("Secret.Error.IsLocked") => locked(),
                text if ABSENT.iter().any(|sign| text.contains(sign)) => absent(),
                _ => return None,
            }
        }
    })
}

/// What the bus says when there is nobody to talk to: no service of that name, or no bus at all.
#[cfg(target_os = "linux")]
const ABSENT: [&str; 5] = [
    "DBus.Error.ServiceUnknown",
    "DBus.Error.NameHasNoOwner",
    "DBus.Error.Spawn",
    "I/O error",
    "Failed to connect to address",
];

/// `OSStatus` of Security's SecBase.h.
#[cfg(target_os = "macos")]
fn system(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<Problem> {
    let text = cause.to_string();
    let code = |number: &str| text.contains(number);
    if code("-25293") || code("-128") {
        // errSecAuthFailed, errSecUserCanceled
        return Some(denied());
    }
    if code("-25308") {
        // errSecInteractionNotAllowed
        return Some(locked());
    }
    (code("-25291") || code("-25294")).then(absent)
}

/// A service account or a session without a profile has no credential set (`ERROR_NO_SUCH_LOGON_SESSION`).
#[cfg(windows)]
fn system(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<Problem> {
    let text = cause.to_string();
    if text.contains("1312") || text.contains("NO_SUCH_LOGON_SESSION") {
        return Some(absent());
    }
    text.contains("ACCESS_DENIED").then(denied)
}
