//! The Table API under one person's token ("Table API", ServiceNow REST API reference).

use net::{Answer, Call, Http, Method, header::ACCEPT, segment};
use secrecy::SecretString;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{InstanceAddress, ServicenowError};

/// One person's view of one instance. Cheap to make: one per step, with the token of the moment.
///
/// Reads are repeated on anything passing. Writes are sent again only when the instance says that it did not act; any other
/// failure is the caller's to settle.
#[derive(Clone)]
pub struct Instance {
    http: Http,
    address: InstanceAddress,
    token: SecretString,
}

#[derive(Deserialize)]
struct Wrapped<T> {
    result: T,
}

impl Instance {
    pub fn new(http: Http, address: InstanceAddress, token: SecretString) -> Self {
        Self { http, address, token }
    }

    /// The rows of `table` that an encoded query finds. Values are stored ones, references bare `sys_id`s.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn rows<T: DeserializeOwned>(
        &self,
        table: &str,
        query: &str,
        fields: &str,
    ) -> Result<Vec<T>, ServicenowError> {
        let call = self
            .call(Method::GET, &format!("/api/now/table/{}", segment(table)))
            .query("sysparm_query", query)
            .query("sysparm_fields", fields)
            .query("sysparm_exclude_reference_link", "true");
        unwrapped(&self.http.read(call).await?)
    }

    /// Makes a row in the global scope and gives it back.
    ///
    /// # Errors
    /// [`ServicenowError`]. Not to be repeated blindly: each call makes one.
    pub async fn insert<T: DeserializeOwned>(&self, table: &str, row: &Value) -> Result<T, ServicenowError> {
        let call = self
            .call(Method::POST, &format!("/api/now/table/{}", segment(table)))
            // Seen with many tools and not documented; else the record lands in the application that the person last picked.
            .query("sysparm_transaction_scope", "global")
            .query("sysparm_exclude_reference_link", "true")
            .json(row);
        unwrapped(&self.http.write(call).await?)
    }

    /// Changes fields of a row. With `display_values` the instance encrypts what is meant for an encrypted field; otherwise it
    /// would not keep it.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn update(
        &self,
        table: &str,
        sys_id: &str,
        fields: &Value,
        display_values: bool,
    ) -> Result<(), ServicenowError> {
        let call = self
            .call(Method::PATCH, &format!("/api/now/table/{}/{}", segment(table), segment(sys_id)))
            .query("sysparm_transaction_scope", "global")
            .query("sysparm_fields", "sys_id");
        let call = if display_values { call.query("sysparm_input_display_value", "true") } else { call };
        success(&self.http.write(call.json(fields)).await?)
    }

    /// Deletes a row. What is gone already counts as deleted.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn delete(&self, table: &str, sys_id: &str) -> Result<(), ServicenowError> {
        let path = format!("/api/now/table/{}/{}", segment(table), segment(sys_id));
        match success(&self.http.write(self.call(Method::DELETE, &path)).await?) {
            Err(error) if error.is_not_found() => Ok(()),
            ended => ended,
        }
    }

    fn call(&self, method: Method, path: &str) -> Call {
        Call::new(method, self.address.origin(), path).bearer(&self.token).header(ACCEPT, "application/json")
    }
}

fn success(answer: &Answer) -> Result<(), ServicenowError> {
    // A sleeping instance answers 200 with a page, whatever was asked.
    if answer.is_success() && !answer.is_html() { Ok(()) } else { Err(ServicenowError::read(answer)) }
}

fn unwrapped<T: DeserializeOwned>(answer: &Answer) -> Result<T, ServicenowError> {
    success(answer)?;
    Ok(answer.json::<Wrapped<T>>()?.result)
}
