//! The list held against the instance, page by page. What was seen of each line stays in the store.

use serde::Serialize;
use servicenow::{Grantee, Match, Role, RoleGrant};
use setup::{
    Problem, Step,
    ports::Person,
    problem::Result,
    rows::{Lines, MISSING, RowState, Sighting, Tally},
};

use super::super::read;
use crate::services::Services;

/// Lines looked up at once: an address may not grow without end.
pub const PAGE: usize = 50;
/// Lines that an observation holds; the store has them all.
const FIRST: usize = 100;
/// Names that a change holds: whoever approves it sees for whom it is, and a plan for 10,000 is no longer than one for 20.
const SHOWN: usize = 20;
/// Names that a sentence may hold.
const NAMED: usize = 5;

pub const UNRESOLVED: &str = "unresolved";
const GRANTED: &str = "granted";
const INHERITED: &str = "inherited";
/// Begins a line that names a group.
const GROUP: &str = "group:";

/// A line that means nobody who could be given a role.
#[derive(Serialize)]
pub struct Unresolved {
    n: u64,
    /// As typed.
    user: String,
    /// Ends the message id `people-why-…`.
    why: String,
}

pub struct Look {
    pub role: Role,
    pub tally: Tally,
    /// The first ones.
    pub first: Vec<Unresolved>,
    /// The first names of who is to have the role.
    pub missing: Vec<String>,
    /// The first names of who has it from us.
    pub made: Vec<String>,
}

impl Look {
    /// Who has the role, however they came by it.
    pub fn granted(&self) -> u64 {
        [GRANTED, INHERITED, "repeated"].map(|word| self.tally.of(word)).iter().sum()
    }

    pub fn unresolved(&self) -> u64 {
        self.tally.words.values().sum::<u64>() - self.granted() - self.tally.of(MISSING)
    }

    pub fn problem(&self) -> Problem {
        let mut named: Vec<&str> = self.first.iter().take(NAMED).map(|one| one.user.as_str()).collect();
        if self.unresolved() > NAMED as u64 {
            named.push("…");
        }
        Problem::new("people-unresolved")
            .arg("count", self.unresolved())
            .arg("people", named.join(", "))
            .hint("hint-people")
    }
}

/// The key of a row: whom the service means by it, and in which table.
pub fn key(to: Grantee, sys_id: &str) -> String {
    match to {
        Grantee::User => sys_id.to_owned(),
        Grantee::Group => format!("{GROUP}{sys_id}"),
    }
}

pub fn of_key(key: &str) -> (Grantee, &str) {
    key.strip_prefix(GROUP).map_or((Grantee::User, key), |sys_id| (Grantee::Group, sys_id))
}

/// None where nobody is listed for the role.
///
/// # Errors
/// `role-missing`, or why the instance or the store cannot be read.
pub async fn look(services: &Services, step: &Step<'_>, name: &str) -> Result<Option<Look>> {
    let (setup, id, rows) = (&step.head.id, &step.definition.id, step.ports.rows);
    let mut role: Option<Role> = None;
    let (mut after, mut told) = (0, 0);
    loop {
        let page = step.ports.journal.people(setup, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.n;
        let asked: Vec<Person> = page.into_iter().filter(|person| person.is_for(name)).collect();
        let Some(last) = asked.last().map(|person| person.n) else { continue };
        let role = match &role {
            Some(role) => role,
            None => {
                let found = read(services, step, |instance| async move { instance.role(name).await }).await?;
                role.insert(found.ok_or_else(|| Problem::new("role-missing").arg("role", name))?)
            }
        };
        let mut seen = sight(services, step, role, &asked, Grantee::Group).await?;
        seen.extend(sight(services, step, role, &asked, Grantee::User).await?);
        seen.sort_by_key(|one| one.n);
        rows.see(setup, id, told, seen).await?;
        told = last;
    }
    rows.see(setup, id, told, Vec::new()).await?;
    let Some(role) = role else { return Ok(None) };
    let first = rows.seen(setup, id, Lines::Open, 0, FIRST).await?;
    let first = first.into_iter().map(|one| Unresolved { n: one.n, user: one.name, why: one.word });
    let missing = rows.seen(setup, id, Lines::Missing, 0, SHOWN).await?;
    let made = rows.rows(setup, id, RowState::Made, SHOWN).await?;
    Ok(Some(Look {
        role,
        tally: rows.tally(setup, id).await?,
        first: first.collect(),
        missing: missing.into_iter().map(|one| one.name).collect(),
        made: made.into_iter().map(|row| row.name).collect(),
    }))
}

async fn sight(
    services: &Services,
    step: &Step<'_>,
    role: &Role,
    asked: &[Person],
    to: Grantee,
) -> Result<Vec<Sighting>> {
    let asked: Vec<(u64, &str)> = asked
        .iter()
        .filter_map(|person| match (to, person.user.strip_prefix(GROUP)) {
            (Grantee::Group, Some(group)) => Some((person.n, group.trim())),
            (Grantee::User, None) => Some((person.n, person.user.as_str())),
            _ => None,
        })
        .collect();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let names: &Vec<&str> = &asked.iter().map(|(_, name)| *name).collect();
    let meant = match to {
        Grantee::User => users(services, step, names).await?,
        Grantee::Group => groups(services, step, names).await?,
    };
    let ids: &Vec<&str> =
        &meant.iter().filter_map(|one| one.as_ref().ok().map(|(sys_id, _)| sys_id.as_str())).collect();
    let role_id = role.sys_id.as_str();
    let grants =
        read(services, step, |instance| async move { instance.role_grants(to, role_id, ids).await }).await?;
    let has = |sys_id: &str| {
        let grant = grants.iter().find(|grant| grant.grantee == sys_id);
        grant.map_or(MISSING, |grant| if RoleGrant::is_inherited(grant) { INHERITED } else { GRANTED })
    };
    Ok(asked
        .iter()
        .zip(meant.iter())
        .map(|((n, typed), meant)| match meant {
            Ok((sys_id, name)) => {
                Sighting { n: *n, key: key(to, sys_id), name: name.clone(), word: has(sys_id).into() }
            }
            Err(why) => Sighting {
                n: *n,
                key: String::new(),
                name: if to == Grantee::Group { format!("{GROUP}{typed}") } else { (*typed).to_owned() },
                word: (*why).into(),
            },
        })
        .collect())
}

/// `sys_id` and `user_name` of whom each name means, or why it means nobody.
type Meant = std::result::Result<(String, String), &'static str>;

async fn users(services: &Services, step: &Step<'_>, names: &Vec<&str>) -> Result<Vec<Meant>> {
    let users = read(services, step, |instance| async move { instance.users_named(names).await }).await?;
    let of = |name: &&str| match Match::of(name, &users) {
        Match::One(user) => Ok((user.sys_id.clone(), user.user_name.clone())),
        Match::Nobody => Err("nobody"),
        Match::Several => Err("several"),
        Match::Inactive => Err("inactive"),
        Match::LockedOut => Err("locked-out"),
    };
    Ok(names.iter().map(of).collect())
}

async fn groups(services: &Services, step: &Step<'_>, names: &Vec<&str>) -> Result<Vec<Meant>> {
    let groups = read(services, step, |instance| async move { instance.groups_named(names).await }).await?;
    let of = |name: &&str| {
        let mut named = groups.iter().filter(|group| group.name.eq_ignore_ascii_case(name)).peekable();
        if named.peek().is_none() {
            return Err("no-group");
        }
        let mut active = named.filter(|group| group.active != "false");
        match (active.next(), active.next()) {
            (Some(group), None) => Ok((group.sys_id.clone(), format!("{GROUP}{}", group.name))),
            (Some(_), Some(_)) => Err("several-groups"),
            (None, _) => Err("inactive-group"),
        }
    };
    Ok(names.iter().map(of).collect())
}
