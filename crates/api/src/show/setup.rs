//! A setup, as a card and as a page.

use ::setup::{
    StepKind,
    guide::{Seat, Service},
    record::StepState,
};

use jiff::Timestamp;

use super::Shown;
use crate::{
    expiry,
    request::SignInWay,
    view::{
        home::SetupCard,
        run::RunningView,
        setup::{ConsentView, RetiredView, SeatView, SetupView},
        step::StepLine,
    },
};

impl Shown<'_> {
    pub fn card(&self) -> SetupCard {
        let (done, total) = count(&self.lines());
        let head = &self.record.head;
        SetupCard {
            id: head.id.clone(),
            name: head.name.clone(),
            guide: head.guide.clone(),
            practice: head.practice,
            tenant: head.tenant_domain.clone(),
            instance: head.instance.clone(),
            done,
            total,
            expires: expiry::first_soon(self.record, Timestamp::now()),
            waits_for_consent: !self.record.consents.is_empty(),
            created_at: self.record.created_at.to_string(),
        }
    }

    pub fn setup(&self, running: Option<RunningView>, held_by: Option<String>) -> SetupView {
        let head = &self.record.head;
        let steps = self.lines();
        let (done, total) = count(&steps);
        SetupView {
            id: head.id.clone(),
            name: head.name.clone(),
            guide: head.guide.clone(),
            practice: head.practice,
            tenant: head.tenant_domain.clone(),
            tenant_id: self.record.learned.get("tenant.id").cloned(),
            instance: head.instance.clone(),
            cloud: head.cloud_name.clone(),
            production: self.record.production_name(self.guide).map(str::to_owned),
            retired: self.guide.retired.as_ref().filter(|_| !head.practice).map(|retired| RetiredView {
                on: retired.on.clone(),
                acknowledged: self.record.acknowledged.is_some(),
            }),
            seats: self.guide.seats.iter().map(|seat| self.seat(seat, &steps)).collect(),
            next: next(&steps, |seat| !self.record.is_elsewhere(seat)),
            steps,
            done,
            total,
            expiries: expiry::of(self.record, Timestamp::now()),
            renewals: Vec::new(),
            renewable: self.renewable(),
            owns_anything: self.record.owns_anything(),
            people: self.record.people,
            approval: crate::approval::of(self.record),
            policy: crate::sign_in::policies_of(&self.record.learned),
            running,
            held_by,
        }
    }

    /// Steps with a secret of ours that a new one can replace.
    fn renewable(&self) -> Vec<String> {
        let renews = |kind: &str| self.kinds.get(kind).is_ok_and(StepKind::renews);
        let steps = self.guide.steps.iter().filter(|step| renews(&step.kind));
        let standing = steps.filter(|step| self.record.step(&step.id).ours().next().is_some());
        standing.map(|step| step.id.clone()).collect()
    }

    fn seat(&self, seat: &Seat, steps: &[StepLine]) -> SeatView {
        let of_seat: Vec<StepLine> = steps.iter().filter(|line| line.seat == seat.id).cloned().collect();
        let (done, total) = count(&of_seat);
        SeatView {
            id: seat.id.clone(),
            service: seat.service,
            account: self.record.accounts.get(&seat.id).cloned(),
            elsewhere: self.record.is_elsewhere(&seat.id),
            signing: None,
            consent: self
                .record
                .consents
                .get(&seat.id)
                .map(|consent| ConsentView { since: consent.since.to_string(), link: consent.link.clone() }),
            ways: match seat.service {
                Some(Service::Entra) => vec![SignInWay::Browser, SignInWay::DeviceCode],
                // ServiceNow has no device code grant.
                Some(Service::Servicenow) => vec![SignInWay::Browser],
                None => Vec::new(),
            },
            done,
            total,
        }
    }
}

/// Done and all, of the steps that count.
pub fn count(lines: &[StepLine]) -> (usize, usize) {
    let counts = |line: &&StepLine| !line.optional && !line.later;
    let total = lines.iter().filter(counts).count();
    let done = lines.iter().filter(counts).filter(|line| line.state == StepState::Done).count();
    (done, total)
}

/// By-hand steps that are left, in the guide's order.
pub fn open_by_hand(lines: &[StepLine]) -> Vec<String> {
    lines
        .iter()
        .filter(|line| line.by_hand && !line.optional && !line.later && line.state != StepState::Done)
        .map(|line| line.id.clone())
        .collect()
}

/// Where to go on: the first step that can be done now, of a seat that is here where there is one.
fn next(lines: &[StepLine], is_here: impl Fn(&str) -> bool) -> Option<String> {
    let open = |line: &&StepLine| !line.optional && !line.later && line.state != StepState::Done;
    lines
        .iter()
        .filter(open)
        .find(|line| line.waits_for.is_empty() && is_here(&line.seat))
        .or_else(|| lines.iter().filter(open).find(|line| is_here(&line.seat)))
        .or_else(|| lines.iter().find(open))
        .map(|line| line.id.clone())
}
