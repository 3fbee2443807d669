//! Scenes: the situations that practice can play, as data.
//!
//! A new scene is a new entry of [`SCENES`]; a new behaviour is a new field of [`Scene`], read where it acts.

use crate::instance::situation::{EVERYDAY, Front, Situation};

/// One situation. Fields say what differs from the everyday one, and are read by the parts that they are about.
#[derive(Debug)]
pub struct Scene {
    /// What `--scene` takes.
    pub name: &'static str,
    /// One sentence about it.
    pub about: &'static str,
    /// The instance has the public OAuth client for signing in, and the announcement tells its id and port.
    pub sign_in_client: bool,
    /// Seconds until Entra's readers and its token endpoint see a new object or secret.
    pub replication_s: u32,
    /// Every so many requests to Graph and to the Table API, one is refused with 429.
    pub throttle_every: Option<u64>,
    /// The version of the Microsoft 365 support integration that is installed from the ServiceNow Store.
    pub store_app: Option<&'static str>,
    /// The registry's table `oauth_entity` can be read by scripts of other application scopes.
    pub oauth_entity_readable: bool,
    /// Putting another client secret in place of a good one stores it malformed; putting one in place of a malformed one works.
    pub replaced_secret_malformed: bool,
    /// The instance sleeps and answers everything with its wake-up page.
    pub hibernating: bool,
    /// An app registration and a registry record with the usual names, made by somebody else, are there already.
    pub others_objects: bool,
    /// The Entra administrator has a role that may register applications.
    pub admin_has_role: bool,
    /// Members without a role may register applications (`allowedToCreateApps`).
    pub members_may_register: bool,
    /// The tenant's policy lets its administrators consent to the signing-in application.
    pub consent_allowed: bool,
    /// What else is special about the Microsoft side.
    pub entra: EntraScene,
    /// What is about the instance alone.
    pub instance: Situation,
}

/// Situations of the Microsoft side. Seconds are those that the control advanced the clock by.
#[derive(Debug)]
pub struct EntraScene {
    /// The tenant's app management policy allows client secrets ("passwordAddition").
    pub secrets_allowed: bool,
    /// For at most so many days ("passwordLifetime").
    pub longest_secret_days: Option<i64>,
    /// When the administrator's eligible role is active, from and to; always where it is absent.
    pub role_active: Option<&'static [(i64, i64)]>,
    /// Only a Global Administrator may consent to the signing-in application.
    pub consent_by_another: bool,
    /// Graph lets a change through only after a sign-in with a claims challenge (step-up).
    pub step_up_for_changes: bool,
    /// Conditional Access blocks the device code flow. Its page says so, and the waiting client hears nothing.
    pub device_code_blocked: bool,
    /// Conditional Access for workload identities blocks applications at this network.
    pub applications_blocked: bool,
    /// v1 gives no token to those who do not say what for: the old directory service is gone from the tenant.
    pub old_directory_gone: bool,
    /// The domain belongs to a tenant of the government cloud.
    pub government: bool,
    /// A registration of the usual name was deleted and can be restored.
    pub twin_deleted: bool,
    /// From then on Microsoft has disabled the tenant's applications (`disabledByMicrosoftStatus`).
    pub stopped_after: Option<i64>,
    /// Members without a role have as many objects as they may ("Directory_QuotaExceeded").
    pub quota_reached: bool,
    /// The administrator's own registration has the very name that the setup `s` would give to its own.
    pub name_taken: bool,
    /// Every device code is answered with `slow_down` once.
    pub slow_down: bool,
}

const USUAL: EntraScene = EntraScene {
    secrets_allowed: true,
    longest_secret_days: None,
    role_active: None,
    consent_by_another: false,
    step_up_for_changes: false,
    device_code_blocked: false,
    applications_blocked: false,
    old_directory_gone: false,
    government: false,
    twin_deleted: false,
    stopped_after: None,
    quota_reached: false,
    name_taken: false,
    slow_down: false,
};

const READY: Scene = Scene {
    name: "ready",
    about: "Everything is in place and answers at once; the sign-in client is registered in the instance.",
    sign_in_client: true,
    replication_s: 0,
    throttle_every: None,
    store_app: Some("2.0.1"),
    oauth_entity_readable: true,
    replaced_secret_malformed: false,
    hibernating: false,
    others_objects: false,
    admin_has_role: true,
    members_may_register: true,
    consent_allowed: true,
    entra: USUAL,
    instance: EVERYDAY,
};

/// All scenes, the everyday one first.
pub const SCENES: &[Scene] = &[
    READY,
    Scene {
        name: "first-visit",
        about: "As a newcomer finds it: the sign-in client is still to be registered in the instance.",
        sign_in_client: false,
        ..READY
    },
    Scene {
        name: "replication-slow",
        about: "Entra shows a new application or secret to its readers only after 30 seconds.",
        replication_s: 30,
        ..READY
    },
    Scene {
        name: "throttled",
        about: "Every third request to Graph or the Table API is refused with 429 and Retry-After 1.",
        throttle_every: Some(3),
        ..READY
    },
    Scene {
        name: "store-app-missing",
        about: "The Microsoft 365 support integration is not installed in the instance.",
        store_app: None,
        ..READY
    },
    Scene {
        name: "store-app-1.0.11",
        about: "An old version of the Microsoft 365 support integration is installed.",
        store_app: Some("1.0.11"),
        ..READY
    },
    Scene {
        name: "table-closed",
        about: "oauth_entity is closed to scripts of other application scopes.",
        oauth_entity_readable: false,
        ..READY
    },
    Scene {
        name: "new-secret-malformed",
        about: "The instance stores a client secret malformed when it takes the place of a good one.",
        replaced_secret_malformed: true,
        ..READY
    },
    Scene { name: "hibernating", about: "The instance hibernates.", hibernating: true, ..READY },
    Scene {
        name: "app-exists",
        about: "Somebody else made an app registration and a registry record of the usual names.",
        others_objects: true,
        ..READY
    },
    Scene {
        name: "no-right-to-register",
        about: "The Entra administrator has no role, and members may not register applications.",
        admin_has_role: false,
        members_may_register: false,
        ..READY
    },
    Scene {
        name: "consent-denied-by-policy",
        about: "The tenant's policy refuses consent to the signing-in application.",
        consent_allowed: false,
        ..READY
    },
    // Of the Microsoft side alone.
    Scene {
        name: "secrets-banned",
        about: "The tenant's policy allows no client secrets.",
        entra: EntraScene { secrets_allowed: false, ..USUAL },
        ..READY
    },
    Scene {
        name: "short-lifetimes-only",
        about: "The tenant's policy allows client secrets for at most 90 days.",
        entra: EntraScene { longest_secret_days: Some(90), ..USUAL },
        ..READY
    },
    Scene {
        name: "role-missing-then-active",
        about: "The Entra administrator's role is eligible, and active only an hour later.",
        members_may_register: false,
        entra: EntraScene { role_active: Some(&[(3600, i64::MAX)]), ..USUAL },
        ..READY
    },
    Scene {
        name: "role-ends-midway",
        about: "The Entra administrator's role ends after an hour, and is active again from the second.",
        members_may_register: false,
        entra: EntraScene { role_active: Some(&[(0, 3600), (7200, i64::MAX)]), ..USUAL },
        ..READY
    },
    Scene {
        name: "consent-by-another",
        about: "Only a Global Administrator may consent to the signing-in application.",
        entra: EntraScene { consent_by_another: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "claims-challenge",
        about: "Graph wants a stronger sign-in before it changes anything.",
        entra: EntraScene { step_up_for_changes: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "device-code-blocked",
        about: "Conditional Access blocks the device code flow.",
        entra: EntraScene { device_code_blocked: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "workload-blocked",
        about: "Conditional Access for workload identities blocks applications from this network.",
        entra: EntraScene { applications_blocked: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "token-needs-resource",
        about: "Entra's old token endpoint gives no token to those who do not say what for.",
        entra: EntraScene { old_directory_gone: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "sovereign-tenant",
        about: "The domain belongs to a tenant of the government cloud.",
        entra: EntraScene { government: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "soft-deleted-twin",
        about: "A registration of the usual name was deleted by somebody and can be restored.",
        entra: EntraScene { twin_deleted: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "stopped-by-microsoft",
        about: "After an hour Microsoft disables the tenant's applications.",
        entra: EntraScene { stopped_after: Some(3600), ..USUAL },
        ..READY
    },
    Scene {
        name: "quota-reached",
        about: "The Entra administrator has no role, and as many registrations as members may have.",
        admin_has_role: false,
        entra: EntraScene { quota_reached: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "name-taken",
        about: "Somebody else's registration has the name that a setup called s would give to its own.",
        entra: EntraScene { name_taken: true, ..USUAL },
        ..READY
    },
    Scene {
        name: "device-slow-down",
        about: "Entra tells whoever asks for a device code's answer to ask less often, once.",
        entra: EntraScene { slow_down: true, ..USUAL },
        ..READY
    },
    // The instance alone.
    Scene {
        name: "crowd",
        about: "The instance has 10,000 more users, user.00001 to user.10000.",
        instance: Situation { crowd: 10_000, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "rate-limited",
        about: "A rule of the instance takes 150 requests to its REST API an hour. It has 10,000 more users.",
        instance: Situation { crowd: 10_000, requests_an_hour: Some(150), ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "basic-restricted",
        about: "The instance refuses HTTP Basic to people, as instances do by default since June 2026.",
        instance: Situation { basic_restricted: true, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "elevation-needed",
        about: "oauth_entity is closed to other scopes, and only who elevated to security_admin may open it.",
        oauth_entity_readable: false,
        instance: Situation { elevation_needed: true, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "privileges-missing",
        about: "The store app's privileges to read the registry's tables are gone.",
        instance: Situation { no_privileges: true, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "closed-to-web-services",
        about: "Records of tables, privileges and update sets are closed to web services, to administrators too.",
        instance: Situation { tables_closed: true, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "default-update-set",
        about: "The administrator picked no update set: the default one records what they change.",
        instance: Situation { default_update_set: true, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "secret-malformed",
        about: "The instance stores client secrets malformed that are written over its REST API, the first one too.",
        instance: Situation { secrets_malformed: true, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "wrong-role",
        about: "Who signs in to the instance works on incidents there and administers nothing.",
        instance: Situation { roles: &["itil"], ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "oauth-admin-only",
        about: "Who signs in to the instance may manage application registries and nothing else.",
        instance: Situation { roles: &["oauth_admin"], ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "profile-not-created",
        about: "The instance makes no default profile for a new registry record.",
        instance: Situation { no_profiles: true, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "cloned",
        about: "The instance is a clone of another, with the registry record of that one's setup.",
        instance: Situation { cloned: true, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "offline",
        about: "The instance starts or is upgraded, and answers everything with a page that says so.",
        instance: Situation { front: Front::OfflinePage, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "single-sign-on-page",
        about: "A gateway before the instance sends every request to a sign-in page elsewhere.",
        instance: Situation { front: Front::SingleSignOn, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "address-filter",
        about: "The instance's IP Address Access Control lets nobody in from here.",
        instance: Situation { front: Front::AddressFilter, ..EVERYDAY },
        ..READY
    },
    Scene {
        name: "no-such-instance",
        about: "No instance has that name.",
        instance: Situation { front: Front::NoSuchInstance, ..EVERYDAY },
        ..READY
    },
];

impl Scene {
    /// The everyday scene, `ready`.
    #[must_use]
    pub fn ready() -> &'static Self {
        &SCENES[0]
    }

    /// The scene of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        SCENES.iter().find(|scene| scene.name == name)
    }
}

/// In the world's file a scene is its name.
pub(crate) mod by_name {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::Scene;

    pub(crate) fn serialize<S: Serializer>(scene: &&'static Scene, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(scene.name)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<&'static Scene, D::Error> {
        let name = String::deserialize(deserializer)?;
        Scene::named(&name).ok_or_else(|| D::Error::custom(format!("no scene is called {name}")))
    }
}
