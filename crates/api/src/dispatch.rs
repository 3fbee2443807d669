//! A [`Request`] to its function, and the view to JSON: the window's way in.

use serde::Serialize;
use serde_json::Value;
use setup::{Problem, problem::Result};

use crate::{
    app::App,
    downloads,
    request::Request,
    setups::{CloudChoice, NewSetup},
    view::{
        report::{ReportView, SavedView},
        sign_in::ExplainedView,
    },
};

impl App {
    /// # Errors
    /// Whatever the request's function refuses.
    pub async fn ask(&self, request: Request) -> Result<Value> {
        match request {
            Request::Home => json(self.home().await?),
            Request::Begin => json(self.begin().await?),
            Request::PicturesShow { guide } => json(self.pictures(&guide)?),
            Request::SetupCreate { name, guide, tenant, instance, practice, like } => {
                let cloud =
                    if practice { CloudChoice::Practice } else { CloudChoice::Named("global".into()) };
                let new = NewSetup {
                    name,
                    guide,
                    tenant,
                    instance,
                    cloud,
                    ca_pem: None,
                    like,
                    answers: Default::default(),
                    practice: Some(practice),
                };
                json(self.create(new).await?)
            }
            Request::SetupShow { setup } => json(self.show(&setup).await?),
            Request::SetupDelete { setup, keep_objects } => {
                self.delete(&setup, keep_objects).await?;
                json(self.home().await?)
            }
            Request::Acknowledge { setup } => json(self.acknowledge(&setup).await?),
            Request::ApprovalChange { setup, approval } => {
                json(self.change_approval(&setup, approval).await?)
            }
            Request::StepShow { setup, step } => json(self.step(&setup, &step).await?),
            Request::StepConfirm { setup, step, note } => json(self.confirm(&setup, &step, note).await?),
            Request::StepsConfirm { setup, steps, answers, accepted } => {
                json(self.confirm_all(&setup, &steps, answers, &accepted).await?)
            }
            Request::StepReopen { setup, step } => json(self.reopen(&setup, &step).await?),
            Request::NoteKeep { setup, step, text, in_report } => {
                json(self.note(&setup, &step, &text, in_report).await?)
            }
            Request::PictureLook { setup, step, file } => {
                json(self.look_at_picture(&setup, &step, &file).await?)
            }
            Request::PictureAdd { setup, step, file, black } => {
                json(self.add_sent_picture(&setup, &step, &file, black).await?)
            }
            Request::PictureShow { setup, picture } => json(self.picture(&setup, &picture).await?),
            Request::PictureChoose { setup, picture, in_report } => {
                json(self.choose_picture(&setup, &picture, in_report).await?)
            }
            Request::PictureRemove { setup, picture } => json(self.remove_picture(&setup, &picture).await?),
            Request::StepAdopt { setup, step, id } => json(self.adopt(&setup, &step, &id).await?),
            Request::StepCandidates { setup, step, id } => {
                json(self.candidates(&setup, &step, id.as_deref()).await?)
            }
            Request::StepRelease { setup, step } => json(self.release(&setup, &step).await?),
            Request::Answer { setup, answers, accepted } => {
                json(self.answer(&setup, answers, &accepted).await?)
            }
            Request::PeopleList { setup, text } => json(self.list_people(&setup, &text).await?),
            Request::PeopleShow { setup } => json(self.people(&setup).await?),
            Request::PeopleSeen { setup, step, after } => json(self.people_seen(&setup, &step, after).await?),
            Request::PeopleSeenSave { setup, step } => json(saved(self.people_sheet(&setup, &step).await?)?),
            Request::SignIn { setup, seat, with } => json(self.sign_in(&setup, &seat, with).await?),
            Request::SignInCancel { setup, seat } => json(self.cancel_sign_in(&setup, &seat).await?),
            Request::SignInPaste { setup, seat, address } => {
                json(self.paste_sign_in(&setup, &seat, &address).await?)
            }
            Request::SignInQr { setup, seat } => json(self.sign_in_qr(&setup, &seat).await?),
            Request::HandoverShow => json(self.asked_for().await?),
            Request::HandoverAsk { tenant, instance, seat } => {
                json(self.ask_for_seat(&tenant, &instance, &seat).await?)
            }
            Request::HandoverGive { setup, code, seat } => {
                json(self.give_seat_from_page(&setup, code.as_deref(), seat.as_deref()).await?)
            }
            Request::HandoverLook { file, phrase } => {
                json(self.look_from_page(file.as_deref(), phrase).await?)
            }
            Request::HandoverTake { check_phrase } => json(self.take_from_page(&check_phrase).await?),
            Request::SeatTakeBack { setup, seat } => json(self.take_seat_back(&setup, &seat).await?),
            Request::SignInCopyLink { setup, seat } => json(self.copy_sign_in_link(&setup, &seat).await?),
            Request::ConsentCopyLink { setup, seat } => json(self.copy_consent_link(&setup, &seat).await?),
            Request::PoliciesRead { setup, seat } => json(self.ask_policies(&setup, &seat).await?),
            Request::RoleActivated { setup } => json(self.role_activated(&setup).await?),
            Request::SignInExplain { setup, says } => {
                json(ExplainedView { problem: self.explain_sign_in(&setup, &says).await? })
            }
            Request::SignOut { setup, seat } => json(self.sign_out(&setup, &seat).await?),
            Request::Check { setup, step } => json(self.check(&setup, step.as_deref()).await?),
            Request::Plan { setup, step } => json(self.plan(&setup, step.as_deref()).await?),
            Request::Apply { setup, fingerprint, step, instance, accepted } => {
                let (step, instance) = (step.as_deref(), instance.as_deref());
                json(self.apply(&setup, Some(&fingerprint), step, instance, &accepted).await?)
            }
            Request::Verify { setup, step } => json(self.verify(&setup, step.as_deref()).await?),
            Request::UndoPlan { setup, step } => json(self.undo_plan(&setup, step.as_deref()).await?),
            Request::Undo { setup, fingerprint, step, instance } => {
                json(self.undo(&setup, Some(&fingerprint), step.as_deref(), instance.as_deref()).await?)
            }
            Request::RenewPlan { setup, step } => json(self.renewal_plan(&setup, Some(&step)).await?),
            Request::Renew { setup, step, fingerprint, instance } => {
                json(self.renew(&setup, Some(&step), Some(&fingerprint), instance.as_deref()).await?)
            }
            Request::RenewUsed { setup, step, how, instance } => {
                json(self.renewed(&setup, Some(&step), how, instance.as_deref()).await?)
            }
            Request::RenewBack { setup, step, instance } => {
                json(self.put_back(&setup, Some(&step), instance.as_deref()).await?)
            }
            Request::CalendarSave => json(saved(self.calendar(None).await?)?),
            Request::ScheduleShow => json(self.schedule().await?),
            Request::ScheduleChange { on } => json(self.change_schedule(on).await?),
            Request::Cancel { setup } => json(self.cancel(&setup).await?),
            Request::Open { setup, step, link } => json(self.open_link(&setup, &step, &link).await?),
            Request::Copy { setup, step, value } => json(self.copy(&setup, &step, &value).await?),
            Request::ReportSave { setup, format } => json(saved(self.report(&setup, format).await?)?),
            Request::PlanSave { setup, step, purpose, format } => {
                json(saved(self.plan_document(&setup, step.as_deref(), purpose, format).await?)?)
            }
            Request::Left { setup } => json(self.left(&setup).await?),
            Request::NetworkSave { setup, format } => json(saved(self.network(&setup, format).await?)?),
            Request::SeatPageSave { setup, seat } => json(saved(self.seat_page(&setup, &seat).await?)?),
            Request::SupportSave => json(saved(self.support_details().await?)?),
            Request::PracticeReset => json(self.reset_practice().await?),
            Request::KeptShow { setup } => json(self.kept(setup.as_deref()).await?),
            Request::KeptCopy { setup, name } => json(self.copy_kept(&setup, &name).await?),
            Request::KeptForget { setup, name } => json(self.forget_kept(&setup, &name).await?),
            Request::KeychainRetry => json(self.retry_keychain().await?),
            Request::SettingsShow => json(self.settings()),
            Request::SettingsChange { settings } => json(self.change_settings(settings)?),
            Request::UpdateAnswer { yes } => {
                self.answer_about_updates(yes);
                json(())
            }
            Request::Doctor => json(self.doctor().await?),
            Request::EventsSince { after } => json(self.inner().hub.since(after)),
        }
    }
}

fn saved(report: ReportView) -> Result<SavedView> {
    let path = downloads::save(&report.file_name, &report.text)?;
    Ok(SavedView { path: path.display().to_string() })
}

fn json(view: impl Serialize) -> Result<Value> {
    serde_json::to_value(view).map_err(|error| Problem::new("view-unreadable").arg("detail", error))
}
