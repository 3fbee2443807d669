//! The request for a token that the instance makes with a registry record.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Certificate, Client};
use serde_json::Value;
use url::Url;

use crate::app::App;

const PATIENCE: Duration = Duration::from_secs(10);

pub(super) struct TokenRequest {
    /// The name of the registry record.
    pub record: String,
    pub url: String,
    pub client_id: String,
    pub secret: String,
}

impl TokenRequest {
    /// Asks Entra for a token and throws it away. Practice asks nobody but its own Entra: a secret never leaves it.
    ///
    /// # Errors
    /// With the sentence that says what to fix.
    pub(super) async fn send(&self, app: &App) -> Result<(), String> {
        let record = &self.record;
        let unreachable = || {
            format!(
                "The token address of “{record}” cannot be reached: correct Token URL in the Application Registry."
            )
        };
        let url = Url::parse(&self.url).ok().filter(|url| is_at(url, &app.urls().login));
        let Some(url) = url else { return Err(unreachable()) };
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", &self.client_id),
            ("client_secret", &self.secret),
            ("resource", &app.urls().graph),
        ];
        let client = client(app).await.map_err(|error| {
            tracing::error!(%error, "practice could not make a client for its own certificate");
            unreachable()
        })?;
        let answer = client.post(url).form(&form).send().await.map_err(|error| {
            tracing::debug!(error = %error.without_url(), "Test setup got no answer");
            unreachable()
        })?;
        let granted = answer.status().is_success();
        let body: Value = answer.json().await.unwrap_or_default();
        if granted && body["access_token"].is_string() {
            return Ok(());
        }
        Err(match body["error_description"].as_str().and_then(gist) {
            Some(gist) => format!(
                "Microsoft Entra refuses a token for “{record}”: {gist} Correct the entry in the Application Registry, or the application in App registrations."
            ),
            None => format!(
                "The token address of “{record}” does not answer with a token: correct Token URL in the Application Registry."
            ),
        })
    }
}

fn is_at(url: &Url, address: &str) -> bool {
    Url::parse(address).is_ok_and(|address| address.origin() == url.origin())
}

/// A client that trusts practice's own certificate and no other.
async fn client(app: &App) -> Result<Client, Box<dyn std::error::Error + Send + Sync>> {
    let trusted = match &app.options().tls {
        Some(tls) => Certificate::from_pem_bundle(&tokio::fs::read(&tls.cert).await?)?,
        None => Vec::new(),
    };
    let builder = Client::builder().no_proxy().redirect(Policy::none()).timeout(PATIENCE);
    Ok(builder.tls_certs_only(trusted).build()?)
}

/// The error's number and its first sentence; what follows is for support and of no use here.
fn gist(description: &str) -> Option<String> {
    let known = description.starts_with("AADSTS");
    let sentence = description.lines().next()?.split(". ").next()?;
    known.then(|| format!("{}.", sentence.trim_end_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::gist;

    #[test]
    fn only_the_first_sentence_of_an_error() {
        let description = "AADSTS7000215: Invalid client secret provided. Ensure that. Trace ID: 1";
        assert_eq!(gist(description).as_deref(), Some("AADSTS7000215: Invalid client secret provided."));
        assert_eq!(gist("AADSTS1: Short.").as_deref(), Some("AADSTS1: Short."));
        assert_eq!(gist("Practice was told to refuse this request."), None);
    }
}
