//! What Entra's numbers mean.
//!
//! Sources: "Microsoft Entra authentication and authorization error codes" (reference-error-codes) for the meanings; the numbers
//! that a client secret can meet were also seen in public issue trackers, as noted. Microsoft warns that codes change, so an
//! unknown number is shown as it is and never guessed at.

/// Why Entra said no, as far as the person can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The secret is not one of the application's; often its id was copied instead of its value. Also said of secrets seconds old.
    WrongSecret,
    /// Also said of fresh applications.
    ExpiredSecret,
    NoSecretSent,
    ApplicationDisabled,
    /// Not in this tenant. Also said of applications seconds old.
    UnknownApplication,
    UnknownTenant,
    /// The address names no tenant, or something that cannot be one.
    NoTenantNamed,
    /// `common` was used where a tenant is needed.
    TenantNeeded,
    /// The resource has no service principal in the tenant.
    UnknownResource,
    /// A v2.0 endpoint was given `resource`.
    ResourceNotSupported,
    /// A parameter is missing: `scope` on v2.0, for example.
    ParameterMissing,
    ConditionalAccess,
    /// The same of an application signing in for itself. Policies go by network and risk, so it may be let in from elsewhere
    /// ("Conditional Access for workload identities").
    ConditionalAccessWorkload,
    /// The device must be managed, compliant or known.
    DeviceRequired,
    /// A session begun by device code, stopped later by policy.
    DeviceCodeBlocked,
    MultiFactorNeeded,
    TooManyEqualRequests,
    Throttled,
    /// The account or tenant lives in another national cloud.
    OtherCloud,
    ConsentNeeded,
    ConsentDeclined,
    AdminConsentNeeded,
    AdminConsentRequested,
    /// The person is not assigned to the signing-in application.
    NotAssigned,
    /// Microsoft's own client may not be used for these permissions.
    ClientNotPreauthorized,
    RedirectMismatch,
    SecretFromPublicClient,
    /// The account is not of this tenant.
    ForeignAccount,
    UnknownAccount,
    AccountDisabled,
    /// Expired, revoked, or the password changed: sign in again.
    SessionEnded,
    CodePending,
    CodeExpired,
    CodeUnknown,
    /// Used already: taken or declined.
    CodeUsed,
    SignInInterrupted,
    /// The application has no service principal in the tenant. Also said of those seconds old.
    ServicePrincipalMissing,
    /// Asked at a data centre that does not have the request.
    OtherRegion,
    /// Liaison, or whatever sent the request, made a mistake in it.
    RequestMistaken,
}

/// Number, cause. One row a number.
pub const CODES: &[(u32, Cause)] = &[
    (16_000, Cause::SignInInterrupted),
    (50_005, Cause::DeviceRequired),
    (50_011, Cause::RedirectMismatch),
    (50_020, Cause::ForeignAccount),
    (50_034, Cause::UnknownAccount),
    (50_057, Cause::AccountDisabled),
    (50_058, Cause::SignInInterrupted),
    (50_059, Cause::NoTenantNamed),
    (50_076, Cause::MultiFactorNeeded),
    (50_079, Cause::MultiFactorNeeded),
    (50_089, Cause::SessionEnded),
    (50_097, Cause::DeviceRequired),
    (50_105, Cause::NotAssigned),
    (50_134, Cause::OtherRegion),
    (50_173, Cause::SessionEnded),
    (50_196, Cause::TooManyEqualRequests),
    (50_199, Cause::SignInInterrupted),
    (53_000, Cause::DeviceRequired),
    (53_003, Cause::ConditionalAccess),
    (54_005, Cause::CodeUsed),
    (65_001, Cause::ConsentNeeded),
    (65_002, Cause::ClientNotPreauthorized),
    (65_004, Cause::ConsentDeclined),
    (70_000, Cause::SessionEnded),
    (70_008, Cause::SessionEnded),
    (70_016, Cause::CodePending),
    (70_018, Cause::CodeUnknown),
    (70_019, Cause::CodeExpired),
    (70_043, Cause::SessionEnded),
    (90_002, Cause::UnknownTenant),
    (90_005, Cause::RequestMistaken),
    (90_014, Cause::ParameterMissing),
    (90_019, Cause::NoTenantNamed),
    (90_038, Cause::OtherCloud),
    (90_055, Cause::Throttled),
    (90_094, Cause::AdminConsentNeeded),
    (90_095, Cause::AdminConsentRequested),
    (90_119, Cause::CodeUnknown),
    (90_120, Cause::CodeUsed),
    (90_133, Cause::TenantNeeded),
    (500_011, Cause::UnknownResource),
    (501_481, Cause::RequestMistaken),
    (501_491, Cause::RequestMistaken),
    (530_003, Cause::DeviceRequired),
    (530_036, Cause::DeviceCodeBlocked),
    (700_016, Cause::UnknownApplication),
    (700_025, Cause::SecretFromPublicClient),
    (700_054, Cause::RequestMistaken),
    (700_082, Cause::SessionEnded),
    (700_084, Cause::SessionEnded),
    (900_023, Cause::NoTenantNamed),
    (900_144, Cause::ParameterMissing),
    (900_382, Cause::OtherCloud),
    (900_432, Cause::OtherCloud),
    (901_002, Cause::ResourceNotSupported),
    (1_000_031, Cause::ApplicationDisabled),
    (1_002_012, Cause::ParameterMissing),
    (7_000_112, Cause::ApplicationDisabled),
    (7_000_215, Cause::WrongSecret),
    (7_000_216, Cause::NoSecretSent),
    (7_000_218, Cause::NoSecretSent),
    (7_000_222, Cause::ExpiredSecret),
    (7_000_229, Cause::ServicePrincipalMissing),
    (9_001_023, Cause::TenantNeeded),
];

/// The number in what a person read or copied from Microsoft's page: after `AADSTS`, or else the first of five to seven digits.
pub fn number_in(text: &str) -> Option<u32> {
    let text = text.to_ascii_uppercase();
    let marked = text.split_once("AADSTS").map(|(_, rest)| rest);
    let mut digits = marked.unwrap_or(&text).split(|c: char| !c.is_ascii_digit());
    let first =
        if marked.is_some() { digits.next() } else { digits.find(|run| (5..=7).contains(&run.len())) };
    first?.parse().ok()
}

impl Cause {
    pub fn of(code: u32) -> Option<Self> {
        CODES.iter().find(|(known, _)| *known == code).map(|(_, cause)| *cause)
    }

    /// Whether an administrator's consent helps.
    pub fn wants_consent(self) -> bool {
        matches!(self, Self::ConsentNeeded | Self::AdminConsentNeeded | Self::AdminConsentRequested)
    }

    /// Whether Entra also says this of an application or secret that it has not heard of everywhere yet (4 to 20 s, and now
    /// and then minutes, in public trackers).
    pub fn may_be_replication(self) -> bool {
        matches!(
            self,
            Self::WrongSecret
                | Self::ExpiredSecret
                | Self::UnknownApplication
                | Self::ServicePrincipalMissing
        )
    }

    /// As message ids spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::WrongSecret => "wrong-secret",
            Self::ExpiredSecret => "expired-secret",
            Self::NoSecretSent => "no-secret-sent",
            Self::ApplicationDisabled => "application-disabled",
            Self::UnknownApplication => "unknown-application",
            Self::UnknownTenant => "unknown-tenant",
            Self::NoTenantNamed => "no-tenant-named",
            Self::TenantNeeded => "tenant-needed",
            Self::UnknownResource => "unknown-resource",
            Self::ResourceNotSupported => "resource-not-supported",
            Self::ParameterMissing => "parameter-missing",
            Self::ConditionalAccess => "conditional-access",
            Self::ConditionalAccessWorkload => "conditional-access-workload",
            Self::DeviceRequired => "device-required",
            Self::DeviceCodeBlocked => "device-code-blocked",
            Self::MultiFactorNeeded => "multi-factor-needed",
            Self::TooManyEqualRequests => "too-many-equal-requests",
            Self::Throttled => "throttled",
            Self::OtherCloud => "other-cloud",
            Self::ConsentNeeded => "consent-needed",
            Self::ConsentDeclined => "consent-declined",
            Self::AdminConsentNeeded => "admin-consent-needed",
            Self::AdminConsentRequested => "admin-consent-requested",
            Self::NotAssigned => "not-assigned",
            Self::ClientNotPreauthorized => "client-not-preauthorized",
            Self::RedirectMismatch => "redirect-mismatch",
            Self::SecretFromPublicClient => "secret-from-public-client",
            Self::ForeignAccount => "foreign-account",
            Self::UnknownAccount => "unknown-account",
            Self::AccountDisabled => "account-disabled",
            Self::SessionEnded => "session-ended",
            Self::CodePending => "code-pending",
            Self::CodeExpired => "code-expired",
            Self::CodeUnknown => "code-unknown",
            Self::CodeUsed => "code-used",
            Self::SignInInterrupted => "sign-in-interrupted",
            Self::ServicePrincipalMissing => "service-principal-missing",
            Self::OtherRegion => "other-region",
            Self::RequestMistaken => "request-mistaken",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_found_in_whatever_was_copied() {
        for text in [
            "53003",
            "AADSTS53003",
            "aadsts53003: Access has been blocked by Conditional Access policies.",
            "You cannot access this right now\nError Code: 53003\nRequest Id: 1f2e4f00-73a1-4f5d-9f8c-0123456789ab",
            " Error code 53003. ",
        ] {
            assert_eq!(number_in(text), Some(53_003), "{text}");
        }
        assert_eq!(number_in("AADSTS7000215: Invalid client secret provided."), Some(7_000_215));
        assert_eq!(number_in("Something went wrong on 2026-11-25"), None);
        assert_eq!(number_in(""), None);
    }

    #[test]
    fn each_number_is_there_once_and_in_order() {
        assert!(CODES.windows(2).all(|two| two[0].0 < two[1].0));
    }
}
