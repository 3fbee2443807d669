//! People of the instance (`sys_user`) and their groups (`sys_user_group`).

use serde::Deserialize;

use crate::{Instance, ServicenowError, query};

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    pub sys_id: String,
    pub user_name: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub email: String,
    /// `true` or `false`.
    #[serde(default)]
    pub active: String,
    /// `true` or `false`; absent where only administrators may see it.
    #[serde(default)]
    pub locked_out: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Group {
    pub sys_id: String,
    pub name: String,
    /// `true` or `false`.
    #[serde(default)]
    pub active: String,
}

/// Who is meant by a user name or an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match<'a> {
    /// Exactly one active user.
    One(&'a User),
    Nobody,
    /// More than one active user.
    Several,
    Inactive,
    LockedOut,
}

impl<'a> Match<'a> {
    /// Among `users`, by user name or e-mail in any case.
    pub fn of(typed: &str, users: &'a [User]) -> Self {
        let is = |user: &&User| {
            user.user_name.eq_ignore_ascii_case(typed) || user.email.eq_ignore_ascii_case(typed)
        };
        let mut active = users.iter().filter(is).filter(|user| user.active == "true");
        match (active.next(), active.next()) {
            (Some(user), None) if user.locked_out == "true" => Self::LockedOut,
            (Some(user), None) => Self::One(user),
            (Some(_), Some(_)) => Self::Several,
            (None, _) if users.iter().any(|user| is(&user)) => Self::Inactive,
            (None, _) => Self::Nobody,
        }
    }
}

impl Instance {
    /// Who the token belongs to.
    ///
    /// # Errors
    /// [`ServicenowError`]; `None` where the person may not even see their own record.
    pub async fn me(&self) -> Result<Option<User>, ServicenowError> {
        let found =
            self.rows("sys_user", "sys_id=javascript:gs.getUserID()", "sys_id,user_name,name").await?;
        Ok(found.into_iter().next())
    }

    /// Everyone with one of these user names or e-mail addresses, active or not.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn users_named(&self, names: &[&str]) -> Result<Vec<User>, ServicenowError> {
        let names = query::list(names.iter().copied());
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let query = format!("user_nameIN{names}^ORemailIN{names}");
        self.rows("sys_user", &query, "sys_id,user_name,name,email,active,locked_out").await
    }
}

impl Instance {
    /// Every group with one of these names, active or not.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn groups_named(&self, names: &[&str]) -> Result<Vec<Group>, ServicenowError> {
        // A group's name may hold a comma, which a list cannot.
        let named: Vec<String> = names
            .iter()
            .filter_map(|name| query::value(name).ok())
            .map(|name| format!("name={name}"))
            .collect();
        if named.is_empty() {
            return Ok(Vec::new());
        }
        let found: Vec<Group> = self.rows("sys_user_group", &named.join("^OR"), "sys_id,name,active").await?;
        let asked = |group: &Group| names.iter().any(|name| group.name.eq_ignore_ascii_case(name));
        Ok(found.into_iter().filter(asked).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(user_name: &str, email: &str, active: bool, locked: bool) -> User {
        User {
            sys_id: user_name.to_owned(),
            user_name: user_name.to_owned(),
            name: String::new(),
            email: email.to_owned(),
            active: active.to_string(),
            locked_out: locked.to_string(),
        }
    }

    #[test]
    fn only_one_active_user_is_meant() {
        let users = [
            user("ann", "ann@x.example", true, false),
            user("ann.old", "ann@x.example", false, false),
            user("desk1", "desk@x.example", true, false),
            user("desk2", "desk@x.example", true, false),
            user("gone", "gone@x.example", false, false),
            user("shut", "shut@x.example", true, true),
        ];
        assert_eq!(Match::of("ANN@x.example", &users), Match::One(&users[0]));
        assert_eq!(Match::of("desk1", &users), Match::One(&users[2]));
        assert_eq!(Match::of("desk@x.example", &users), Match::Several);
        assert_eq!(Match::of("gone", &users), Match::Inactive);
        assert_eq!(Match::of("shut", &users), Match::LockedOut);
        assert_eq!(Match::of("an", &users), Match::Nobody);
    }
}
