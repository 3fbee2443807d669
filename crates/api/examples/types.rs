//! Prints the TypeScript of every type that crosses the window's door: `./dev generate` keeps it in `ui/src/gen/api.ts`.
#![allow(clippy::print_stdout, reason = "a generator: its output is the file")]

use std::collections::BTreeMap;

use liaison_api::{
    Request,
    event::Numbered,
    view::{
        adoption::CandidatesView,
        doctor::DoctorView,
        evidence::PixelsView,
        guide::PicturesView,
        handover::{AskedView, AskingView, ClaimsView, GivenView},
        home::{BeginView, HomeView},
        kept::{CopiedView, KeptView},
        left::LeftView,
        people::{PeopleSeenView, PeopleView},
        qr::QrView,
        report::SavedView,
        run::{PlanView, RunView},
        schedule::ScheduleView,
        settings::SettingsView,
        setup::{PolicyView, SetupView},
        sign_in::{ExplainedView, SignInView},
        step::StepView,
    },
};
use ts_rs::{Config, TS, TypeVisitor};

struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types with a file of their own have a declaration.
        if T::output_path().is_none() || self.by_name.contains_key(&T::ident(&self.config)) {
            return;
        }
        self.by_name.insert(T::ident(&self.config), format!("export {}", T::decl(&self.config)));
        T::visit_dependencies(self);
    }
}

fn main() {
    let config = Config::new().with_large_int("number");
    let mut declarations = Declarations { config, by_name: BTreeMap::new() };
    let mut answers = String::new();
    macro_rules! answers {
        ($($request:literal => $view:ty),* $(,)?) => {
            $(
                declarations.visit::<$view>();
                let name = <$view as TS>::name(&declarations.config);
                answers.push_str(&format!("  {:?}: {};\n", $request, name));
            )*
        };
    }
    declarations.visit::<Request>();
    answers! {
        "begin" => BeginView, "home" => HomeView, "pictures-show" => PicturesView, "setup-create" => SetupView, "setup-show" => SetupView,
        "setup-delete" => HomeView, "acknowledge" => SetupView, "step-show" => StepView, "step-confirm" => StepView,
        "steps-confirm" => SetupView,
        "note-keep" => StepView, "picture-look" => PixelsView, "picture-add" => StepView, "picture-show" => PixelsView,
        "picture-choose" => StepView, "picture-remove" => StepView,
        "step-reopen" => StepView, "step-adopt" => StepView, "step-candidates" => CandidatesView, "step-release" => StepView, "consent-copy-link" => (), "policies-read" => PolicyView,
        "answer" => SetupView, "people-list" => PeopleView, "people-show" => PeopleView,
        "people-seen" => PeopleSeenView, "people-seen-save" => SavedView, "network-save" => SavedView, "left" => LeftView,
        "sign-in" => SignInView, "sign-in-cancel" => SetupView, "sign-in-paste" => SignInView,
        "schedule-show" => ScheduleView, "schedule-change" => ScheduleView,
        "sign-in-qr" => QrView, "handover-show" => AskingView, "handover-ask" => AskedView, "handover-give" => GivenView,
        "handover-look" => ClaimsView, "handover-take" => SetupView, "seat-take-back" => SetupView,
        "sign-in-copy-link" => (), "role-activated" => (), "sign-in-explain" => ExplainedView, "sign-out" => SetupView, "check" => RunView,
        "plan" => PlanView, "apply" => RunView, "verify" => RunView, "undo-plan" => PlanView, "undo" => RunView,
        "renew-plan" => PlanView, "renew" => RunView, "renew-used" => RunView, "renew-back" => RunView,
        "calendar-save" => SavedView, "plan-save" => SavedView, "approval-change" => SetupView,
        "cancel" => (), "open" => (), "copy" => (), "report-save" => SavedView, "seat-page-save" => SavedView,
        "support-save" => SavedView, "practice-reset" => HomeView, "settings-show" => SettingsView,
        "kept-show" => KeptView, "kept-copy" => CopiedView, "kept-forget" => KeptView, "keychain-retry" => KeptView,
        "settings-change" => SettingsView, "doctor" => DoctorView, "update-answer" => (), "events-since" => Vec<Numbered>,
    }
    declarations.visit::<Numbered>();

    println!("// Made from Rust by `./dev generate`. Do not edit.\n");
    for declaration in declarations.by_name.values() {
        println!("{declaration}\n");
    }
    println!("/** What answers each request. */\nexport interface Answers {{\n{answers}}}\n");
    // A request without an answer above would make this `never` unassignable, and the type check fail.
    println!(
        "type Unanswered = Exclude<Request[\"do\"], keyof Answers>;\nexport const everyRequestIsAnswered: [Unanswered] extends [never] ? true : never = true;"
    );
}
