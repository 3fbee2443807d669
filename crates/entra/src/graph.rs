//! Microsoft Graph v1.0 under one person's token.

use net::{
    Answer, Call, Http, Method,
    header::{ACCEPT, HeaderName},
};
use secrecy::SecretString;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    cloud::Cloud,
    error::{EntraError, GraphError},
};

/// Sent with each request and found again in Microsoft's logs ("Best practices for working with Microsoft Graph").
const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");

/// Advanced queries need it ("Advanced query capabilities on directory objects").
const CONSISTENCY_LEVEL: HeaderName = HeaderName::from_static("consistencylevel");

/// The most pages followed of one list: far beyond what any list here has.
const PAGES: usize = 100;

/// One person's view of one tenant. Cheap to make: one per step, with the token of the moment.
///
/// Reads are repeated on anything passing. Writes are sent again only when Graph says that it did not act (429, concurrent
/// requests to the tenant, no connection); any other failure is the caller's to settle.
#[derive(Clone)]
pub struct Graph {
    http: Http,
    cloud: Cloud,
    token: SecretString,
}

#[derive(Deserialize)]
struct Page<T> {
    value: Vec<T>,
    #[serde(rename = "@odata.nextLink")]
    next: Option<String>,
}

impl Graph {
    pub fn new(http: Http, cloud: Cloud, token: SecretString) -> Self {
        Self { http, cloud, token }
    }

    pub(crate) fn address(&self) -> &net::Origin {
        &self.cloud.graph
    }

    /// A call on `path`, which is what follows `/v1.0` and is encoded already.
    pub(crate) fn call(&self, method: Method, path: &str) -> Call {
        Call::new(method, &self.cloud.graph, format!("/v1.0{path}"))
    }

    pub(crate) async fn one<T: DeserializeOwned>(&self, call: Call) -> Result<T, EntraError> {
        let (call, id) = self.signed(call);
        Ok(success(self.http.read(call).await?, id)?.json()?)
    }

    /// One object, or `None` when Graph says that there is none.
    pub(crate) async fn maybe<T: DeserializeOwned>(&self, call: Call) -> Result<Option<T>, EntraError> {
        match self.one(call).await {
            Ok(object) => Ok(Some(object)),
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Every page of a list. A next link to another origin is refused, as the token would go with it.
    pub(crate) async fn list<T: DeserializeOwned>(&self, first: Call) -> Result<Vec<T>, EntraError> {
        let mut objects = Vec::new();
        let mut next = Some(first);
        for _ in 0..PAGES {
            let Some(call) = next.take() else { break };
            let page: Page<T> = self.one(call).await?;
            objects.extend(page.value);
            if let Some(link) = page.next {
                let path = self.cloud.graph.same_origin(&link)?;
                next = Some(Call::get(&self.cloud.graph, path));
            }
        }
        Ok(objects)
    }

    pub(crate) async fn write<T: DeserializeOwned>(&self, call: Call, body: &Value) -> Result<T, EntraError> {
        Ok(self.send(call.json(body)).await?.json()?)
    }

    /// A write that is answered without a body.
    pub(crate) async fn change(&self, call: Call, body: &Value) -> Result<(), EntraError> {
        self.send(call.json(body)).await.map(drop)
    }

    /// Deletes. What is gone already counts as deleted.
    pub(crate) async fn delete(&self, path: &str) -> Result<(), EntraError> {
        match self.send(self.call(Method::DELETE, path)).await {
            Err(error) if error.is_not_found() => Ok(()),
            result => result.map(drop),
        }
    }

    async fn send(&self, call: Call) -> Result<Answer, EntraError> {
        let (call, id) = self.signed(call.refused_when(is_concurrency));
        success(self.http.write(call).await?, id)
    }

    fn signed(&self, call: Call) -> (Call, String) {
        let id = uuid::Uuid::new_v4().to_string();
        let call = call.bearer(&self.token).header(ACCEPT, "application/json").header(CLIENT_REQUEST_ID, &id);
        (call, id)
    }
}

/// Marks a list call as an advanced query.
pub(crate) fn advanced(call: Call) -> Call {
    call.header(CONSISTENCY_LEVEL, "eventual").query("$count", "true")
}

/// A string literal of OData (OData 4.01, URL conventions, section 5.1.1.14.1): quotes doubled.
pub(crate) fn literal(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

fn success(answer: Answer, client_request_id: String) -> Result<Answer, EntraError> {
    if answer.is_success() { Ok(answer) } else { Err(GraphError::read(&answer, client_request_id)) }
}

/// "Error due to concurrent requests being made to the tenant": nothing was done.
fn is_concurrency(answer: &Answer) -> bool {
    match GraphError::read(answer, String::new()) {
        EntraError::Graph(error) => error.is_concurrency(),
        _ => false,
    }
}
