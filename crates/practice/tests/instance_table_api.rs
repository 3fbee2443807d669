//! The practice instance's Table API, awkward parts included.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod instance_client;

use instance_client::{Rest, start, state};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn a_row_lives_and_dies() {
    let practice = start("ready", true).await;
    let rest = Rest::sign_in(&practice, "admin").await;
    let values = json!({
        "type": "oauth_provider", "name": "Outbound", "client_id": "an-id",
        "default_grant_type": "client_credentials", "nonsense": "x",
    });
    let row = rest.insert("oauth_entity?sysparm_transaction_scope=global", &values).await;
    let id = row["sys_id"].as_str().unwrap();
    assert_eq!(row["sys_created_by"], "admin");
    assert_eq!(row["sys_scope"]["value"], "global");
    assert!(row.get("nonsense").is_none());
    assert_eq!(row["redirect_url"], format!("{}/oauth_redirect.do", rest.instance));

    let profiles = rest.rows("oauth_entity_profile", &format!("oauth_entity={id}^default=true")).await;
    assert_eq!(profiles.len(), 1);
    assert_eq!(profiles[0]["name"], "Outbound default_profile");
    assert_eq!(profiles[0]["grant_type"], "client_credentials");
    let second = json!({ "oauth_entity": id, "default": "true", "name": "second" });
    let (status, refused) = rest.send(Method::POST, "table/oauth_entity_profile", &second).await;
    assert_eq!(status, 403);
    assert!(refused["error"]["detail"].as_str().unwrap().contains("Validate OAuth entity profile"));

    let path = format!("table/oauth_entity/{id}");
    let (status, changed) = rest.send(Method::PATCH, &path, &json!({ "comments": "hello" })).await;
    assert_eq!((status, &changed["result"]["sys_mod_count"]), (200, &json!("1")));
    let (_, same) = rest.send(Method::PATCH, &path, &json!({ "comments": "hello" })).await;
    assert_eq!(same["result"]["sys_mod_count"], "1");
    assert_eq!(rest.request(Method::DELETE, &path).send().await.unwrap().status(), 204);
    let gone = rest.get(&path).await;
    assert_eq!(gone.status(), 404);
    let body: Value = gone.json().await.unwrap();
    assert_eq!(body["error"]["message"], "No Record found");
    practice.stop().await;
}

#[tokio::test]
async fn a_secret_is_kept_right_only_as_a_display_value() {
    let practice = start("ready", true).await;
    let rest = Rest::sign_in(&practice, "admin").await;
    let row = rest.insert("oauth_entity", &json!({ "type": "oauth_provider", "name": "Outbound" })).await;
    let id = row["sys_id"].as_str().unwrap();
    for flag in ["false", "true"] {
        let path = format!("table/oauth_entity/{id}?sysparm_input_display_value={flag}");
        let (status, changed) = rest.send(Method::PATCH, &path, &json!({ "client_secret": "made-up" })).await;
        assert_eq!(status, 200);
        let cipher = changed["result"]["client_secret"].as_str().unwrap();
        assert!(!cipher.is_empty() && !cipher.contains("made-up"));
    }
    let shown = state(&practice).await;
    assert!(!shown.to_string().contains("made-up"));
    let rows = shown["tables"]["oauth_entity"].as_array().unwrap();
    let ours = rows.iter().find(|row| row["sys_id"] == id).unwrap();
    assert_eq!((&ours["client_secret"], &ours["secret_of"]), (&json!("********"), &Value::Null));

    // With that flag all other fields are display values too.
    let path = format!("table/oauth_entity/{id}?sysparm_input_display_value=true");
    let (_, changed) =
        rest.send(Method::PATCH, &path, &json!({ "default_grant_type": "Client Credentials" })).await;
    assert_eq!(changed["result"]["default_grant_type"], "client_credentials");
    practice.stop().await;
}

#[tokio::test]
async fn pages_are_cut_before_access_is_looked_at() {
    let practice = start("ready", true).await;
    let admin = Rest::sign_in(&practice, "admin").await;
    let answer = admin.get("table/sys_user?sysparm_limit=5&sysparm_offset=5&sysparm_fields=user_name").await;
    assert_eq!(answer.headers()["x-total-count"], "16");
    let links = answer.headers()["link"].to_str().unwrap().to_owned();
    for rel in ["first", "prev", "next", "last"] {
        assert!(links.contains(&format!("rel=\"{rel}\"")), "{links}");
    }
    assert!(links.contains(&admin.instance));
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["result"].as_array().unwrap().len(), 5);

    let agent = Rest::sign_in(&practice, "itil.agent").await;
    let own = agent.rows("sys_user_has_role", "").await;
    assert_eq!(own.len(), 1);
    let answer = agent.get("table/sys_user_has_role?sysparm_query=role.name=admin").await;
    assert_eq!(answer.headers()["x-total-count"], "1");
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["result"], json!([]));
    practice.stop().await;
}

#[tokio::test]
async fn refusals_have_the_known_words() {
    let practice = start("ready", true).await;
    let admin = Rest::sign_in(&practice, "admin").await;
    let agent = Rest::sign_in(&practice, "itil.agent").await;
    let error = |body: Value| body["error"].clone();
    let (status, body) = admin.send(Method::POST, "table/nosuch", &json!({})).await;
    assert_eq!((status, error(body)["message"].clone()), (400, json!("Invalid table nosuch")));
    assert_eq!(admin.get("table/sys_store_app").await.status(), 403);
    assert_eq!(admin.get("table/sys_scope?sysparm_query=scope=x_mioms_m365_assis").await.status(), 200);
    let answer = agent.get("table/oauth_entity").await;
    assert_eq!(answer.status(), 403);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["error"], json!({ "message": "Insufficient rights to query records", "detail": null }));
    let (status, body) = agent.send(Method::POST, "table/oauth_entity", &json!({ "name": "x" })).await;
    assert_eq!(status, 403);
    assert_eq!(error(body)["detail"], "ACL Exception Insert Failed due to security constraints");
    assert_eq!(admin.get("table/sys_user?sysparm_view=x").await.status(), 501);
    assert_eq!(admin.get("v1/table/sys_user?sysparm_query=name=nobody").await.status(), 404);
    assert_eq!(admin.get("v2/table/sys_user?sysparm_query=name=nobody").await.status(), 200);
    practice.stop().await;
}

#[tokio::test]
async fn values_and_what_forms_show() {
    let practice = start("ready", true).await;
    let rest = Rest::sign_in(&practice, "admin").await;
    let me = rest.rows("sys_user", "sys_id=javascript:gs.getUserID()").await;
    assert_eq!(me[0]["user_name"], "admin");
    let path = "table/sys_user_has_role?sysparm_query=user.user_name=admin&sysparm_fields=role,user.email";
    let get = async |display: &str| -> Value {
        rest.get(&format!("{path}&sysparm_display_value={display}")).await.json().await.unwrap()
    };
    assert_eq!(get("false").await["result"][0]["user.email"], "admin@lumen-practice.example");
    assert!(get("false").await["result"][0]["role"]["link"].as_str().unwrap().contains("/sys_user_role/"));
    assert_eq!(get("true").await["result"][0]["role"]["display_value"], "admin");
    assert_eq!(get("all").await["result"][0]["user.email"]["value"], "admin@lumen-practice.example");
    // A field that does not exist makes the whole condition vanish.
    assert_eq!(rest.rows("sys_user", "no_such_field=1").await.len(), 16);
    practice.stop().await;
}

#[tokio::test]
async fn a_role_is_granted_once_and_inherited_through_groups() {
    let practice = start("ready", true).await;
    let rest = Rest::sign_in(&practice, "admin").await;
    let role = rest.rows("sys_user_role", "name=x_mioms_m365_assis.insights_user").await[0]["sys_id"].clone();
    let user = rest.rows("sys_user", "user_name=amal.haddad").await[0]["sys_id"].clone();
    let grant = json!({ "user": user, "role": role });
    rest.insert("sys_user_has_role", &grant).await;
    let (status, _) = rest.send(Method::POST, "table/sys_user_has_role", &grant).await;
    assert_eq!(status, 403);

    let group = rest.rows("sys_user_group", "name=Service Desk").await[0]["sys_id"].clone();
    let row = rest.insert("sys_group_has_role", &json!({ "group": group, "role": role })).await;
    let inherited = format!("role={}^inherited=true", role.as_str().unwrap());
    let rows = rest.rows("sys_user_has_role", &inherited).await;
    assert_eq!(rows.len(), 2);
    let path = format!("table/sys_user_has_role/{}", rows[0]["sys_id"].as_str().unwrap());
    assert_eq!(rest.request(Method::DELETE, &path).send().await.unwrap().status(), 403);
    let path = format!("table/sys_group_has_role/{}", row["sys_id"].as_str().unwrap());
    assert_eq!(rest.request(Method::DELETE, &path).send().await.unwrap().status(), 204);
    assert_eq!(rest.rows("sys_user_has_role", &inherited).await.len(), 0);
    practice.stop().await;
}

#[tokio::test]
async fn a_sleeping_instance_answers_with_a_page() {
    let practice = start("hibernating", true).await;
    let url = format!("{}/api/now/table/sys_user", practice.announcement().instance);
    let answer = instance_client::http().get(url).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(answer.text().await.unwrap().contains("Your instance is hibernating"));
    practice.stop().await;
}
