//! "Check this computer": what usually keeps people from getting on, looked at before it does.

use std::collections::BTreeMap;

use net::{
    Http, Origin,
    diagnose::{self, Finding, Grade},
};
use setup::problem::Result;

use crate::{
    app::App,
    browser::Browser,
    view::doctor::{DoctorCheck, DoctorVerdict, DoctorView},
};

impl App {
    /// Looks at the way to each service that a setup of this computer uses; without a setup, to the global cloud. Asks nothing of
    /// anyone and signs nobody in.
    ///
    /// # Errors
    /// Settings that cannot be used at all.
    pub async fn doctor(&self) -> Result<DoctorView> {
        let http = self.http(None)?;
        let mut checks = Vec::new();
        for (origin, path) in self.services_used().await? {
            checks.extend(service(&http, &origin, path).await);
        }
        checks.push(check(diagnose::loopback(&http).await));
        checks.push(self.browser_check());
        checks.push(keychain().await);
        Ok(DoctorView { checks })
    }

    /// Each host once, with a path that anyone may ask.
    async fn services_used(&self) -> Result<Vec<(Origin, &'static str)>> {
        let mut addresses: Vec<(String, &'static str)> = Vec::new();
        for store in [&self.inner().real, &self.inner().practice] {
            for head in store.list().await? {
                addresses.push((head.cloud.login, "/common/.well-known/openid-configuration"));
                addresses.push((head.cloud.graph, "/v1.0/$metadata"));
                addresses.push((head.instance, "/"));
            }
        }
        // Where nothing is set up yet, nothing is asked: nobody said which cloud or instance it will be.
        addresses.sort();
        addresses.dedup();
        Ok(addresses
            .into_iter()
            .filter_map(|(address, path)| Some((Origin::parse(&address).ok()?, path)))
            .collect())
    }

    fn browser_check(&self) -> DoctorCheck {
        let (verdict, with) = match &self.inner().browser {
            Browser::Command(words) => (DoctorVerdict::Fine, words.first().cloned().unwrap_or_default()),
            Browser::System if has_display() => (DoctorVerdict::Fine, String::new()),
            Browser::System => (DoctorVerdict::Warning, String::new()),
        };
        DoctorCheck {
            id: "browser".into(),
            about: None,
            verdict,
            args: BTreeMap::from([("with".to_owned(), with)]),
        }
    }
}

async fn service(http: &Http, origin: &Origin, path: &str) -> Vec<DoctorCheck> {
    let proxy = diagnose::proxy(http.settings(), origin).await;
    let behind_proxy = proxy.id != "proxy-none" && !origin.is_loopback();
    let mut findings = vec![diagnose::dns(origin, behind_proxy).await, proxy];
    findings.extend(diagnose::reach(http, origin, path).await);
    findings.into_iter().map(|finding| DoctorCheck { about: Some(origin.host()), ..check(finding) }).collect()
}

fn check(finding: Finding) -> DoctorCheck {
    let mut args: BTreeMap<String, String> =
        finding.args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    args.insert("finding".into(), finding.id.into());
    DoctorCheck {
        id: finding.check.into(),
        about: None,
        verdict: match finding.grade {
            Grade::Ok => DoctorVerdict::Fine,
            Grade::Warn => DoctorVerdict::Warning,
            Grade::Fail => DoctorVerdict::Failed,
        },
        args,
    }
}

async fn keychain() -> DoctorCheck {
    let (verdict, finding) = match vault::keychain_round_trip().await {
        Ok(()) => (DoctorVerdict::Fine, "keychain-fine".to_owned()),
        Err(problem) => (DoctorVerdict::Failed, problem.code),
    };
    DoctorCheck {
        id: "keychain".into(),
        about: None,
        verdict,
        args: BTreeMap::from([("finding".to_owned(), finding)]),
    }
}

/// Whether a browser could show itself at all.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
