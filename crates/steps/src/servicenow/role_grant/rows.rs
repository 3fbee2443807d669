//! The writes: a few at a time, each with a row that says how far it is. A kill in between loses none.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use servicenow::{Grantee, RoleGrant};
use setup::{
    Applied, Change, Effect, Outcome, Problem, Settled, Step,
    journal::Landing,
    ports::Progress,
    problem::Result,
    record::Intent,
    rows::{Row, RowState},
};

use super::{
    super::{instance, read},
    GRANT, LIST,
    list::{PAGE, of_key},
    role_id, text,
};
use crate::{problem, services::Services};

/// An instance works on a few requests of one session at a time and lets the others wait ("Semaphores").
const AT_ONCE: usize = 4;
/// How far the instance's clock and ours may differ.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// Grants the role to everyone whom the plan approved.
pub async fn grant(services: &Services, step: &Step<'_>, change: &Change) -> Applied {
    let role = &role_id(&change.after);
    let (setup, id, rows) = (&step.head.id, &step.definition.id, step.ports.rows);
    let of = match rows.begin(setup, id, &text(&change.after, LIST)).await {
        Ok(of) => of,
        Err(problem) => return Applied::NotDone(problem),
    };
    let work = Work { services, step, role, of };
    match work.each(RowState::Planned, RowState::Sent, AT_ONCE).await {
        Ok(()) => Applied::Done(Outcome { landing: landing(None, BTreeMap::new()), secret: None }),
        Err(problem) => match work.settle().await {
            Err(_) => Applied::Unknown(problem),
            Ok(()) => match rows.tally(setup, id).await {
                Ok(tally) if tally.made == 0 => Applied::NotDone(problem.effect(Effect::None)),
                _ => Applied::Partly(
                    Outcome { landing: landing(None, BTreeMap::new()), secret: None },
                    problem,
                ),
            },
        },
    }
}

/// Takes back what we granted and is still as we granted it.
pub async fn revoke(services: &Services, step: &Step<'_>, change: &Change) -> Applied {
    let role = &role_id(&change.before);
    let (setup, id, rows) = (&step.head.id, &step.definition.id, step.ports.rows);
    let of = match rows.tally(setup, id).await {
        Ok(tally) if tally.standing == text(&change.before, LIST) => tally.made,
        Ok(tally) => {
            return Applied::NotDone(Problem::new("plan-changed").arg("fingerprint", tally.standing));
        }
        Err(problem) => return Applied::NotDone(problem),
    };
    let work = Work { services, step, role, of };
    match work.each(RowState::Made, RowState::Leaving, PAGE).await {
        Ok(()) => Applied::Done(Outcome { landing: landing(None, BTreeMap::new()), secret: None }),
        Err(problem) => match work.settle().await {
            // What is left of them is still ours, and the next undo goes on there.
            Ok(()) => match rows.tally(setup, id).await {
                Ok(tally) if tally.made < of => Applied::NotDone(problem.effect(Effect::Done)),
                _ => Applied::NotDone(problem),
            },
            Err(_) => Applied::Unknown(problem),
        },
    }
}

/// What became of the rows whose answers were lost; then of the whole.
pub async fn settle(services: &Services, step: &Step<'_>, intent: &Intent) -> Result<Settled> {
    let grants = intent.change.write == GRANT;
    let fields = if grants { &intent.change.after } else { &intent.change.before };
    let work = Work { services, step, role: &role_id(fields), of: 0 };
    work.settle_for(intent.account.as_deref()).await?;
    let made = step.ports.rows.tally(&step.head.id, &step.definition.id).await?.made;
    Ok(if grants == (made > 0) {
        Settled::Landed(landing(None, BTreeMap::new()))
    } else {
        Settled::DidNotLand
    })
}

/// How a row's request ended.
enum Ended {
    Now(RowState, Option<String>),
    /// Nothing came back that could be believed: the row stays as it is.
    Unknown(Problem),
    /// Nothing was done.
    Refused(Problem),
}

struct Work<'a> {
    services: &'a Services,
    step: &'a Step<'a>,
    role: &'a str,
    /// Rows in all.
    of: u64,
}

impl Work<'_> {
    /// Works through every row in state `from`, `read` of them out of the store at once.
    async fn each(&self, from: RowState, sent: RowState, read: usize) -> Result<()> {
        let step = &self.step.definition.id;
        let mut done = 0;
        let mut told = 0;
        loop {
            let mut page = self.step.ports.rows.rows(&self.step.head.id, step, from, read).await?;
            if page.is_empty() {
                return Ok(());
            }
            if from == RowState::Made {
                let (ours, others) = self.still_ours(page).await?;
                done += others.len() as u64;
                self.mark(others, RowState::Gone).await?;
                page = ours;
            }
            while !page.is_empty() {
                // Groups first and by themselves: who gets the role by way of one needs no grant any more.
                let is_group = |row: &Row| of_key(&row.key).0 == Grantee::Group;
                let first = is_group(&page[0]);
                let alike = page.iter().take_while(|row| is_group(row) == first).count();
                let rest = page.split_off(alike.min(AT_ONCE));
                done += self.a_few(std::mem::replace(&mut page, rest), from, sent).await?;
                // A hundredth at a time: whoever watches reads no faster.
                let percent = done.saturating_mul(100) / self.of.max(1);
                if percent > told {
                    told = percent;
                    self.step.ports.tell.tell(Progress::Counting { step: step.clone(), done, of: self.of });
                }
            }
        }
    }

    /// A few rows at one time: all marked as sent, sent, and what came back kept at once.
    async fn a_few(&self, few: Vec<Row>, from: RowState, sent: RowState) -> Result<u64> {
        self.step.ports.cancel.check()?;
        self.mark(few.clone(), sent).await?;
        let ended = join_all(few.iter().map(|row| self.send(row, sent))).await;
        let mut failed = None;
        let mut done = 0;
        let mut kept = Vec::new();
        for (mut row, ended) in few.into_iter().zip(ended) {
            match ended {
                Ended::Now(state, id) => {
                    done += 1;
                    row.state = state;
                    row.id = id.or(row.id);
                    kept.push(row);
                }
                Ended::Refused(problem) => {
                    row.state = from;
                    kept.push(row);
                    failed.get_or_insert(problem);
                }
                Ended::Unknown(problem) => failed = Some(problem),
            }
        }
        let now = self.step.ports.clock.now();
        kept.iter_mut().for_each(|row| row.at = now);
        self.step.ports.rows.mark(&self.step.head.id, &self.step.definition.id, kept).await?;
        failed.map_or(Ok(done), Err)
    }

    async fn send(&self, row: &Row, sent: RowState) -> Ended {
        let (to, grantee) = of_key(&row.key);
        let role = self.role;
        let id = row.id.as_deref().unwrap_or_default();
        let ended =
            if sent == RowState::Sent {
                let made = instance(self.services, self.step, |instance| async move {
                    instance.grant_role(to, grantee, role).await
                });
                made.await.map(|made| made.map(|made| (RowState::Made, Some(made.sys_id))))
            } else {
                let gone = instance(self.services, self.step, |instance| async move {
                    instance.revoke_role(to, id).await
                });
                gone.await.map(|gone| gone.map(|()| (RowState::Gone, None)))
            };
        match ended {
            Ok(Ok((state, id))) => Ended::Now(state, id),
            Ok(Err(error)) if error.did_not_act() => {
                let problem = problem::of_servicenow(&error);
                // By way of a group that was just given it, or by somebody else meanwhile: they have it, and not from us.
                if sent == RowState::Sent && error.is_denied() && self.has(row).await {
                    Ended::Now(RowState::Gone, None)
                } else {
                    Ended::Refused(problem.arg("person", &row.name))
                }
            }
            Ok(Err(error)) => Ended::Unknown(problem::of_servicenow(&error)),
            Err(problem) => Ended::Refused(problem),
        }
    }

    async fn has(&self, row: &Row) -> bool {
        let ((to, grantee), role) = (of_key(&row.key), self.role);
        let grants = read(self.services, self.step, |instance| async move {
            instance.role_grants(to, role, &[grantee]).await
        });
        grants.await.is_ok_and(|grants| !grants.is_empty())
    }

    /// Of rows that we made: those whose grant is still the same one, and those where it is not.
    async fn still_ours(&self, page: Vec<Row>) -> Result<(Vec<Row>, Vec<Row>)> {
        let there = self.grants_of(&page).await?;
        Ok(page.into_iter().partition(|row| {
            let (_, grantee) = of_key(&row.key);
            there.iter().any(|grant| {
                row.id.as_deref() == Some(&grant.sys_id)
                    && grant.grantee == grantee
                    && grant.role == self.role
                    && !grant.is_inherited()
            })
        }))
    }

    async fn grants_of(&self, page: &[Row]) -> Result<Vec<RoleGrant>> {
        let mut found = Vec::new();
        for to in [Grantee::Group, Grantee::User] {
            let ids: &Vec<&str> = &page
                .iter()
                .filter(|row| of_key(&row.key).0 == to)
                .filter_map(|row| row.id.as_deref())
                .collect();
            let there =
                read(self.services, self.step, |instance| async move { instance.grants(to, ids).await });
            found.extend(there.await?);
        }
        Ok(found)
    }

    async fn settle(&self) -> Result<()> {
        let account = self.step.ports.access.account(&self.step.definition.seat).await;
        self.settle_for(account.as_deref()).await
    }

    /// Every row with a request whose outcome is not known gets one.
    async fn settle_for(&self, account: Option<&str>) -> Result<()> {
        let (setup, step, rows) = (&self.step.head.id, &self.step.definition.id, self.step.ports.rows);
        loop {
            let page = rows.rows(setup, step, RowState::Sent, PAGE).await?;
            if page.is_empty() {
                break;
            }
            let mut settled = Vec::new();
            for row in page {
                let ((to, grantee), role) = (of_key(&row.key), self.role);
                let found = read(self.services, self.step, |instance| async move {
                    instance.role_grants(to, role, &[grantee]).await
                });
                let ours = found.await?.into_iter().find(|grant| made_by(grant, account, row.at));
                settled.push(match ours {
                    Some(grant) => Row { state: RowState::Made, id: Some(grant.sys_id), ..row },
                    None => Row { state: RowState::Gone, ..row },
                });
            }
            rows.mark(setup, step, settled).await?;
        }
        loop {
            let page = rows.rows(setup, step, RowState::Leaving, PAGE).await?;
            if page.is_empty() {
                return Ok(());
            }
            let (there, gone) = self.still_ours(page).await?;
            self.mark(there, RowState::Made).await?;
            self.mark(gone, RowState::Gone).await?;
        }
    }

    async fn mark(&self, mut rows: Vec<Row>, state: RowState) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let now = self.step.ports.clock.now();
        rows.iter_mut().for_each(|row| (row.state, row.at) = (state, now));
        self.step.ports.rows.mark(&self.step.head.id, &self.step.definition.id, rows).await
    }
}

/// Whether a grant is the one that was asked for: made by the person who was signed in, and not before.
pub fn made_by(grant: &RoleGrant, account: Option<&str>, sent: Timestamp) -> bool {
    let by = account.is_none_or(|account| account == grant.sys_created_by);
    by && !grant.is_inherited() && created(grant).is_some_and(|at| at >= sent - SKEW)
}

fn created(grant: &RoleGrant) -> Option<Timestamp> {
    let at = DateTime::strptime("%Y-%m-%d %H:%M:%S", &grant.sys_created_on).ok()?;
    TimeZone::UTC.to_timestamp(at).ok()
}

pub fn landing(id: Option<&str>, gives: BTreeMap<String, String>) -> Landing {
    Landing { id: id.map(str::to_owned), gives, ..Landing::default() }
}
