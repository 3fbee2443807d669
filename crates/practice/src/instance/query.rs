//! Encoded queries: `active=true^user.nameSTARTSWITHada^ORDERBYname`.
//!
//! The awkward part is faithful: a part that names an unknown field, or is no condition at all, is dropped and the rest is
//! run (ServiceNow's "Table API", `sysparm_query`).

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::schema::{Column, Kind, Table};
use super::tables::{Row, Tables};

/// A query made sense of, for one table.
#[derive(Debug, Default)]
pub(crate) struct Query {
    /// Alternatives joined by `^NQ`; each is a list of groups that all must hold; a group holds when one of its
    /// conditions does.
    alternatives: Vec<Vec<Vec<Condition>>>,
    order: Vec<Order>,
    /// A part was dropped.
    pub invalid: bool,
}

#[derive(Debug)]
struct Condition {
    path: String,
    column: &'static Column,
    operator: Operator,
    value: String,
    /// In lower case, for `IN`: looked at once a row.
    listed: BTreeSet<String>,
}

#[derive(Debug)]
struct Order {
    path: String,
    column: &'static Column,
    descending: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Is,
    IsNot,
    AtLeast,
    AtMost,
    Above,
    Below,
    Contains,
    ContainsNot,
    StartsWith,
    EndsWith,
    In,
    NotIn,
    IsEmpty,
    IsNotEmpty,
}

/// Longer spellings first, so that none hides behind its own beginning.
const OPERATORS: &[(&str, Operator)] = &[
    ("ISNOTEMPTY", Operator::IsNotEmpty),
    ("ISEMPTY", Operator::IsEmpty),
    ("STARTSWITH", Operator::StartsWith),
    ("ENDSWITH", Operator::EndsWith),
    ("NOT LIKE", Operator::ContainsNot),
    ("LIKE", Operator::Contains),
    ("NOT IN", Operator::NotIn),
    ("IN", Operator::In),
    ("!=", Operator::IsNot),
    (">=", Operator::AtLeast),
    ("<=", Operator::AtMost),
    ("=", Operator::Is),
    (">", Operator::Above),
    ("<", Operator::Below),
];

/// What real instances understand and practice does not: refused instead of dropped, so that nobody trusts the answer.
const NOT_SIMULATED: &[&str] = &[
    "ANYTHING",
    "BETWEEN",
    "CHANGES",
    "DATEPART",
    "DYNAMIC",
    "EMPTYSTRING",
    "GT_",
    "INSTANCEOF",
    "LT_",
    "LESSTHAN",
    "MORETHAN",
    "NOTON",
    "NSAMEAS",
    "ON",
    "RELATIVE",
    "SAMEAS",
    "VALCHANGES",
];

/// A part of a query that practice does not simulate.
#[derive(Debug)]
pub(crate) struct NotSimulated(pub String);

impl Query {
    /// Reads `encoded` for `table`. `user` is the `sys_id` of the caller, what `javascript:gs.getUserID()` stands for.
    ///
    /// # Errors
    /// For what a real instance would understand and this one does not.
    pub(crate) fn parse(encoded: &str, table: &'static Table, user: &str) -> Result<Self, NotSimulated> {
        let mut query = Self::default();
        let mut groups: Vec<Vec<Condition>> = Vec::new();
        for part in parts(encoded) {
            let (part, new_query) = match part.strip_prefix("NQ") {
                Some(rest) => (rest, true),
                None => (part.as_str(), false),
            };
            if new_query {
                query.alternatives.push(std::mem::take(&mut groups));
            }
            if part.is_empty() || part == "EQ" {
                continue;
            }
            if let Some(path) = part.strip_prefix("ORDERBYDESC") {
                query.order_by(table, path, true);
            } else if let Some(path) = part.strip_prefix("ORDERBY") {
                query.order_by(table, path, false);
            } else if part.starts_with("GROUPBY") || part.starts_with("RLQUERY") {
                return Err(NotSimulated(part.to_owned()));
            } else {
                let (or, condition) = match part.strip_prefix("OR") {
                    Some(rest) => (true, rest),
                    None => (false, part),
                };
                match Condition::parse(condition, table, user)? {
                    None => query.invalid = true,
                    Some(condition) => match groups.last_mut().filter(|_| or) {
                        Some(group) => group.push(condition),
                        None => groups.push(vec![condition]),
                    },
                }
            }
        }
        query.alternatives.push(groups);
        Ok(query)
    }

    /// Adds "this column has this value", as a plain parameter `column=value` of the address does.
    pub(crate) fn and_equals(&mut self, table: &'static Table, path: &str, value: &str) {
        let Some(column) = table.column_at(path) else {
            self.invalid = true;
            return;
        };
        for groups in &mut self.alternatives {
            groups.push(vec![Condition::new(path, column, Operator::Is, value)]);
        }
    }

    /// The rows that match, in order.
    pub(crate) fn run<'a>(&self, tables: &'a Tables, table: &'static Table) -> Vec<&'a Row> {
        let holds =
            |condition: &Condition, row: &Row| condition.holds(tables.value_at(table, row, &condition.path));
        let mut rows: Vec<&Row> = tables
            .rows(table)
            .filter(|row| {
                self.alternatives
                    .iter()
                    .any(|groups| groups.iter().all(|group| group.iter().any(|c| holds(c, row))))
            })
            .collect();
        rows.sort_by(|a, b| {
            self.order.iter().fold(Ordering::Equal, |so_far, order| {
                so_far.then_with(|| {
                    let shown = |row| {
                        tables.display_value(order.column.kind, tables.value_at(table, row, &order.path))
                    };
                    let ordering = compare(order.column.kind, &shown(a), &shown(b));
                    if order.descending { ordering.reverse() } else { ordering }
                })
            })
        });
        rows
    }

    fn order_by(&mut self, table: &'static Table, path: &str, descending: bool) {
        match table.column_at(path) {
            Some(column) => self.order.push(Order { path: path.to_owned(), column, descending }),
            None => self.invalid = true,
        }
    }
}

impl Condition {
    /// `None` for what is to be dropped.
    fn parse(text: &str, table: &'static Table, user: &str) -> Result<Option<Self>, NotSimulated> {
        let in_path = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
        let end = text.find(|c| !in_path(c)).unwrap_or(text.len());
        let (path, rest) = text.split_at(end);
        let operator =
            OPERATORS.iter().find_map(|(name, operator)| Some((operator, rest.strip_prefix(name)?)));
        let Some((operator, value)) = operator else {
            let known_elsewhere = NOT_SIMULATED.iter().any(|name| rest.starts_with(name));
            return if known_elsewhere { Err(NotSimulated(text.to_owned())) } else { Ok(None) };
        };
        let value = match value.strip_prefix("javascript:") {
            None => value,
            Some(script) => match script.trim_end_matches(';') {
                "gs.getUserID()" => user,
                _ => return Err(NotSimulated(text.to_owned())),
            },
        };
        let column = table.column_at(path);
        Ok(column.map(|column| Self::new(path, column, *operator, column.kind.normalized_in_query(value))))
    }

    fn new(path: &str, column: &'static Column, operator: Operator, value: &str) -> Self {
        let is_list = matches!(operator, Operator::In | Operator::NotIn);
        let listed = value.split(',').filter(|_| is_list).map(|one| one.trim().to_lowercase()).collect();
        Self { path: path.to_owned(), column, operator, value: value.to_owned(), listed }
    }

    fn holds(&self, value: &str) -> bool {
        let (kind, wanted) = (self.column.kind, self.value.as_str());
        let folded = value.to_lowercase();
        if let Operator::In | Operator::NotIn = self.operator {
            return self.listed.contains(&folded) == (self.operator == Operator::In);
        }
        let wanted_folded = wanted.to_lowercase();
        match self.operator {
            Operator::Is => folded == wanted_folded,
            Operator::IsNot => folded != wanted_folded,
            Operator::AtLeast => compare(kind, value, wanted).is_ge(),
            Operator::AtMost => compare(kind, value, wanted).is_le(),
            Operator::Above => compare(kind, value, wanted).is_gt(),
            Operator::Below => compare(kind, value, wanted).is_lt(),
            Operator::Contains => folded.contains(&wanted_folded),
            Operator::ContainsNot => !folded.contains(&wanted_folded),
            Operator::StartsWith => folded.starts_with(&wanted_folded),
            Operator::EndsWith => folded.ends_with(&wanted_folded),
            // Answered above, by the list.
            Operator::In | Operator::NotIn => false,
            Operator::IsEmpty => value.is_empty(),
            Operator::IsNotEmpty => !value.is_empty(),
        }
    }
}

impl Kind {
    /// A flag may be asked for as `1` or `0`; an empty value asks for emptiness.
    fn normalized_in_query(self, value: &str) -> &str {
        if value.is_empty() { value } else { self.normalized(value) }
    }
}

/// The parts between `^`; `^^` is a `^` that belongs to a value.
fn parts(encoded: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = encoded.chars().peekable();
    while let Some(c) = characters.next() {
        if c == '^' && characters.next_if_eq(&'^').is_none() {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

/// Numbers by size, all else as the database's collation does: without regard to case.
fn compare(kind: Kind, a: &str, b: &str) -> Ordering {
    match (kind, a.parse::<i64>(), b.parse::<i64>()) {
        (Kind::Integer, Ok(a), Ok(b)) => a.cmp(&b),
        _ => a.to_lowercase().cmp(&b.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::tables::Author;

    fn people() -> Tables {
        let mut tables = Tables::default();
        let author = Author {
            user_name: "admin".to_owned(),
            now: jiff::Timestamp::UNIX_EPOCH,
            scope: "global".to_owned(),
            instance: "http://127.0.0.1:1".to_owned(),
        };
        let users = Table::named("sys_user").unwrap();
        for (name, active) in [("Ada", "true"), ("Bob", "false"), ("Cy^d", "1")] {
            let row = Row::from_iter([("name", name), ("active", active)]);
            tables.insert(users, &row, &author).unwrap();
        }
        let ada = tables.find("sys_user", "name", "Ada").unwrap().sys_id().to_owned();
        let entities = Table::named("oauth_entity").unwrap();
        let row = Row::from_iter([("name", "mine"), ("type", "client"), ("user", &ada)]);
        tables.insert(entities, &row, &author).unwrap();
        tables
    }

    fn names(table: &str, encoded: &str) -> Vec<String> {
        let (tables, table) = (people(), Table::named(table).unwrap());
        let query = Query::parse(encoded, table, "someone").unwrap();
        query.run(&tables, table).iter().map(|row| row.get("name").to_owned()).collect()
    }

    #[test]
    fn conditions() {
        assert_eq!(names("sys_user", "active=true^ORDERBYDESCname"), ["Cy^d", "Ada"]);
        assert_eq!(names("sys_user", "name=Ada^ORname=Bob^active=true"), ["Ada"]);
        assert_eq!(names("sys_user", "name=Ada^NQname=Bob^ORDERBYname"), ["Ada", "Bob"]);
        assert_eq!(names("sys_user", "nameINAda,Bob^ORDERBYname"), ["Ada", "Bob"]);
        assert_eq!(names("sys_user", "name=Cy^^d"), ["Cy^d"]);
        assert_eq!(names("sys_user", "nameSTARTSWITHb"), ["Bob"]);
        assert_eq!(names("sys_user", "emailISNOTEMPTY"), [""; 0]);
        assert_eq!(names("oauth_entity", "user.name=Ada"), ["mine"]);
        assert_eq!(names("oauth_entity", "refresh_token_lifespan>900"), ["mine"]);
    }

    #[test]
    fn what_makes_no_sense_is_dropped() {
        assert_eq!(names("sys_user", "nosuch=1^ORDERBYname"), ["Ada", "Bob", "Cy^d"]);
        assert_eq!(names("sys_user", "???^name=Ada"), ["Ada"]);
        let table = Table::named("sys_user").unwrap();
        assert!(Query::parse("nosuch=1", table, "").unwrap().invalid);
        assert!(Query::parse("nameSAMEASemail", table, "").is_err());
        assert!(Query::parse("name=javascript:gs.beginningOfLastMonth()", table, "").is_err());
    }
}
