//! The list of people of a setup: thousands of rows, read page by page.

use rusqlite::{Connection, params};
use setup::{Problem, ports::Person, problem::Result, record::SetupId};

use crate::{
    journal::begin,
    store::Store,
    trouble::{damaged, is_orphan, problem, unknown},
};

impl Store {
    /// Puts a list in place of the one before, whole or not at all. Answers how many rows it has.
    ///
    /// # Errors
    /// `setup-unknown`, and as [`Store::open`].
    pub async fn replace_people(
        &self,
        setup: &SetupId,
        people: impl IntoIterator<Item = Person> + Send + 'static,
    ) -> Result<u64> {
        let setup = setup.clone();
        self.run(move |connection| replace(connection, &setup, people)).await
    }

    /// # Errors
    /// As [`Store::open`].
    pub async fn count_people(&self, setup: &SetupId) -> Result<u64> {
        let setup = setup.clone();
        self.run(move |connection| {
            let count = "SELECT count(*) FROM person WHERE setup = ?1";
            connection.query_row(count, [setup], |row| row.get(0)).map_err(problem)
        })
        .await
    }
}

fn replace(
    connection: &mut Connection,
    setup: &str,
    people: impl IntoIterator<Item = Person>,
) -> Result<u64> {
    let transaction = begin(connection)?;
    transaction.execute("DELETE FROM person WHERE setup = ?1", [setup]).map_err(problem)?;
    let mut count = 0;
    let mut put = transaction
        .prepare("INSERT INTO person (setup, n, user, roles) VALUES (?1, ?2, ?3, ?4)")
        .map_err(problem)?;
    for Person { n, user, roles } in people {
        let roles = serde_json::to_string(&roles)
            .map_err(|error| Problem::new("store-failed").arg("detail", error))?;
        put.execute(params![setup, n, user, roles])
            .map_err(|error| if is_orphan(&error) { unknown(setup) } else { problem(error) })?;
        count += 1;
    }
    drop(put);
    transaction.commit().map_err(problem)?;
    Ok(count)
}

pub(crate) fn page(connection: &Connection, setup: &str, after: u64, limit: usize) -> Result<Vec<Person>> {
    let mut query = connection
        .prepare_cached("SELECT n, user, roles FROM person WHERE setup = ?1 AND n > ?2 ORDER BY n LIMIT ?3")
        .map_err(problem)?;
    let rows = query
        .query_map(params![setup, after, limit], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
        })
        .map_err(problem)?;
    rows.map(|row| {
        let (n, user, roles) = row.map_err(problem)?;
        let roles = serde_json::from_str(&roles).map_err(|_| damaged("person.roles"))?;
        Ok(Person { n, user, roles })
    })
    .collect()
}
