//! What update sets record: every write to a record of an application goes to its author's current set ("System update sets").

use super::schema::Table;
use super::tables::{Author, Row, Tables};

const SETS: &str = "sys_update_set";
const RECORDED: &str = "sys_update_xml";

/// Records a write. One record has one entry in a set: the later write takes the place of the earlier.
pub(super) fn record(tables: &mut Tables, table: &'static Table, row: &Row, action: &str, author: &Author) {
    // What comes with the platform is nobody's customer update.
    let Some(recorded) = Table::named(RECORDED) else { return };
    if !table.application_file || author.user_name == "system" {
        return;
    }
    let Some(set) = current(tables, &author.user_name) else { return };
    let name = row.get("sys_update_name");
    let earlier = tables.all(RECORDED).find(|one| one.get("name") == name && one.get("update_set") == set);
    let entry = Row::from_iter([
        ("name", name.to_owned()),
        ("action", action.to_owned()),
        ("type", table.label.to_owned()),
        ("target_name", tables.title(table, row)),
        ("update_set", set),
    ]);
    let earlier = earlier.map(|one| one.sys_id().to_owned());
    // No rule speaks of these rows, so that neither can be refused.
    let written = match earlier {
        Some(sys_id) => tables.update(recorded, &sys_id, &entry, author),
        None => tables.insert(recorded, &entry, author).map(drop),
    };
    written.ok();
}

/// The set that the user picked and that still takes changes, or the default one of the Global scope.
fn current(tables: &Tables, user_name: &str) -> Option<String> {
    let user = tables.find("sys_user", "user_name", user_name)?.sys_id();
    let takes = |set: &&Row| set.get("state") == "in progress";
    let picked = tables
        .all("sys_user_preference")
        .find(|row| row.get("user") == user && row.get("name") == SETS)
        .and_then(|row| tables.find(SETS, "sys_id", row.get("value")))
        .filter(takes);
    let set = picked.or_else(|| tables.all(SETS).filter(takes).find(|set| set.is_true("is_default")))?;
    Some(set.sys_id().to_owned())
}
