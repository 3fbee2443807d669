//! Update sets (`sys_update_set`): where an instance records changes of its configuration, to be carried to another one
//! ("System update sets").

use serde::Deserialize;

use crate::{Instance, ServicenowError, query};

const SETS: &str = "sys_update_set";
const FIELDS: &str = "sys_id,name,is_default,state";

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct UpdateSet {
    pub sys_id: String,
    pub name: String,
    /// `true` or `false`: the set of everybody who chose none.
    #[serde(default)]
    pub is_default: String,
    /// `in progress` while it takes changes.
    #[serde(default)]
    pub state: String,
}

/// One change as it was recorded ("Customer Updates", `sys_update_xml`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Captured {
    /// Table and `sys_id` of the record, joined by `_`.
    pub name: String,
    /// The record's own name.
    #[serde(default)]
    pub target_name: String,
    /// Name of the set that has it.
    #[serde(default, rename = "update_set.name")]
    pub update_set: String,
}

impl Instance {
    /// The set that records what the signed-in person changes in the Global scope: the one that they picked last, which the instance
    /// keeps as a preference, or the default one. Seen with tools and documented nowhere: [`Instance::captured`] says what was so.
    ///
    /// # Errors
    /// [`ServicenowError`]; `None` where no set is to be seen.
    pub async fn current_update_set(&self) -> Result<Option<UpdateSet>, ServicenowError> {
        #[derive(Deserialize)]
        struct Preference {
            name: String,
            value: String,
        }
        let mine = format!("name={SETS}^user=javascript:gs.getUserID()");
        let preferences: Vec<Preference> = self.rows("sys_user_preference", &mine, "name,value").await?;
        let picked = preferences.into_iter().find(|preference| preference.name == SETS);
        let takes = |set: &UpdateSet| set.state == "in progress";
        if let Some(picked) = picked.as_ref().and_then(|picked| query::value(&picked.value).ok()) {
            let found: Vec<UpdateSet> = self.rows(SETS, &format!("sys_id={picked}"), FIELDS).await?;
            if let Some(set) = found.into_iter().find(|set| set.sys_id == picked && takes(set)) {
                return Ok(Some(set));
            }
        }
        let found: Vec<UpdateSet> =
            self.rows(SETS, "is_default=true^application=global^state=in progress", FIELDS).await?;
        Ok(found.into_iter().find(|set| set.is_default == "true" && takes(set)))
    }

    /// What was recorded of a record.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn captured(&self, table: &str, sys_id: &str) -> Result<Vec<Captured>, ServicenowError> {
        let name = format!("{table}_{sys_id}");
        let Ok(value) = query::value(&name) else { return Ok(Vec::new()) };
        let fields = "name,target_name,update_set.name";
        let found: Vec<Captured> = self.rows("sys_update_xml", &format!("name={value}"), fields).await?;
        Ok(found.into_iter().filter(|one| one.name == name).collect())
    }
}
