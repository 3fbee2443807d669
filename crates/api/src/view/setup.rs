use ::setup::{guide::Service, record::SetupId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    approval::ApprovalView, expiry::ExpiryView, renewal::RenewalView, run::RunningView, step::StepLine,
};
use crate::request::SignInWay;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetupView {
    pub id: SetupId,
    pub name: String,
    pub guide: String,
    pub practice: bool,
    pub tenant: String,
    /// Known once the domain was looked up.
    pub tenant_id: Option<String>,
    pub instance: String,
    pub cloud: String,
    /// Present where the instance is labelled production: the name to type before anything is changed.
    pub production: Option<String>,
    /// Present where the service behind the guide is gone and this is not practice.
    pub retired: Option<RetiredView>,
    /// In the guide's order.
    pub seats: Vec<SeatView>,
    /// In the guide's order.
    pub steps: Vec<StepLine>,
    /// Where to go on.
    pub next: Option<String>,
    pub done: usize,
    /// Steps that count: neither optional nor later.
    pub total: usize,
    /// What ends, the first to end first.
    pub expiries: Vec<ExpiryView>,
    /// Secrets that are being replaced.
    pub renewals: Vec<RenewalView>,
    /// Steps whose secret can be replaced now.
    pub renewable: Vec<String>,
    /// Something of ours stands.
    pub owns_anything: bool,
    pub people: u64,
    pub approval: ApprovalView,
    pub policy: PolicyView,
    /// A run that goes on in this process.
    pub running: Option<RunningView>,
    /// Who else holds the setup, when another process does.
    pub held_by: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RetiredView {
    pub on: String,
    pub acknowledged: bool,
}

/// What is known of the tenant's app management policy before anything is tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyView {
    /// Whether it allows client secrets; none where that is not known.
    pub secrets: Option<bool>,
    /// The most days that one may be good for, where that is known and limited.
    #[ts(type = "number | null")]
    pub longest_days: Option<i64>,
}

/// Nobody can sign in at the seat before an administrator consents.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ConsentView {
    /// ISO time.
    pub since: String,
    /// Where an administrator consents, in any browser.
    pub link: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SeatView {
    pub id: String,
    pub service: Option<Service>,
    /// Who is signed in.
    pub account: Option<String>,
    /// Another computer carries its steps out: they are shown here and left alone.
    pub elsewhere: bool,
    /// Word id of the application that signs the person in, where it is a matter of choice.
    pub signing: Option<String>,
    /// Present while an administrator's consent is waited for.
    pub consent: Option<ConsentView>,
    /// Best way first; empty where the seat signs in nowhere.
    pub ways: Vec<SignInWay>,
    pub done: usize,
    pub total: usize,
}
