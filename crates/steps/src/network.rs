//! `network.allow-list`: a firewall lets some addresses in. Which they are now is asked of DNS; that they were let in, a person says.

use std::{collections::BTreeMap, net::IpAddr};

use crate::fields::fits;
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::{Value, json};
use setup::{Object, Observed, Ownership, Reads, Step, StepKind, problem::Result};

pub struct AllowList;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    /// Whose requests come in.
    host: String,
    /// As the document lists them.
    addresses: Vec<IpAddr>,
}

impl StepKind for AllowList {
    fn name(&self) -> &'static str {
        "network.allow-list"
    }

    fn validate(&self, with: &Value) -> Result<(), String> {
        fits::<Parameters>(with)
    }

    fn is_by_hand(&self) -> bool {
        true
    }

    fn reads(&self) -> Reads {
        Reads::Facts
    }

    fn check<'a>(&'a self, step: &'a Step<'a>) -> BoxFuture<'a, Result<Observed>> {
        Box::pin(async move {
            let Parameters { host, addresses } = step.parameters()?;
            let fields = match step.ports.resolve.resolve(&host).await {
                Ok(answered) => {
                    let unlisted: Vec<&IpAddr> =
                        answered.iter().filter(|address| !addresses.contains(address)).collect();
                    BTreeMap::from([
                        ("listed".to_owned(), json!(addresses)),
                        ("answered".to_owned(), json!(answered)),
                        ("unlisted".to_owned(), json!(unlisted)),
                    ])
                }
                // The live answer is extra knowledge; without it the listed addresses still stand.
                Err(problem) => BTreeMap::from([
                    ("listed".to_owned(), json!(addresses)),
                    ("not-answered".to_owned(), json!(problem.code)),
                ]),
            };
            let object = Object {
                id: host.clone(),
                name: host,
                ownership: Ownership::Theirs,
                fields,
                gives: BTreeMap::new(),
            };
            Ok(Observed::Matches { object })
        })
    }
}
