//! The list of people who get roles, as pasted from a sheet or read from a file.

use std::collections::HashMap;

use setup::{Guide, Problem, answers::is_plain, ports::Person, problem::Result};

/// The kind of step that grants roles to the people of the list.
const ROLE_GRANT: &str = "servicenow.role-grant";

/// Reads `user[,role…]` a line. Commas, semicolons or tabs; a first line of headings is recognised; a role is named in full or by its
/// last part; none means every role that the guide grants. A person who is there twice gets the roles of both lines. `group:` and a name
/// in place of the user means a group of the instance; groups come first, as their members then need no grant of their own.
///
/// # Errors
/// `people-unreadable`, `people-role-unknown`, `people-none`; each names the line. Nothing is taken then.
pub fn parse(text: &str, guide: &Guide) -> Result<Vec<Person>> {
    let roles = granted_roles(guide);
    let mut people: Vec<Person> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    for (at, row) in reader.records().enumerate() {
        let line = at + 1;
        let unreadable = || Problem::new("people-unreadable").arg("line", line);
        let row = row.map_err(|_| unreadable())?;
        let mut cells = row.iter();
        let user = cells.next().unwrap_or_default();
        if user.is_empty() || (at == 0 && is_heading(user)) {
            continue;
        }
        if !is_plain(user) || user.chars().count() > 100 || user.contains('^') {
            return Err(unreadable());
        }
        let asked = cells
            .flat_map(|cell| cell.split(|c: char| c.is_whitespace() || matches!(c, ';' | '|' | ',')))
            .filter(|role| !role.is_empty())
            .map(|role| {
                full_name(role, &roles).ok_or_else(|| {
                    Problem::new("people-role-unknown").arg("line", line).arg("roles", roles.join(", "))
                })
            })
            .collect::<Result<Vec<String>>>()?;
        let user = spelled(user);
        let place = *places.entry(user.to_ascii_lowercase()).or_insert(people.len());
        match people.get_mut(place) {
            // Every role already, or every role now.
            Some(person) if person.roles.is_empty() || asked.is_empty() => person.roles.clear(),
            Some(person) => {
                person.roles.extend(asked);
                person.roles.sort();
                person.roles.dedup();
            }
            None => people.push(Person { n: 0, user, roles: asked }),
        }
    }
    if people.is_empty() {
        return Err(Problem::new("people-none"));
    }
    people.sort_by_key(|person| !person.user.starts_with(GROUP));
    people.iter_mut().zip(1..).for_each(|(person, n)| person.n = n);
    Ok(people)
}

/// Begins a line that names a group.
const GROUP: &str = "group:";

fn spelled(user: &str) -> String {
    match user.get(..GROUP.len()) {
        Some(start) if start.eq_ignore_ascii_case(GROUP) => {
            format!("{GROUP}{}", user[GROUP.len()..].trim_start())
        }
        _ => user.to_owned(),
    }
}

/// Full names of the roles that the guide's steps grant.
fn granted_roles(guide: &Guide) -> Vec<String> {
    guide
        .steps
        .iter()
        .filter(|step| step.kind == ROLE_GRANT)
        .filter_map(|step| step.with.get("role").and_then(serde_json::Value::as_str))
        .map(str::to_owned)
        .collect()
}

fn full_name(typed: &str, roles: &[String]) -> Option<String> {
    roles
        .iter()
        .find(|role| {
            role.eq_ignore_ascii_case(typed)
                || role.rsplit_once('.').is_some_and(|(_, short)| short.eq_ignore_ascii_case(typed))
        })
        .cloned()
}

fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    if first.contains('\t') {
        b'\t'
    } else if first.contains(';') && !first.contains(',') {
        b';'
    } else {
        b','
    }
}

fn is_heading(cell: &str) -> bool {
    let bare: String = cell.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    matches!(bare.as_str(), "user" | "username" | "userid" | "email" | "mail" | "emailaddress" | "name")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn guide() -> Guide {
        Guide::parse(
            r#"
            id = "g"
            version = 1
            source = { title = "T", date = "2026-01-01" }
            instructions = []
            seats = [{ id = "s" }]
            [[steps]]
            id = "a"
            kind = "servicenow.role-grant"
            seat = "s"
            with = { role = "x_app.administrator" }
            because = "b"
            no-picture = "n"
            [[steps]]
            id = "b"
            kind = "servicenow.role-grant"
            seat = "s"
            with = { role = "x_app.insights_user" }
            because = "b"
            no-picture = "n"
            "#,
        )
        .unwrap()
    }

    fn parsed(text: &str) -> Vec<(String, Vec<String>)> {
        parse(text, &guide()).unwrap().into_iter().map(|person| (person.user, person.roles)).collect()
    }

    #[test]
    fn sheets_come_in_many_shapes() {
        let wanted = vec![
            ("ann@example.com".to_owned(), vec!["x_app.administrator".to_owned()]),
            ("bob".to_owned(), vec![]),
        ];
        assert_eq!(parsed("user,roles\nann@example.com,administrator\nbob\n"), wanted);
        assert_eq!(
            parsed("\u{FEFF}E-mail;Role\r\nann@example.com;x_app.Administrator\r\n\r\nbob;\r\n"),
            wanted
        );
        assert_eq!(parsed("ann@example.com\tadministrator\nbob\t"), wanted);
        assert_eq!(parsed("ann@example.com,\"administrator, insights_user\"").len(), 1);
        let groups_first = parsed("bob\nGroup: Service Desk,administrator\n");
        assert_eq!(
            groups_first[0],
            ("group:Service Desk".to_owned(), vec!["x_app.administrator".to_owned()])
        );
        assert_eq!(groups_first[1].0, "bob");
        assert_eq!(
            parsed("ann,administrator\nANN,insights_user\n"),
            [("ann".to_owned(), vec!["x_app.administrator".to_owned(), "x_app.insights_user".to_owned()])]
        );
    }

    #[test]
    fn a_line_that_cannot_be_meant_refuses_the_whole_list() {
        for (text, code) in [
            ("", "people-none"),
            ("user\n", "people-none"),
            ("ann\nbob,owner\n", "people-role-unknown"),
            ("ann\nbo\u{202E}b\n", "people-unreadable"),
            ("ann^ORactive=true\n", "people-unreadable"),
        ] {
            assert_eq!(parse(text, &guide()).unwrap_err().code, code, "{text:?}");
        }
        assert_eq!(parse("ann\nbob,owner\n", &guide()).unwrap_err().args["line"], "2");
    }
}
