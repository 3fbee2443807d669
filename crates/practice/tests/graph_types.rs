//! What the client sends to Graph and what practice answers, held against Microsoft's own types.
//!
//! The types are not in this project. The test reads them in `LIAISON_GRAPH_TYPES`, or in a folder `shared/reference/graph` beside one
//! of the folders that this checkout is in, and says so where there are none.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod instance_client;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    response::Response,
};
use entra::{ApplicationChanges, Cloud, Graph, NewApplication};
use instance_client::{VERIFIER, challenge, http, location, parameter};
use jiff::{SignedDuration, Timestamp};
use liaison_practice::{Options, Practice};
use secrecy::SecretString;
use serde_json::{Value, json};

const CLIENT: &str = "14d82eec-204b-4c2f-b7e8-296a70dab67e";
const REDIRECT: &str = "http://localhost:50123";
const FILE: &str = "graph-v1.0-subset.2026-08.openapi-strict.json";

fn types() -> Option<Value> {
    let named = std::env::var_os("LIAISON_GRAPH_TYPES").map(PathBuf::from);
    let around =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared/reference/graph"));
    let file = named.into_iter().chain(around).map(|folder| folder.join(FILE)).find(|file| file.exists())?;
    Some(serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap())
}

/// One exchange as it went over the wire.
#[derive(Clone, Debug)]
struct Exchange {
    method: String,
    path: String,
    sent: Option<Value>,
    status: u16,
    came: Option<Value>,
}

#[derive(Clone)]
struct Recorder {
    graph: String,
    heard: Arc<Mutex<Vec<Exchange>>>,
}

/// Passes everything on to practice, and writes it down.
async fn pass_on(State(recorder): State<Recorder>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let sent = to_bytes(body, 1 << 20).await.unwrap();
    let path = parts.uri.path_and_query().unwrap().to_string();
    let mut on = http().request(parts.method.clone(), format!("{}{path}", recorder.graph));
    for name in ["authorization", "content-type", "consistencylevel", "client-request-id"] {
        if let Some(value) = parts.headers.get(name) {
            on = on.header(name, value);
        }
    }
    assert!(parts.headers.contains_key("client-request-id"), "{path}");
    let answer = on.body(sent.clone()).send().await.unwrap();
    let status = answer.status();
    let came = answer.bytes().await.unwrap();
    recorder.heard.lock().unwrap().push(Exchange {
        method: parts.method.to_string().to_ascii_lowercase(),
        path: parts.uri.path().to_owned(),
        sent: serde_json::from_slice(&sent).ok(),
        status: status.as_u16(),
        came: serde_json::from_slice(&came).ok(),
    });
    Response::builder()
        .status(status)
        .header("content-type", "application/json")
        .body(Body::from(came))
        .unwrap()
}

async fn access_token(practice: &Practice) -> SecretString {
    let announced = practice.announcement();
    let at = |rest: &str| format!("{}/{}/oauth2/v2.0/{rest}", announced.cloud.login, announced.tenant);
    let scope = "openid User.Read Application.ReadWrite.All";
    let ask = [
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("redirect_uri", REDIRECT),
        ("scope", scope),
        ("state", "abc"),
        ("code_challenge", &challenge()),
        ("code_challenge_method", "S256"),
    ];
    let url = url::Url::parse_with_params(&at("authorize"), ask).unwrap();
    let to = location(&http().get(url).send().await.unwrap());
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT),
        ("code", &parameter(&to, "code").unwrap()),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
    ];
    let answer = http().post(at("token")).form(&form).send().await.unwrap().text().await.unwrap();
    let body: Value = serde_json::from_str(&answer).unwrap();
    SecretString::from(body["access_token"].as_str().unwrap())
}

/// Every request that the client can make, and a few that are refused.
async fn everything(graph: &Graph) {
    let organization = graph.organization().await.unwrap();
    assert!(!organization.verified_domains.is_empty());
    graph.me().await.unwrap();
    let new = NewApplication {
        display_name: "Held against types".into(),
        unique_name: "liaison-types".into(),
        sign_in_audience: "AzureADMyOrg".into(),
        redirect_uris: vec!["https://dev1.service-now.com/oauth_redirect.do".into()],
        notes: Some("CHG0030001".into()),
        service_management_reference: Some("1234".into()),
    };
    let made = graph.create_application(&new).await.unwrap();
    assert!(graph.create_application(&new).await.unwrap_err().is_unique_name_taken());
    graph.application(&made.id).await.unwrap().unwrap();
    graph.application_by_app_id(&made.app_id).await.unwrap().unwrap();
    graph.application_by_unique_name("liaison-types").await.unwrap().unwrap();
    assert_eq!(graph.applications_named("Held against types").await.unwrap().len(), 1);
    let changes = ApplicationChanges {
        redirect_uris: Some(vec!["https://dev1.service-now.com/auth_redirect.do".into()]),
        ..ApplicationChanges::default()
    };
    graph.update_application(&made.id, &changes).await.unwrap();
    let principal = graph.create_service_principal(&made.app_id, &["liaison-types".into()]).await.unwrap();
    graph.service_principal(&made.app_id).await.unwrap().unwrap();
    let end = Timestamp::now() + SignedDuration::from_hours(24 * 180);
    let secret = graph.add_password(&made.id, "liaison-types", end).await.unwrap();
    graph.remove_password(&made.id, &secret.key_id).await.unwrap();
    graph.delete_service_principal(&principal.id).await.unwrap();
    graph.delete_application(&made.id).await.unwrap();
    assert_eq!(graph.deleted_applications_named("Held against types").await.unwrap().len(), 1);
    graph.restore_application(&made.id).await.unwrap();
    assert!(graph.application("00000000-0000-0000-0000-000000000000").await.unwrap().is_none());
}

/// The template of OpenAPI that a path is an instance of.
fn template<'a>(types: &'a Value, path: &str) -> Option<&'a str> {
    let path = path.strip_prefix("/v1.0").unwrap().replace("%27", "'").replace("%3D", "=");
    let paths = types["paths"].as_object().unwrap();
    let fits = |template: &str| {
        let (have, want): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), template.split('/').collect());
        have.len() == want.len()
            && have.iter().zip(&want).all(|(have, want)| match want.split_once('{') {
                Some((before, after)) => {
                    let end = after.split_once('}').unwrap().1;
                    have.starts_with(before)
                        && have.ends_with(end)
                        && !(before.is_empty() && have.contains('('))
                }
                None => have == want,
            })
    };
    paths.keys().map(String::as_str).find(|template| fits(template))
}

/// OpenAPI 3.0 says `nullable` where JSON Schema lists the type `null`.
fn json_schema(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.remove("nullable") == Some(json!(true))
                && let Some(kind) = fields.get("type").cloned()
            {
                fields.insert("type".into(), json!([kind, "null"]));
                if let Some(Value::Array(values)) = fields.get_mut("enum") {
                    values.push(Value::Null);
                }
            }
            fields.values_mut().for_each(json_schema);
        }
        Value::Array(items) => items.iter_mut().for_each(json_schema),
        _ => {}
    }
}

/// What is wrong with `body` as one of these.
fn mistakes(types: &Value, schema: &Value, body: &Value) -> Vec<String> {
    let mut body = body.clone();
    if let Some(fields) = body.as_object_mut() {
        // Of the protocol, not of the type.
        fields.remove("@odata.context");
    }
    let mut root = json!({ "allOf": [schema], "components": types["components"] });
    json_schema(&mut root);
    let validator = jsonschema::validator_for(&root).unwrap();
    validator.iter_errors(&body).map(|error| format!("{}: {error}", error.instance_path)).collect()
}

fn agrees(types: &Value, schema: &Value, body: &Value, what: &str) {
    let wrong = mistakes(types, schema, body);
    assert!(wrong.is_empty(), "{what}: {wrong:#?}\n{body:#}");
}

#[tokio::test]
async fn requests_and_answers_agree_with_the_official_types() {
    let Some(types) = types() else {
        eprintln!("not held against the official types: there is no {FILE} here (see the top of this file)");
        return;
    };
    let application = json!({ "$ref": "#/components/schemas/microsoft.graph.application-create" });
    for wrong in
        [json!({ "nonsense": 1 }), json!({ "displayName": 1 }), json!({ "web": { "redirectUri": [] } })]
    {
        assert!(!mistakes(&types, &application, &wrong).is_empty(), "the types refuse {wrong}");
    }
    let practice = Practice::start(Options { auto_approve: true, ..Options::default() }).await.unwrap();
    let announced = practice.announcement().cloud.clone();
    let recorder = Recorder { graph: announced.graph, heard: Arc::default() };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(
        axum::serve(listener, Router::new().fallback(pass_on).with_state(recorder.clone())).into_future(),
    );
    let cloud = json!({
        "login": announced.login, "graph": address, "entra_portal": announced.entra_portal, "admin_center": announced.admin_center,
    });
    let cloud = Cloud::from_json(&cloud.to_string()).unwrap();
    let client = net::Http::new(net::HttpSettings::default()).unwrap();
    everything(&Graph::new(client, cloud, access_token(&practice).await)).await;

    let heard = recorder.heard.lock().unwrap().clone();
    let (mut sent, mut came, mut unlisted) = (0, 0, Vec::new());
    for Exchange { method, path, sent: request, status, came: answer } in heard {
        let what = format!("{method} {path} {status}");
        let Some(template) = template(&types, &path) else {
            unlisted.push(path);
            continue;
        };
        let operation = &types["paths"][template][&method];
        assert!(operation.is_object(), "{what}: not among the official operations");
        if let Some(request) = request {
            agrees(
                &types,
                &operation["requestBody"]["content"]["application/json"]["schema"],
                &request,
                &what,
            );
            sent += 1;
        }
        let error = json!({ "$ref": "#/components/schemas/error" });
        let schema = match status {
            400.. => &error,
            status => &operation["responses"][status.to_string()]["content"]["application/json"]["schema"],
        };
        match answer {
            Some(answer) => {
                assert!(schema.is_object(), "{what}: a body where there is to be none");
                agrees(&types, schema, &answer, &what);
                came += 1;
            }
            None => assert!(schema.is_null(), "{what}: no body where there is to be one"),
        }
    }
    assert!(sent >= 6 && came >= 10, "{sent} requests and {came} answers were compared");
    // What the subset of types leaves out: alternate keys other than appId, and deleted items.
    assert!(
        unlisted.iter().all(|path| path.contains("uniqueName=") || path.contains("/deletedItems/")),
        "{unlisted:?}"
    );
}
