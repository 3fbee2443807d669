//! Nothing that axe-core finds on any screen, in any appearance. Every screen is left as `target/screens/<appearance>/<name>.png`.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{home::Home, liaison::Liaison, page::Page, registration};

/// Folder, and as it is called in Settings.
pub const APPEARANCES: [(&str, &str); 3] =
    [("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast")];

/// Has the window in an appearance from now on; its settings are shown then.
pub async fn appear(page: &Page, appearance: &str) {
    page.click("settings").await;
    page.pick("settings-theme", appearance).await;
    page.click("settings-save").await;
    page.wait_until("it is saved", async || {
        page.value("settings-theme").await.starts_with(&appearance[..1].to_lowercase())
    })
    .await;
}

/// axe-core as ui/package.json pins it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn axe_finds_nothing_on_any_screen_in_any_appearance() {
    let mut findings = Vec::new();
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    for (folder, appearance) in APPEARANCES {
        appear(page, appearance).await;
        let mut look = Looker { page, folder, findings: &mut findings };
        look.at("settings").await;

        page.click("doctor").await;
        page.click("doctor-run").await;
        page.find("doctor-found").await;
        look.at("doctor").await;
        page.click("home").await;
        page.find("first-minute").await;
        look.at("first-minute").await;

        page.click("new-setup").await;
        page.fill("setup-tenant", "nobody.example").await;
        page.click("create").await;
        page.find("problem").await;
        look.at("new-setup-refused").await;
        page.click("cancel").await;
        registration::begin(&liaison, "Seen").await;
        look.at("setup").await;
        registration::sign_in(&liaison, &home).await;
        look.at("setup-signed-in").await;

        page.click("approval-open").await;
        page.find("approval-save").await;
        look.at("setup-approval").await;
        page.click("step-application").await;
        page.find("next").await;
        page.click("plan").await;
        page.find("planned").await;
        look.at("plan").await;
        page.click("apply").await;
        page.find("result").await;
        look.at("applied").await;
        while page.has("next").await {
            let title = title(page).await;
            page.click("next").await;
            page.wait_until("the next page is shown", async || title != self::title(page).await).await;
            let name = self::title(page).await.as_str().unwrap_or_default().to_lowercase();
            let name: String =
                name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            look.at(&name).await;
        }
        // The last page is by hand: something can be kept of its steps.
        page.click("evidence-open").await;
        page.find("picture-drop").await;
        look.at("evidence").await;
        page.click("home").await;
        page.find("setup-Seen").await;
        look.at("home").await;
        page.click("practice-reset").await;
        page.click("practice-reset-sure").await;
        page.find("first-minute").await;
    }
    liaison.close().await;
    assert!(findings.is_empty(), "{findings:#?}");
}

pub struct Looker<'a> {
    pub page: &'a Page,
    pub folder: &'a str,
    pub findings: &'a mut Vec<String>,
}

impl Looker<'_> {
    /// Leaves its picture, and keeps what axe finds.
    pub async fn at(&mut self, name: &str) {
        let screen = format!("{}/{name}", self.folder);
        self.page.screenshot(&screen).await;
        let mut violations = axe(self.page).await;
        if violations.as_array().is_none_or(|found| !found.is_empty()) {
            // A colour on its way to another is no finding; whatever is one is there when it has arrived.
            tokio::time::sleep(Duration::from_secs(1)).await;
            violations = axe(self.page).await;
        }
        let found = violations.as_array().into_iter().flatten().filter_map(Value::as_str);
        self.findings.extend(found.map(|found| format!("{screen}: {found}")));
    }
}

async fn axe(page: &Page) -> Value {
    if page.script("return typeof window.axe", Vec::new()).await == json!("undefined") {
        let source = std::fs::read_to_string(AXE).expect("axe-core is installed: npm ci in ui/");
        page.script(&format!("{source}\nwindow.axe = axe;"), Vec::new()).await;
    }
    page.script(
        "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap((rule) =>
           rule.nodes.map((node) => `${rule.id}: ${node.target.flat().join(' > ')} ${node.failureSummary.split('\\n').slice(0, 2).join(' ')}`)))",
        Vec::new(),
    )
    .await
}

async fn title(page: &Page) -> Value {
    page.script(
        "return document.querySelector('lia-window').shadowRoot.querySelector('lia-step').shadowRoot.querySelector('h1').textContent",
        Vec::new(),
    )
    .await
}
