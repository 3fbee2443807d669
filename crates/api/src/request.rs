//! Everything a door may ask for. The list is the allow-list: unknown requests and unknown fields are refused.
//!
//! Requests carry names and ids, never addresses to open, paths or markup. Each variant says what answers it.

use std::collections::{BTreeMap, BTreeSet};

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use setup::{plan::Purpose, renewal::Use};
use ts_rs::TS;

use crate::{
    evidence::Part,
    view::{approval::ApprovalView, settings::SettingsView},
};

#[derive(Debug, Deserialize, Serialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Request {
    /// [`BeginView`](crate::view::home::BeginView)
    Begin,
    /// [`HomeView`](crate::view::home::HomeView)
    Home,
    /// [`PicturesView`](crate::view::guide::PicturesView)
    PicturesShow { guide: String },
    /// [`SetupView`](crate::view::setup::SetupView) of the new setup.
    SetupCreate {
        name: String,
        guide: String,
        tenant: String,
        instance: String,
        practice: bool,
        /// Name or id of a setup whose answers are copied.
        #[serde(default)]
        like: Option<String>,
    },
    /// [`SetupView`](crate::view::setup::SetupView). `setup` is an id or a name, here and below.
    SetupShow { setup: String },
    /// [`HomeView`](crate::view::home::HomeView). Refused while something of ours stands, unless `keep_objects`.
    SetupDelete { setup: String, keep_objects: bool },
    /// [`SetupView`](crate::view::setup::SetupView). Someone read that the service is retired.
    Acknowledge { setup: String },
    /// [`SetupView`](crate::view::setup::SetupView). What the change process says.
    ApprovalChange { setup: String, approval: ApprovalView },
    /// [`StepView`](crate::view::step::StepView)
    StepShow { setup: String, step: String },
    /// [`StepView`](crate::view::step::StepView). A person says that a step is done.
    StepConfirm {
        setup: String,
        step: String,
        #[serde(default)]
        note: Option<String>,
    },
    /// [`SetupView`](crate::view::setup::SetupView). A person says that these are done, in this order; answers come first.
    StepsConfirm {
        setup: String,
        steps: Vec<String>,
        #[serde(default)]
        answers: BTreeMap<String, String>,
        /// As in [`Request::Answer`].
        #[serde(default)]
        accepted: BTreeSet<String>,
    },
    /// [`StepView`](crate::view::step::StepView)
    StepReopen { setup: String, step: String },
    /// [`StepView`](crate::view::step::StepView). An empty text takes the note away.
    NoteKeep { setup: String, step: String, text: String, in_report: bool },
    /// [`PixelsView`](crate::view::evidence::PixelsView) of a picture (base64) as it would be kept. Nothing is kept.
    PictureLook { setup: String, step: String, file: String },
    /// [`StepView`](crate::view::step::StepView). The picture is kept, sealed, without what is blacked out.
    PictureAdd { setup: String, step: String, file: String, black: Vec<Part> },
    /// [`PixelsView`](crate::view::evidence::PixelsView)
    PictureShow { setup: String, picture: String },
    /// [`StepView`](crate::view::step::StepView)
    PictureChoose { setup: String, picture: String, in_report: bool },
    /// [`StepView`](crate::view::step::StepView)
    PictureRemove { setup: String, picture: String },
    /// [`StepView`](crate::view::step::StepView). An existing object is used instead of a new one, by its id.
    StepAdopt { setup: String, step: String, id: String },
    /// [`CandidatesView`](crate::view::adoption::CandidatesView). The object with that id, or those that look like it. Reads only.
    StepCandidates {
        setup: String,
        step: String,
        #[serde(default)]
        id: Option<String>,
    },
    /// [`StepView`](crate::view::step::StepView). What was adopted is let go, and stays as it is.
    StepRelease { setup: String, step: String },
    /// [`SetupView`](crate::view::setup::SetupView). All of them or none are taken.
    Answer {
        setup: String,
        answers: BTreeMap<String, String>,
        /// Yeses that answers ask for: the `accept` of each one's problem.
        #[serde(default)]
        accepted: BTreeSet<String>,
    },
    /// [`PeopleView`](crate::view::people::PeopleView). A pasted or read list: one person a line, `user[,role…]`.
    PeopleList { setup: String, text: String },
    /// [`PeopleView`](crate::view::people::PeopleView)
    PeopleShow { setup: String },
    /// [`PeopleSeenView`](crate::view::people::PeopleSeenView): the lines after `after` as the last look saw them.
    PeopleSeen {
        setup: String,
        step: String,
        #[ts(type = "number")]
        after: u64,
    },
    /// [`SavedView`](crate::view::report::SavedView). All lines as a spreadsheet.
    PeopleSeenSave { setup: String, step: String },
    /// [`SignInView`](crate::view::sign_in::SignInView) at once; how it goes on comes as events.
    SignIn { setup: String, seat: String, with: SignInWay },
    /// [`SetupView`](crate::view::setup::SetupView)
    SignInCancel { setup: String, seat: String },
    /// [`SignInView`](crate::view::sign_in::SignInView). The address that the browser ended at, where it could not come back.
    SignInPaste { setup: String, seat: String, address: String },
    /// [`QrView`](crate::view::qr::QrView). The address of the sign-in, for a phone or another computer.
    SignInQr { setup: String, seat: String },
    /// [`AskingView`](crate::view::handover::AskingView)
    HandoverShow,
    /// [`AskedView`](crate::view::handover::AskedView). Asks for a seat of the setup between these two.
    HandoverAsk { tenant: String, instance: String, seat: String },
    /// [`GivenView`](crate::view::handover::GivenView). Writes a file where downloads go: for the request of that code, or behind a
    /// phrase for that seat. The seat moves with it.
    HandoverGive {
        setup: String,
        #[serde(default)]
        code: Option<String>,
        #[serde(default)]
        seat: Option<String>,
    },
    /// [`ClaimsView`](crate::view::handover::ClaimsView). Looks at a file (base64), at the one that was double-clicked, or at the last one
    /// with its phrase. Applies nothing.
    HandoverLook {
        #[serde(default)]
        file: Option<String>,
        #[serde(default, skip_serializing)]
        #[ts(type = "string | null")]
        phrase: Option<SecretString>,
    },
    /// [`SetupView`](crate::view::setup::SetupView). Takes in what was looked at, after both people compared its check phrase.
    HandoverTake { check_phrase: String },
    /// [`SetupView`](crate::view::setup::SetupView). Takes a seat back without a file.
    SeatTakeBack { setup: String, seat: String },
    /// Nothing. The address of the sign-in, to the clipboard.
    SignInCopyLink { setup: String, seat: String },
    /// Nothing. The address where an administrator consents, to the clipboard.
    ConsentCopyLink { setup: String, seat: String },
    /// [`PolicyView`](crate::view::setup::PolicyView). One more consent, in the browser, to read what the tenant's policy allows.
    PoliciesRead { setup: String, seat: String },
    /// Nothing. The missing role is active now: for ten minutes a refusal by right is tried again.
    RoleActivated { setup: String },
    /// [`ExplainedView`](crate::view::sign_in::ExplainedView): what the number on Microsoft's page means.
    SignInExplain { setup: String, says: String },
    /// [`SetupView`](crate::view::setup::SetupView)
    SignOut { setup: String, seat: String },
    /// [`RunView`](crate::view::run::RunView). Reads only.
    Check {
        setup: String,
        #[serde(default)]
        step: Option<String>,
    },
    /// [`PlanView`](crate::view::run::PlanView). Reads only.
    Plan {
        setup: String,
        #[serde(default)]
        step: Option<String>,
    },
    /// [`RunView`](crate::view::run::RunView) when it is over; progress comes as events.
    Apply {
        setup: String,
        fingerprint: String,
        #[serde(default)]
        step: Option<String>,
        /// The instance's name, typed, where it is labelled production.
        #[serde(default)]
        instance: Option<String>,
        /// The yeses that single changes of the plan ask for.
        #[serde(default)]
        accepted: BTreeSet<String>,
    },
    /// [`RunView`](crate::view::run::RunView)
    Verify {
        setup: String,
        #[serde(default)]
        step: Option<String>,
    },
    /// [`PlanView`](crate::view::run::PlanView)
    UndoPlan {
        setup: String,
        #[serde(default)]
        step: Option<String>,
    },
    /// [`RunView`](crate::view::run::RunView)
    Undo {
        setup: String,
        fingerprint: String,
        #[serde(default)]
        step: Option<String>,
        /// The instance's name, typed, where it is labelled production.
        #[serde(default)]
        instance: Option<String>,
    },
    /// [`PlanView`](crate::view::run::PlanView). What replacing the step's secret changes. Reads only.
    RenewPlan { setup: String, step: String },
    /// [`RunView`](crate::view::run::RunView). On to where both secrets are valid and the new one waits to be used.
    Renew {
        setup: String,
        step: String,
        fingerprint: String,
        /// The instance's name, typed, where it is labelled production.
        #[serde(default)]
        instance: Option<String>,
    },
    /// [`RunView`](crate::view::run::RunView). A person saw the new secret used: the old one is removed.
    RenewUsed {
        setup: String,
        step: String,
        how: Use,
        /// The instance's name, typed, where it is labelled production.
        #[serde(default)]
        instance: Option<String>,
    },
    /// [`RunView`](crate::view::run::RunView). The old value is put back, and the new secret removed.
    RenewBack {
        setup: String,
        step: String,
        /// The instance's name, typed, where it is labelled production.
        #[serde(default)]
        instance: Option<String>,
    },
    /// [`SavedView`](crate::view::report::SavedView). When everything ends, for a calendar.
    CalendarSave,
    /// [`ScheduleView`](crate::view::schedule::ScheduleView)
    ScheduleShow,
    /// [`ScheduleView`](crate::view::schedule::ScheduleView). Has the system look daily which secrets end, or no longer.
    ScheduleChange { on: bool },
    /// `null`. Stops the run at the next safe point; a write once sent is awaited.
    Cancel { setup: String },
    /// `null`. Opens a link of a step, by its name, in the person's browser.
    Open { setup: String, step: String, link: String },
    /// `null`. Puts a value of a step, by its name, on the clipboard.
    Copy { setup: String, step: String, value: String },
    /// [`SavedView`](crate::view::report::SavedView). Writes the report where downloads go.
    ReportSave { setup: String, format: ReportFormat },
    /// [`SavedView`](crate::view::report::SavedView). The plan, for whoever approves it, where downloads go.
    PlanSave {
        setup: String,
        #[serde(default)]
        step: Option<String>,
        purpose: Purpose,
        format: ReportFormat,
    },
    /// [`LeftView`](crate::view::left::LeftView): what the integration has left on both sides. Reads only.
    Left { setup: String },
    /// [`SavedView`](crate::view::report::SavedView). The addresses of the guide's allow list, as DNS has them now.
    NetworkSave { setup: String, format: NetworkFormat },
    /// [`SavedView`](crate::view::report::SavedView). One seat's part as a page, for somebody without Liaison.
    SeatPageSave { setup: String, seat: String },
    /// [`SavedView`](crate::view::report::SavedView). Details for support.
    SupportSave,
    /// [`HomeView`](crate::view::home::HomeView). Forgets the practice services' state and every practice setup.
    PracticeReset,
    /// [`KeptView`](crate::view::kept::KeptView). What is kept sealed: of one setup, or of all.
    KeptShow {
        #[serde(default)]
        setup: Option<String>,
    },
    /// [`CopiedView`](crate::view::kept::CopiedView). A kept secret, to the clipboard for a minute. Never to the page.
    KeptCopy { setup: String, name: String },
    /// [`KeptView`](crate::view::kept::KeptView) of all. One value is forgotten, or its seat signed out.
    KeptForget { setup: String, name: String },
    /// [`KeptView`](crate::view::kept::KeptView). Asks the keychain again, after it was unlocked or installed.
    KeychainRetry,
    /// [`SettingsView`]
    SettingsShow,
    /// [`SettingsView`]
    SettingsChange { settings: SettingsView },
    /// `null`. What a person says to the last question of an [`UpdateView`](crate::view::update::UpdateView).
    UpdateAnswer { yes: bool },
    /// [`DoctorView`](crate::view::doctor::DoctorView): "Check this computer".
    Doctor,
    /// Every [`Numbered`](crate::event::Numbered) event after `after`, as far as they are remembered.
    EventsSince {
        #[ts(type = "number")]
        after: u64,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SignInWay {
    Browser,
    DeviceCode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReportFormat {
    Html,
    Json,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NetworkFormat {
    Plain,
    Csv,
    /// Of a change ticket.
    Comment,
}
