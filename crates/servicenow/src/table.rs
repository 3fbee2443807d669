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

/// Pages follow each other only in a fixed order.
const ORDER: &str = "ORDERBYsys_id";
/// Rows of one page.
const PAGE: usize = 1000;
/// Nothing that is asked for here has so many.
const MOST: usize = 20_000;

#[derive(Deserialize)]
struct Wrapped<T> {
    result: T,
}

impl Instance {
    pub fn new(http: Http, address: InstanceAddress, token: SecretString) -> Self {
        Self { http, address, token }
    }

    /// The rows of `table` that an encoded query finds, page by page. Values are stored ones, references bare `sys_id`s.
    ///
    /// The instance drops what it does not understand of a query and then finds more: whoever asks looks at each row again. It cuts
    /// pages before it looks at access, so that an empty page is not the last ("Table API", `sysparm_limit`).
    ///
    /// # Errors
    /// [`ServicenowError`]; [`ServicenowError::TooMany`] where the query was obviously not taken.
    pub async fn rows<T: DeserializeOwned>(
        &self,
        table: &str,
        query: &str,
        fields: &str,
    ) -> Result<Vec<T>, ServicenowError> {
        let query = if query.is_empty() { ORDER.to_owned() } else { format!("{query}^{ORDER}") };
        let mut found: Vec<T> = Vec::new();
        let mut offset = 0;
        loop {
            let call = self
                .call(Method::GET, &format!("/api/now/table/{}", segment(table)))
                .query("sysparm_query", &query)
                .query("sysparm_fields", fields)
                .query("sysparm_exclude_reference_link", "true")
                .query("sysparm_limit", PAGE.to_string())
                .query("sysparm_offset", offset.to_string());
            let answer = self.http.read(call).await.map_err(ServicenowError::unreached)?;
            let page: Vec<T> = unwrapped(&answer)?;
            let full = page.len() >= PAGE;
            found.extend(page);
            offset += PAGE;
            let total = answer.header("x-total-count").and_then(|total| total.parse::<usize>().ok());
            if total.map_or(!full, |total| total <= offset) {
                return Ok(found);
            }
            if offset >= MOST {
                return Err(ServicenowError::TooMany);
            }
        }
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
        unwrapped(&self.http.write(call).await.map_err(ServicenowError::unreached)?)
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
        success(&self.http.write(call.json(fields)).await.map_err(ServicenowError::unreached)?)
    }

    /// Deletes a row. What is gone already counts as deleted.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn delete(&self, table: &str, sys_id: &str) -> Result<(), ServicenowError> {
        let path = format!("/api/now/table/{}/{}", segment(table), segment(sys_id));
        match success(
            &self.http.write(self.call(Method::DELETE, &path)).await.map_err(ServicenowError::unreached)?,
        ) {
            Err(error) if error.is_not_found() => Ok(()),
            ended => ended,
        }
    }

    fn call(&self, method: Method, path: &str) -> Call {
        Call::new(method, self.address.origin(), path).bearer(&self.token).header(ACCEPT, "application/json")
    }
}

fn success(answer: &Answer) -> Result<(), ServicenowError> {
    // A sleeping instance answers 200 with a page, whatever was asked; an error may come with 200 as well.
    let fine = answer.is_success() && !answer.is_html() && !is_error(answer);
    if fine { Ok(()) } else { Err(ServicenowError::read(answer)) }
}

/// Whether the body is the error envelope and no result.
fn is_error(answer: &Answer) -> bool {
    #[derive(Deserialize)]
    struct Either {
        error: Option<serde::de::IgnoredAny>,
        result: Option<serde::de::IgnoredAny>,
    }
    // An answer without a body (204) is neither.
    answer.json::<Either>().is_ok_and(|either| either.error.is_some() && either.result.is_none())
}

fn unwrapped<T: DeserializeOwned>(answer: &Answer) -> Result<T, ServicenowError> {
    success(answer)?;
    Ok(answer.json::<Wrapped<T>>()?.result)
}
