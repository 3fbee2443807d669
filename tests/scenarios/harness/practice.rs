use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};

use super::program;

/// `liaison practice serve --auto-approve`, killed when dropped.
pub struct Practice {
    process: Child,
    pub announced: Value,
    control: String,
    http: reqwest::Client,
}

/// Where a request is caught.
#[derive(Clone, Copy, Debug)]
pub enum Hold {
    /// Before the service acts.
    Before,
    /// After it acted, before it answers.
    After,
}

impl Practice {
    pub async fn serve(arguments: &[&str]) -> Self {
        Self::serve_to(reqwest::Client::builder(), arguments)
    }

    /// Over https, with files of PEM; `ca` is the authority that signed.
    pub async fn serve_encrypted(cert: &str, key: &str, ca: &str) -> Self {
        Self::serve_encrypted_with(cert, key, ca, &[]).await
    }

    pub async fn serve_encrypted_with(cert: &str, key: &str, ca: &str, arguments: &[&str]) -> Self {
        let ca = reqwest::Certificate::from_pem(&std::fs::read(ca).unwrap()).unwrap();
        let client = reqwest::Client::builder().tls_certs_only([ca]);
        Self::serve_to(client, &[&["--tls-cert", cert, "--tls-key", key], arguments].concat())
    }

    fn serve_to(client: reqwest::ClientBuilder, arguments: &[&str]) -> Self {
        let mut process = Command::new(program("liaison"))
            .args(["practice", "serve", "--auto-approve"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let announced: Value = serde_json::from_str(&line).unwrap();
        let control = announced["control"].as_str().unwrap().to_owned();
        Self { process, control, announced, http: client.no_proxy().build().unwrap() }
    }

    pub fn text(&self, name: &str) -> &str {
        self.announced[name].as_str().unwrap()
    }

    /// `--set key=value` for each answer that practice announces.
    pub fn answers(&self) -> Vec<String> {
        let set = self.announced["set"].as_object().unwrap();
        set.iter().map(|(key, value)| format!("{key}={}", value.as_str().unwrap())).collect()
    }

    async fn get(&self, what: &str) -> Value {
        let url = format!("{}/{what}", self.control);
        let answer = self.http.get(url).send().await.unwrap().text().await.unwrap();
        serde_json::from_str(&answer).unwrap()
    }

    pub async fn state(&self) -> Value {
        self.get("state").await
    }

    pub async fn requests(&self) -> Vec<Value> {
        self.get("requests").await.as_array().unwrap().clone()
    }

    /// Writes to Graph and the Table API so far; reading, signing in and proving are not.
    pub async fn writes(&self) -> Vec<String> {
        self.requests()
            .await
            .iter()
            .filter(|request| request["method"] != "GET")
            .filter(|request| {
                let path = request["path"].as_str().unwrap();
                request["service"] == "graph" || path.starts_with("/api/now/")
            })
            .map(|request| {
                format!("{} {}", request["method"].as_str().unwrap(), request["path"].as_str().unwrap())
            })
            .collect()
    }

    /// Whatever practice does not know is a mistake of ours.
    pub async fn nothing_was_unknown(&self) {
        let unknown: Vec<Value> =
            self.requests().await.into_iter().filter(|request| request["status"] == 501).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    /// Another administrator of the instance changes something, by its REST API.
    pub async fn does(&self, method: reqwest::Method, table: &str, sys_id: &str, body: Value) {
        let url = format!("{}/api/now/table/{table}/{sys_id}", self.text("instance"));
        let sent = self.http.request(method, url).basic_auth("admin", Some("practice"));
        let sent = sent.header("accept", "application/json").header("content-type", "application/json");
        let answer = sent.body(body.to_string()).send().await.unwrap();
        assert!(answer.status().is_success(), "{table}: {}", answer.status());
    }

    pub async fn lay(&self, faults: Value) {
        let url = format!("{}/faults", self.control);
        let answer = self.http.put(url).body(faults.to_string()).send().await.unwrap();
        assert!(answer.status().is_success(), "{faults}");
    }

    pub async fn clear(&self) {
        self.http.delete(format!("{}/faults", self.control)).send().await.unwrap();
    }

    /// Catches the next request of that shape, and waits until one is caught.
    pub async fn catch(&self, service: &str, method: &str, path: &str, hold: Hold) {
        let act = match hold {
            Hold::Before => "hold-before",
            Hold::After => "hold-after",
        };
        self.lay(json!([{"service": service, "method": method, "path": path, "nth": 1, "do": act}])).await;
    }

    pub async fn caught(&self) {
        for _ in 0..300 {
            if !self.get("held").await.as_array().unwrap().is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("nothing was held");
    }

    /// Ends every person's session at Entra.
    pub async fn revoke_sessions(&self) {
        let answer = self.http.post(format!("{}/revoke", self.control)).send().await.unwrap();
        assert!(answer.status().is_success());
    }

    pub async fn advance(&self, seconds: u32) {
        let body = json!({"advance_s": seconds}).to_string();
        self.http.post(format!("{}/clock", self.control)).body(body).send().await.unwrap();
    }
}

impl Drop for Practice {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
