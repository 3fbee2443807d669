//! The portals that people click through by hand: the setup wizard, Link Account, the admin center, the Entra portal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser;
mod instance_client;

use browser::Browser;
use instance_client::{Rest, VERIFIER, challenge, http, location, parameter, start, state};
use liaison_practice::Practice;
use reqwest::Method;
use serde_json::{Value, json};
use url::Url;

const SETUP: &str = "/x_mioms_m365_assis_setup.do";
const LINK_ACCOUNT: &str = "/x_mioms_m365_assis_link_account.do";
const APP_NAME: &str = "Microsoft 365 support integration";
const NOWHERE: &str = "00000000-0000-0000-0000-000000000000";

// --- The Microsoft side over Graph ---------------------------------------------------------------------------------

struct Graph {
    url: String,
    token: String,
}

struct Application {
    id: String,
    app_id: String,
    secret: String,
}

impl Graph {
    async fn sign_in(practice: &Practice) -> Self {
        const CLIENT: &str = "14d82eec-204b-4c2f-b7e8-296a70dab67e";
        const REDIRECT: &str = "http://localhost:50123";
        let announced = practice.announcement();
        let login = format!("{}/{}/oauth2/v2.0", announced.cloud.login, announced.tenant);
        let parameters = [
            ("response_type", "code"),
            ("client_id", CLIENT),
            ("redirect_uri", REDIRECT),
            ("scope", "openid Application.ReadWrite.All"),
            ("code_challenge", &challenge()),
            ("code_challenge_method", "S256"),
        ];
        let authorize = Url::parse_with_params(&format!("{login}/authorize"), parameters).unwrap();
        let code = parameter(&location(&http().get(authorize).send().await.unwrap()), "code").unwrap();
        let form = [
            ("grant_type", "authorization_code"),
            ("client_id", CLIENT),
            ("code", &code),
            ("redirect_uri", REDIRECT),
            ("code_verifier", VERIFIER),
        ];
        let answer = http().post(format!("{login}/token")).form(&form).send().await.unwrap();
        let body: Value = answer.json().await.unwrap();
        let token = body["access_token"].as_str().unwrap().to_owned();
        Self { url: format!("{}/v1.0", announced.cloud.graph), token }
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> Value {
        let request = http().request(method, format!("{}{path}", self.url)).bearer_auth(&self.token);
        let answer = request.json(body).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.json().await.unwrap_or_default()
    }

    /// An application with a secret, and its service principal.
    async fn application(&self, name: &str) -> Application {
        let new = json!({"displayName": name, "signInAudience": "AzureADMyOrg",
            "web": {"redirectUris": ["https://example.com/oauth_redirect.do"]}});
        let made = self.send(Method::POST, "/applications", &new).await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (id, app_id) = (text(&made["id"]), text(&made["appId"]));
        let asked = json!({"passwordCredential": {"displayName": "For the instance"}});
        let added = self.send(Method::POST, &format!("/applications/{id}/addPassword"), &asked).await;
        self.send(Method::POST, "/servicePrincipals", &json!({"appId": app_id})).await;
        Application { id, app_id, secret: text(&added["secretText"]) }
    }
}

// --- Ways through the portals --------------------------------------------------------------------------------------

/// A browser on the instance, signed in at the page that was asked for.
async fn instance(practice: &Practice, user: &str, path: &str) -> Browser {
    let mut browser = Browser::at(&practice.announcement().instance);
    browser.open(path).await;
    assert_eq!(browser.title(), "Sign in to ServiceNow");
    browser.press(&format!("account-{user}"), &[]).await;
    assert_eq!(browser.path, path);
    browser
}

async fn switch_scope(practice: &Practice, browser: &mut Browser) {
    let scopes = &state(practice).await["tables"]["sys_scope"];
    let app = scopes.as_array().unwrap().iter().find(|row| row["scope"] == "x_mioms_m365_assis").unwrap();
    browser.open("/application_picker.do").await;
    browser.press("choose", &[("application", app["sys_id"].as_str().unwrap())]).await;
}

/// A registry record made in the instance's own form, and its `sys_id`.
async fn register(practice: &Practice, browser: &mut Browser, application: &Application) -> String {
    let announced = practice.announcement();
    let token_url = format!("{}/{}/oauth2/token", announced.cloud.login, announced.tenant);
    browser.open("/oauth_entity_list.do").await;
    browser.follow("new-provider").await;
    let fields = [
        ("name", "Microsoft 365 support"),
        ("client_id", &application.app_id),
        ("client_secret", &application.secret),
        ("default_grant_type", "client_credentials"),
        ("token_url", &token_url),
    ];
    browser.press("submit", &fields).await;
    parameter(&format!("http://instance{}", browser.path), "sys_id").unwrap()
}

/// From the first page to the last.
async fn walk(practice: &Practice, browser: &mut Browser, record: &str) {
    browser.open(SETUP).await;
    browser.press("agree", &[]).await;
    browser.press("start-setup", &[]).await;
    browser.press("next", &[("tenant", &practice.announcement().tenant)]).await;
    browser.press("done", &[]).await;
    browser.press("next", &[("oauth_entity", record)]).await;
    assert_eq!(browser.title(), "Step 6 – Complete the Integration");
}

/// A browser at the admin center's Support integration, signed in as its administrator.
async fn admin_center(practice: &Practice) -> Browser {
    let announced = practice.announcement();
    let mut browser = Browser::at(&announced.cloud.admin_center);
    browser.open("/").await;
    browser.press(&format!("account-gloria.global@{}", announced.tenant), &[]).await;
    browser.follow("support-integration").await;
    browser
}

async fn wizard(practice: &Practice) -> Value {
    state(practice).await["wizard"].clone()
}

// --- The wizard ----------------------------------------------------------------------------------------------------

#[tokio::test]
async fn each_condition_has_its_page() {
    let practice = start("store-app-missing", true).await;
    let browser = instance(&practice, "admin", SETUP).await;
    assert_eq!(browser.status, 404);
    assert!(browser.text("problem").contains("is not installed"));
    assert_eq!(instance(&practice, "admin", LINK_ACCOUNT).await.status, 404);

    let practice = start("store-app-1.0.11", true).await;
    let mut browser = instance(&practice, "admin", SETUP).await;
    assert!(browser.text("problem").contains("upgrade to 2.0.0 or later"));
    browser.open("/application_manager.do").await;
    browser.press("install", &[]).await;
    browser.open(SETUP).await;
    assert!(browser.text("problem").contains("application picker"), "the upgrade was enough");

    let practice = start("ready", true).await;
    assert_eq!(instance(&practice, "itil.agent", SETUP).await.status, 403);
    let mut browser = instance(&practice, "admin", SETUP).await;
    assert!(browser.text("problem").contains(APP_NAME));
    switch_scope(&practice, &mut browser).await;
    browser.open("/navpage.do").await;
    browser.follow("menu-microsoft-365-setup").await;
    assert!(browser.has("agree") && !browser.has("problem"));
}

#[tokio::test]
async fn a_closed_table_keeps_the_wizard_out() {
    let practice = start("table-closed", true).await;
    let mut browser = instance(&practice, "admin", SETUP).await;
    switch_scope(&practice, &mut browser).await;
    let refused = "Read operation against 'oauth_entity' from scope 'x_mioms_m365_assis' has been refused due to the table's cross-scope access policy.";
    browser.open(SETUP).await;
    assert_eq!(browser.text("problem"), refused);

    let rest = Rest::sign_in(&practice, "admin").await;
    let table = rest.rows("sys_db_object", "name=oauth_entity").await[0]["sys_id"].clone();
    browser.open(&format!("/sys_db_object.do?sys_id={}", table.as_str().unwrap())).await;
    browser.press("update", &[("read_access", "true")]).await;
    browser.open(SETUP).await;
    assert!(browser.has("agree"));

    browser.open(&format!("/sys_db_object.do?sys_id={}", table.as_str().unwrap())).await;
    browser.press("update", &[("access", "package_private")]).await;
    browser.open(SETUP).await;
    assert_eq!(browser.text("problem"), refused, "Can read alone is not enough");
    browser.open(&format!("/sys_db_object.do?sys_id={}", table.as_str().unwrap())).await;
    browser.press("update", &[("access", "public")]).await;

    let query = "target_name=oauth_entity^operation=read";
    let privilege = rest.rows("sys_scope_privilege", query).await[0]["sys_id"].clone();
    browser.open(&format!("/sys_scope_privilege.do?sys_id={}", privilege.as_str().unwrap())).await;
    browser.press("update", &[("status", "denied")]).await;
    browser.open(SETUP).await;
    assert_eq!(browser.text("problem"), refused, "the privilege counts too");
}

#[tokio::test]
async fn the_wizard_goes_page_by_page() {
    let practice = start("ready", true).await;
    let application = Graph::sign_in(&practice).await.application("Made up").await;
    let mut browser = instance(&practice, "admin", "/navpage.do").await;
    let record = register(&practice, &mut browser, &application).await;
    switch_scope(&practice, &mut browser).await;
    let fresh = json!({"page": "agree", "agreed": false, "testEnvironment": false, "tenant": null,
        "oauthEntity": null, "repositoryId": null, "endpoint": null, "tested": null, "linkedAccount": null});
    assert_eq!(wizard(&practice).await, fresh);

    browser.open(SETUP).await;
    browser.press("agree", &[]).await;
    assert_eq!(wizard(&practice).await["agreed"], true);
    browser.press("start-setup", &[("test_environment", "true")]).await;
    let page = wizard(&practice).await;
    assert_eq!((&page["page"], &page["testEnvironment"]), (&json!("tenant"), &json!(true)));
    browser.press("next", &[("tenant", "elsewhere.example")]).await;
    assert!(browser.text("problem").contains("not a domain"));
    assert!(browser.page.contains("value=\"elsewhere.example\""), "what was typed stands there");
    browser.press("back", &[]).await;
    assert!(browser.has("start-setup") && browser.page.contains("checked"));
    browser.press("start-setup", &[("test_environment", "true")]).await;
    browser.press("next", &[("tenant", "lumen-practice.example")]).await;
    assert_eq!(browser.title(), "Register the Azure Active Directory (AAD) app");
    browser.press("done", &[]).await;
    assert_eq!(browser.title(), "Register the ServiceNow OAuth app");
    assert!(!browser.page.contains("Liaison sign-in"), "an inbound client is none to choose");
    browser.press("next", &[]).await;
    assert!(browser.has("problem"), "nothing was chosen");
    browser.press("next", &[("oauth_entity", &record)]).await;

    assert_eq!(browser.text("outbound-app-id"), application.app_id);
    let endpoint = format!("{}/api/x_mioms_m365_assis/support", practice.announcement().instance);
    assert_eq!(browser.text("endpoint"), endpoint);
    let repository = browser.text("repository-id");
    assert!(browser.has("no-test-before") && !browser.has("save-environment"));
    let done = wizard(&practice).await;
    assert_eq!(done["page"], "complete");
    assert_eq!((&done["oauthEntity"], &done["repositoryId"]), (&json!(record), &json!(repository)));

    browser.press("back", &[]).await;
    browser.press("next", &[]).await;
    assert_eq!(browser.text("repository-id"), repository, "it is made once");

    let rest = Rest::sign_in(&practice, "admin").await;
    rest.send(Method::DELETE, &format!("table/oauth_entity/{record}"), &Value::Null).await;
    browser.press("test-setup", &[]).await;
    assert!(browser.text("problem").contains("deleted"));
    assert_eq!(browser.title(), "Register the ServiceNow OAuth app");
    assert!(browser.has("no-registrations"));
}

#[tokio::test]
async fn a_form_of_another_page_changes_nothing() {
    let practice = start("ready", true).await;
    let mut browser = instance(&practice, "admin", SETUP).await;
    switch_scope(&practice, &mut browser).await;
    browser.open(SETUP).await;
    let old = browser.page.clone();
    browser.press("agree", &[]).await;
    browser.page = old;
    browser.press("agree", &[]).await;
    assert_eq!(wizard(&practice).await["page"], "environment");

    let forged = [("page", "environment"), ("action", "next"), ("sysparm_ck", "made-up")];
    let forged = forged.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    browser.post(SETUP, &forged).await;
    assert_eq!(browser.status, 403);
    assert_eq!(wizard(&practice).await["page"], "environment");
}

// --- Test setup ----------------------------------------------------------------------------------------------------

#[tokio::test]
async fn test_setup_names_what_to_fix_until_all_is_right() {
    let practice = start("ready", true).await;
    let application = Graph::sign_in(&practice).await.application("Made up").await;
    let mut browser = instance(&practice, "admin", "/navpage.do").await;
    let record = register(&practice, &mut browser, &application).await;
    switch_scope(&practice, &mut browser).await;
    walk(&practice, &mut browser, &record).await;
    let (app_id, id) = (browser.text("outbound-app-id"), browser.text("repository-id"));
    let endpoint = browser.text("endpoint");

    browser.press("test-setup", &[]).await;
    let problem = browser.text("problem");
    for part in ["Internal support tool", "Application ID to issue Auth Token", "No repository"] {
        assert!(problem.contains(part), "{part}: {problem}");
    }
    assert!(!problem.contains("AADSTS"), "the registry is in order: {problem}");
    assert_eq!(wizard(&practice).await["tested"], "failed");

    let mut admin = admin_center(&practice).await;
    admin.press("next", &[("tool", "ServiceNow"), ("application_id", &app_id.to_uppercase())]).await;
    admin.follow("new-repository").await;
    let wrong = format!("{endpoint}/elsewhere");
    admin.press("add", &[("repository", &id), ("endpoint", &wrong)]).await;
    assert!(admin.has("unsaved"));
    browser.press("test-setup", &[]).await;
    assert!(browser.text("problem").contains("No repository"), "a draft does not count");

    admin.press("save", &[]).await;
    browser.press("test-setup", &[]).await;
    let problem = browser.text("problem");
    assert!(problem.contains("The endpoint of repository") && problem.contains(&endpoint), "{problem}");
    assert!(!problem.contains("Application ID"), "letter case does not matter: {problem}");

    admin.follow("edit-1").await;
    admin.press("apply", &[("endpoint", &format!("{endpoint}/"))]).await;
    admin.press("save", &[]).await;
    browser.press("test-setup", &[]).await;
    assert_eq!(
        browser.text("test-succeeded"),
        "Test setup succeeded. Setup validation successful: the integration is ready."
    );
    assert_eq!(wizard(&practice).await["tested"], "succeeded");

    browser.press("save-environment", &[("test_environment", "true")]).await;
    assert_eq!(wizard(&practice).await["testEnvironment"], true);
    browser.press("save-environment", &[("test_environment", "")]).await;
    assert_eq!(wizard(&practice).await["testEnvironment"], false);
    assert!(browser.has("test-succeeded"));
    browser.press("start-over", &[]).await;
    assert!(browser.has("agree"));
    assert_eq!(wizard(&practice).await["repositoryId"], Value::Null);
}

#[tokio::test]
async fn test_setup_really_asks_for_a_token() {
    let practice = start("ready", true).await;
    let graph = Graph::sign_in(&practice).await;
    let application = graph.application("Made up").await;
    let mut browser = instance(&practice, "admin", "/navpage.do").await;
    let record = register(&practice, &mut browser, &application).await;
    switch_scope(&practice, &mut browser).await;
    walk(&practice, &mut browser, &record).await;
    let rest = Rest::sign_in(&practice, "admin").await;
    let path = format!("table/oauth_entity/{record}");
    let asked = || async {
        let requests = format!("{}/requests", practice.announcement().control);
        let log: Vec<Value> = http().get(requests).send().await.unwrap().json().await.unwrap();
        let to = |entry: &&Value| entry["path"].as_str().unwrap().ends_with("/oauth2/token");
        log.iter().filter(to).count()
    };

    browser.press("test-setup", &[]).await;
    assert_eq!(asked().await, 1);

    // As an actual value the secret is taken for cipher text that nobody can decrypt.
    rest.send(Method::PATCH, &path, &json!({"client_secret": application.secret})).await;
    browser.press("test-setup", &[]).await;
    assert!(browser.text("problem").contains("The client secret stored in"), "{}", browser.text("problem"));
    assert_eq!(asked().await, 1, "there is nothing to ask with");

    let elsewhere = format!("{path}?sysparm_input_display_value=true");
    let foreign =
        json!({"client_secret": application.secret, "token_url": "http://127.0.0.1:9/oauth2/token"});
    rest.send(Method::PATCH, &elsewhere, &foreign).await;
    browser.press("test-setup", &[]).await;
    assert!(browser.text("problem").contains("cannot be reached"));
    assert_eq!(asked().await, 1, "no secret goes elsewhere");

    let announced = practice.announcement();
    let token_url = format!("{}/{}/oauth2/token", announced.cloud.login, announced.tenant);
    let wrong = json!({"client_secret": "made-up-and-wrong", "token_url": token_url});
    rest.send(Method::PATCH, &elsewhere, &wrong).await;
    browser.press("test-setup", &[]).await;
    let problem = browser.text("problem");
    assert!(problem.contains("AADSTS7000215: Invalid client secret provided."), "{problem}");
    assert!(!problem.contains("Trace ID") && !problem.contains("made-up-and-wrong"), "{problem}");
    assert_eq!(asked().await, 2);

    let query = format!("oauth_entity={record}");
    let profile = rest.rows("oauth_entity_profile", &query).await[0]["sys_id"].clone();
    let profile = format!("table/oauth_entity_profile/{}", profile.as_str().unwrap());
    rest.send(Method::PATCH, &profile, &json!({"grant_type": "authorization_code"})).await;
    browser.press("test-setup", &[]).await;
    assert!(browser.text("problem").contains("no default OAuth Entity Profile"));
    rest.send(Method::PATCH, &profile, &json!({"grant_type": "client_credentials"})).await;

    graph.send(Method::DELETE, &format!("/applications/{}", application.id), &Value::Null).await;
    browser.press("test-setup", &[]).await;
    assert!(browser.text("problem").contains("AADSTS700016"));
}

// --- The others ----------------------------------------------------------------------------------------------------

#[tokio::test]
async fn one_account_is_linked() {
    let practice = start("ready", true).await;
    let mut browser = instance(&practice, "admin", LINK_ACCOUNT).await;
    browser.press("save", &[("account", "not an address")]).await;
    assert!(browser.has("problem") && !browser.has("linked-account"));
    browser.press("save", &[("account", "first@lumen-practice.example")]).await;
    assert_eq!(browser.text("linked-account"), "first@lumen-practice.example");
    browser.press("save", &[("account", "second@lumen-practice.example")]).await;
    assert_eq!(browser.text("linked-account"), "second@lumen-practice.example");
    assert_eq!(wizard(&practice).await["linkedAccount"], "second@lumen-practice.example");
    assert_eq!(instance(&practice, "itil.agent", LINK_ACCOUNT).await.status, 403);
}

#[tokio::test]
async fn nothing_counts_in_the_admin_center_before_it_is_saved() {
    let practice = start("ready", true).await;
    let mut browser = admin_center(&practice).await;
    let center = || async { state(&practice).await["adminCenter"].clone() };
    let nothing = json!({"tool": "none", "applicationId": "", "repositories": []});
    assert_eq!(center().await, json!({"saved": nothing, "unsaved": false}));

    browser.press("save", &[]).await;
    assert!(browser.text("problem").contains("Internal support tool"));
    browser.press("save", &[("tool", "ServiceNow")]).await;
    assert!(browser.text("problem").contains("Application ID"));
    browser.press("next", &[("application_id", NOWHERE)]).await;
    assert_eq!(browser.text("unsaved"), "Changes are not saved yet.");
    assert_eq!(center().await, json!({"saved": nothing, "unsaved": true}));

    browser.follow("new-repository").await;
    browser.press("add", &[("repository", "a")]).await;
    assert!(browser.has("problem"), "an endpoint is needed");
    browser.press("add", &[("endpoint", "https://example.com/a")]).await;
    browser.follow("new-repository").await;
    browser.press("add", &[("repository", "b"), ("endpoint", "https://example.com/b")]).await;
    browser.press("remove-1", &[]).await;
    browser.follow("edit-1").await;
    browser.press("apply", &[("repository", "c")]).await;
    browser.press("save", &[]).await;
    assert_eq!(browser.text("saved"), "Saved.");
    assert!(!browser.has("unsaved"));
    let repositories = json!([{"repository": "c", "endpoint": "https://example.com/b"}]);
    let saved = json!({"tool": "ServiceNow", "applicationId": NOWHERE, "repositories": repositories});
    assert_eq!(center().await, json!({"saved": saved, "unsaved": false}));

    browser.follow("tab-basic").await;
    browser.press("save", &[("tool", "Other")]).await;
    assert!(browser.has("saved"), "Save takes the fields of its tab");
    assert_eq!(center().await["saved"]["tool"], "Other");
}

#[tokio::test]
async fn the_admin_center_is_for_administrators() {
    let practice = start("ready", true).await;
    let announced = practice.announcement();
    let mut browser = Browser::at(&announced.cloud.admin_center);
    browser.open("/support-integration?tab=repositories").await;
    assert_eq!(browser.title(), "Sign in to the Microsoft 365 admin center");
    browser.press(&format!("account-max.member@{}", announced.tenant), &[]).await;
    assert_eq!(browser.status, 403);
    assert!(browser.has("needs-admin"));
    browser.follow("another-account").await;
    browser.press(&format!("account-ada.admin@{}", announced.tenant), &[]).await;
    browser.follow("support-integration").await;
    browser.follow("tab-repositories").await;
    let forged = [("tab", "repositories"), ("action", "save"), ("sysparm_ck", "made-up")];
    let forged = forged.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    browser.post("/support-integration", &forged).await;
    assert_eq!(browser.status, 403);
    browser.open("/").await;
    browser.follow("sign-out").await;
    browser.open("/support-integration").await;
    assert_eq!(browser.title(), "Sign in to the Microsoft 365 admin center");
}

#[tokio::test]
async fn the_entra_portal_shows_what_is_there() {
    let practice = start("ready", true).await;
    let graph = Graph::sign_in(&practice).await;
    let application = graph.application("Made <up>").await;
    let mut browser = Browser::at(&practice.announcement().cloud.entra_portal);
    browser.open("/").await;
    assert!(browser.text("applications").contains("Made <up>"));
    browser.follow(&format!("application-{}", application.app_id)).await;
    assert_eq!(browser.text("app-id"), application.app_id);
    assert_eq!(browser.text("audience"), "Accounts in this organizational directory only");
    assert!(browser.text("service-principal").contains("There is one"));
    assert!(browser.text("redirect-uris").contains("https://example.com/oauth_redirect.do"));
    let secrets = browser.text("secrets");
    assert!(secrets.contains("For the instance") && secrets.contains(&application.secret[..3]));
    assert!(!browser.page.contains(&application.secret));

    graph.send(Method::DELETE, &format!("/applications/{}", application.id), &Value::Null).await;
    browser.open("/").await;
    assert!(browser.text("deleted-applications").contains(&application.app_id));
    browser.open(&format!("/application?appId={}", application.app_id)).await;
    assert_eq!(browser.status, 404);
    let posted = http().post(format!("{}/", practice.announcement().cloud.entra_portal));
    assert_eq!(posted.send().await.unwrap().status(), 501);
}
