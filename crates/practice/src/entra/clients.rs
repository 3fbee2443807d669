//! The public clients of Microsoft's that administrators sign in with.

use super::refusal::Refusal;

pub(super) struct Client {
    pub id: &'static str,
    pub name: &'static str,
    /// It has its rights from Microsoft and may ask for `.default` only; nobody is asked to consent.
    pub preauthorized: bool,
}

pub(super) const GRAPH_COMMAND_LINE_TOOLS: &str = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

const CLIENTS: &[Client] = &[
    Client { id: GRAPH_COMMAND_LINE_TOOLS, name: "Microsoft Graph Command Line Tools", preauthorized: false },
    Client { id: "04b07795-8ddb-461a-bbee-02f9e1bf7b46", name: "Microsoft Azure CLI", preauthorized: true },
];

/// What can be had without consent of its own (OpenID Connect Core 1.0, sections 5.4 and 11).
const STANDARD: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// The right without which applications cannot be managed, as Graph names it.
pub(crate) const MANAGE_APPLICATIONS: &str = "Application.ReadWrite.All";

/// Reads the tenant's policies.
pub(crate) const READ_POLICIES: &str = "Policy.Read.All";

impl Client {
    /// # Errors
    /// AADSTS700016.
    pub(super) fn of(id: &str, tenant: &str) -> Result<&'static Self, Refusal> {
        CLIENTS
            .iter()
            .find(|client| client.id.eq_ignore_ascii_case(id))
            .ok_or_else(|| Refusal::unknown_client(id, tenant))
    }

    /// The rights on Graph that the scopes of a request come to, in Graph's names.
    ///
    /// # Errors
    /// AADSTS65002 where a preauthorized client names single rights; AADSTS70011 for a right that practice does not know.
    pub(super) fn rights(&self, scope: &str, graph: &str) -> Result<Vec<String>, Refusal> {
        let own = scope.split_whitespace().filter(|scope| !STANDARD.contains(scope));
        let own: Vec<&str> = own
            .map(|scope| scope.strip_prefix(graph).map_or(scope, |rest| rest.trim_start_matches('/')))
            .collect();
        if self.preauthorized {
            return match own.as_slice() {
                [".default"] => Ok(vec![MANAGE_APPLICATIONS.to_owned(), "User.Read".to_owned()]),
                _ => Err(Refusal::new(
                    "invalid_request",
                    65_002,
                    format!(
                        "Consent between first party application '{}' and the resource must be configured via preauthorization.",
                        self.id
                    ),
                )),
            };
        }
        let known = [MANAGE_APPLICATIONS, READ_POLICIES, "User.Read"];
        match own.iter().find(|right| !known.contains(right)) {
            Some(unknown) => Err(Refusal::new(
                "invalid_scope",
                70_011,
                format!("The provided value for the input parameter 'scope' is not valid: {unknown}."),
            )),
            None => Ok(own.into_iter().map(str::to_owned).collect()),
        }
    }
}
