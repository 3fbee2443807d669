//! A whole setup, a renewal and a handover with secrets that are known, and then a search for them everywhere.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use liaison_tests::search::Sought;
use serde_json::Value;

use crate::{both_services, clipboard, home::Home, liaison::Liaison, target, vault::everything_in};

const NAME: &str = "Nowhere else";
/// What the simulated services keep for themselves, as the real ones do on their side.
const SERVICES: &str = "practice-services";

/// `liaison` on the same desktop, with that environment.
fn command_line(environment: &[(&'static str, OsString)], arguments: &[&str]) -> String {
    let ended = Command::new(target::programs().join("liaison"))
        .args(arguments)
        .envs(environment.iter().cloned())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(ended.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ended.stderr));
    // What it says is searched as well.
    let said = [ended.stdout.clone(), ended.stderr].concat();
    std::fs::write(folder_of(environment).join(format!("said-{}", arguments[0..2].join("-"))), said).unwrap();
    String::from_utf8(ended.stdout).unwrap()
}

fn folder_of(environment: &[(&'static str, OsString)]) -> PathBuf {
    let home = environment.iter().find(|(name, _)| *name == "LIAISON_HOME").unwrap();
    Path::new(&home.1).parent().unwrap().to_owned()
}

fn document(environment: &[(&'static str, OsString)], arguments: &[&str]) -> Value {
    let out = command_line(environment, &[arguments, &["--json"]].concat());
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

/// With a folder of its own for what is temporary.
fn environment_of(home: &Home) -> Vec<(&'static str, OsString)> {
    let temporary = home.path().join("temporary");
    std::fs::create_dir(&temporary).unwrap();
    home.environment().into_iter().chain([("TMPDIR", temporary.into())]).collect()
}

/// Copies the secret as a person does, and says what it is.
async fn copied(liaison: &Liaison) -> String {
    let page = &liaison.page;
    page.click("kept").await;
    page.click("copy-client-secret.secret").await;
    page.find("kept-copied").await;
    let secret = clipboard::text().unwrap();
    assert!(secret.contains("8Q~"), "what was copied is a client secret");
    page.click("home").await;
    page.click(&format!("setup-{NAME}")).await;
    page.find("done").await;
    secret
}

/// The addresses of the simulated services, as a file that names a cloud.
fn cloud(data: &Path, file: &Path) {
    let store = rusqlite::Connection::open(data.join("practice/setups.db")).unwrap();
    let created: String = store
        .query_row("SELECT event FROM entry WHERE n = 1 ORDER BY seq LIMIT 1", [], |row| row.get(0))
        .unwrap();
    let created: Value = serde_json::from_str(&created).unwrap();
    std::fs::write(file, created["head"]["cloud"].to_string()).unwrap();
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn after_a_setup_a_renewal_and_a_handover_no_secret_is_anywhere() {
    let (home, other) = (Home::new(), Home::new());
    let (here, there) = (environment_of(&home), environment_of(&other));
    let liaison = Liaison::in_environment(here.clone(), &[]).await;
    let page = &liaison.page;
    both_services::made(&liaison, &home, NAME).await;
    let mut secrets = vec![copied(&liaison).await];

    page.click("renew").await;
    page.click("renew-apply").await;
    page.find("renew-used").await;
    secrets.push(copied(&liaison).await);
    assert_ne!(secrets[0], secrets[1]);

    // Everything that is written for people, and the seat for a colleague with both secrets around.
    for format in ["html", "markdown", "json"] {
        let file = home.path().join(format!("report.{format}"));
        command_line(&here, &["report", NAME, "--format", format, "--out", file.to_str().unwrap()]);
    }
    page.click("doctor").await;
    page.click("support-save").await;
    page.find("saved-path").await;
    let setup = document(&here, &["setup", "show", NAME]);
    let (tenant, instance) = (setup["tenant"].as_str().unwrap(), setup["instance"].as_str().unwrap());
    let seat = ["--seat", "servicenow-admin"];
    let ask = ["handover", "ask", "--tenant", tenant, "--instance", instance];
    let code = document(&there, &[&ask[..], &seat].concat())["code"].as_str().unwrap().to_owned();
    let file = other.path().join("seat.liaison");
    let given =
        document(&here, &["handover", "give", NAME, "--code", &code, "--out", file.to_str().unwrap()]);
    assert_eq!(given["secrets"], serde_json::json!(["client-secret.secret"]));
    let addresses = other.path().join("cloud.json");
    cloud(&home.path().join("data"), &addresses);
    let (file, addresses) = (file.to_str().unwrap(), addresses.to_str().unwrap());
    let phrase = given["check_phrase"].as_str().unwrap();
    command_line(&there, &["handover", "take", file, "--check-phrase", phrase, "--cloud", addresses]);

    page.click("home").await;
    page.click(&format!("setup-{NAME}")).await;
    page.find("done").await;
    let shown = everything_in(page).await;
    let places: Vec<PathBuf> =
        ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"]
            .iter()
            .filter_map(|name| env::var_os(name).map(PathBuf::from))
            .chain([home.path().to_owned(), other.path().to_owned()])
            .collect();
    for secret in &secrets {
        let sought = Sought::new(secret);
        assert_eq!(sought.form_in(shown.as_bytes()), None, "in the page");
        assert_eq!(sought.in_processes(), Vec::<String>::new());
        for place in &places {
            assert_eq!(sought.in_folder(place, &[SERVICES]), Vec::<String>::new(), "{}", place.display());
        }
    }

    // The same search finds it where it is put.
    let sought = Sought::new(&secrets[1]);
    let plant = home.path().join("data/logs/planted");
    std::fs::write(&plant, secrets[1].encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>())
        .unwrap();
    assert_eq!(sought.in_folder(home.path(), &[SERVICES]).len(), 1);
    std::fs::remove_file(plant).unwrap();
    let mut process = Command::new("sleep").arg("60").env("PLANTED", &secrets[1]).spawn().unwrap();
    let in_processes = sought.in_processes();
    process.kill().unwrap();
    process.wait().unwrap();
    assert_eq!(in_processes.len(), 1, "{in_processes:?}");
    let plant = "const root = document.querySelector('lia-window').shadowRoot;\
                 root.appendChild(document.createElement('input')).value = arguments[0]";
    page.script(plant, vec![secrets[1].clone().into()]).await;
    assert_eq!(sought.form_in(everything_in(page).await.as_bytes()), Some("as it is"));
    liaison.close().await;
}
