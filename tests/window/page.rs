//! A page as a person meets it: visible things, by test id or by their text.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use fantoccini::{Client, actions::MouseActions, elements::Element, elements::ElementRef};
use serde_json::{Value, json};

use crate::{hand::Hand, keyboard, target};

/// How long a person would wait before saying that something is broken.
const PATIENCE: Duration = Duration::from_secs(30);
const GLANCE: Duration = Duration::from_millis(50);

/// The key under which WebDriver passes an element (W3C WebDriver, 11. Elements).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub struct Page {
    client: Client,
    /// What a person did here is counted, and by which means it is done.
    pub hand: Arc<Hand>,
}

impl Page {
    pub fn new(client: Client) -> Self {
        Self { client, hand: Arc::default() }
    }

    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    pub async fn address(&self) -> String {
        self.client.current_url().await.expect("a page is open").into()
    }

    /// The first visible element of that test id, as soon as there is one.
    pub async fn find(&self, id: &str) -> Element {
        self.wait_for(&format!("data-test={id}"), &test_id(id), None).await
    }

    pub async fn has(&self, id: &str) -> bool {
        !self.look(&test_id(id), None).await.is_empty()
    }

    /// Waits until nothing of that test id is visible.
    pub async fn wait_gone(&self, id: &str) {
        self.wait_until(&format!("{id} is gone"), async || !self.has(id).await).await;
    }

    pub async fn click(&self, id: &str) {
        if self.hand.is_keyboard() {
            self.find(id).await;
            self.hand.click();
            keyboard::reach(&self.client, id, &test_id(id)).await;
            return keyboard::press(&self.client, keyboard::ENTER).await;
        }
        self.click_found(id, &test_id(id), None).await;
    }

    /// Clicks what shows exactly this text: a button or link of a page that has no test ids.
    pub async fn click_text(&self, text: &str) {
        self.click_found(text, "a, button, input[type=submit], summary, label", Some(text)).await;
    }

    /// Clicks what a selector finds, on a page that has no test ids.
    pub async fn press(&self, selector: &str) {
        self.click_found(selector, selector, None).await;
    }

    /// Puts what was copied into a plain field.
    pub async fn paste_into(&self, selector: &str, text: &str) {
        self.hand.paste();
        self.put_into(selector, text).await;
    }

    /// Replaces what is in a plain field by typing.
    pub async fn type_into(&self, selector: &str, text: &str) {
        self.hand.entry();
        self.put_into(selector, text).await;
    }

    async fn put_into(&self, selector: &str, text: &str) {
        let field = self.wait_for(selector, selector, None).await;
        field.clear().await.unwrap_or_else(|error| panic!("clearing {selector}: {error}"));
        field.send_keys(text).await.unwrap_or_else(|error| panic!("typing into {selector}: {error}"));
    }

    /// Chooses what a plain list shows as `label`.
    pub async fn choose(&self, selector: &str, label: &str) {
        self.hand.click();
        let start = Instant::now();
        loop {
            let list = self.wait_for(selector, selector, None).await;
            match list.select_by_label(label).await {
                Ok(()) => return,
                Err(error) if start.elapsed() > PATIENCE => panic!("choosing {label} in {selector}: {error}"),
                // On a page that makes way for the one with the list.
                Err(_) => tokio::time::sleep(GLANCE).await,
            }
        }
    }

    /// What a person reads in what a selector finds.
    pub async fn text_of(&self, selector: &str) -> String {
        let element = self.wait_for(selector, selector, None).await;
        element.text().await.unwrap_or_else(|error| panic!("reading {selector}: {error}"))
    }

    /// Waits until something that a selector finds can be seen: on a page that has no test ids.
    pub async fn wait_visible(&self, selector: &str) {
        self.wait_for(selector, selector, None).await;
    }

    /// Clicks the first button or link whose text has this part.
    pub async fn click_containing(&self, part: &str) {
        let find = "return [...document.querySelectorAll('a, button')].find((one) => one.innerText.includes(arguments[0])) ?? null";
        let start = Instant::now();
        loop {
            let found = self.client.execute(find, vec![json!(part)]).await.ok();
            if let Some(element) = found.and_then(|found| self.element(&found)) {
                return self.click_on(part, element).await;
            }
            if start.elapsed() > PATIENCE {
                self.give_up(&format!("something with {part:?} can be clicked")).await;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Puts what was copied into a field of the window.
    pub async fn paste(&self, id: &str, text: &str) {
        self.hand.paste();
        self.put(id, text).await;
    }

    /// Replaces what is in a field of the window by typing.
    pub async fn fill(&self, id: &str, text: &str) {
        self.hand.entry();
        self.put(id, text).await;
    }

    async fn put(&self, id: &str, text: &str) {
        self.find(id).await;
        if self.hand.is_keyboard() {
            keyboard::reach(&self.client, id, &test_id(id)).await;
            return keyboard::replace(&self.client, text).await;
        }
        // A Fluent field keeps its input in its shadow tree, where keys go.
        let script = "const [found] = (() => {".to_owned()
            + DEEP
            + "})(...arguments); const inner = found.shadowRoot?.querySelector('input, textarea') ?? found;\
               inner.focus(); inner.select?.(); return inner;";
        let field = self.script(&script, vec![json!(test_id(id)), Value::Null]).await;
        let field = self.element(&field).expect("the field was there a moment ago");
        field.send_keys(text).await.unwrap_or_else(|error| panic!("typing into {id}: {error}"));
    }

    /// Chooses a file, as in the system's own dialog.
    pub async fn choose_file(&self, id: &str, file: &std::path::Path) {
        self.hand.click();
        let field = self.find(id).await;
        let path = file.to_str().expect("a path that can be typed");
        field.send_keys(path).await.unwrap_or_else(|error| panic!("choosing {path} in {id}: {error}"));
    }

    /// Chooses in a list of the window by typing how the option begins.
    pub async fn pick(&self, id: &str, label: &str) {
        let list = self.find(id).await;
        list.send_keys(label).await.unwrap_or_else(|error| panic!("choosing {label} in {id}: {error}"));
    }

    /// The value of the option that a list of the window shows as chosen.
    pub async fn value(&self, id: &str) -> String {
        let value = self.find(id).await.prop("value").await;
        value.unwrap_or_else(|error| panic!("reading {id}: {error}")).unwrap_or_default()
    }

    /// What a person reads in it.
    pub async fn text(&self, id: &str) -> String {
        let start = Instant::now();
        loop {
            match self.find(id).await.text().await {
                Ok(text) => return text,
                Err(error) if start.elapsed() > PATIENCE => panic!("reading {id}: {error}"),
                // Drawn anew between finding and reading it.
                Err(_) => tokio::time::sleep(GLANCE).await,
            }
        }
    }

    /// What stands in the first of that test id, seen or not.
    pub async fn inner_text(&self, id: &str) -> String {
        let script = "const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);\
                      return all(document).find((one) => one.matches(arguments[0]))?.textContent ?? ''";
        self.script(script, vec![json!(test_id(id))]).await.as_str().unwrap_or_default().to_owned()
    }

    pub async fn draw(&self, actions: MouseActions) {
        self.client.perform_actions(actions).await.expect("a mouse can draw");
    }

    /// Clicks what makes the window go away: nothing answers a click then.
    pub async fn click_and_leave(&self, id: &str) {
        let found = self.find(id).await;
        let element = serde_json::to_value(found).expect("an element is a reference");
        self.script("const [button] = arguments; setTimeout(() => button.click())", vec![element]).await;
    }

    /// Presses a key with Ctrl.
    pub async fn with_control(&self, key: char) {
        keyboard::with_control(&self.client, key).await;
    }

    /// Whether it can be seen now and says this.
    pub async fn says(&self, id: &str, part: &str) -> bool {
        match self.look(&test_id(id), None).await.into_iter().next() {
            Some(element) => element.text().await.is_ok_and(|text| text.contains(part)),
            None => false,
        }
    }

    pub async fn wait_text(&self, id: &str, part: &str) {
        self.wait_until(&format!("{id} says {part:?}"), async || self.says(id, part).await).await;
    }

    /// Waits for something that only the page knows; `what` is for the failure.
    pub async fn wait_until(&self, what: &str, condition: impl AsyncFn() -> bool) {
        let start = Instant::now();
        while !condition().await {
            if start.elapsed() > PATIENCE {
                self.give_up(what).await;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Leaves `target/screens/<name>.png`; a name may have a folder.
    pub async fn screenshot(&self, name: &str) {
        // What is in the page's tree is on the screen two frames later.
        let painted = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))";
        // A page that makes way for another has no such frame.
        let _ = self.client.execute(painted, Vec::new()).await;
        let png = self.client.screenshot().await.unwrap_or_else(|error| panic!("screenshot {name}: {error}"));
        let file = target::screens().join(format!("{name}.png"));
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("target/ can be written");
        std::fs::write(file, png).expect("target/ can be written");
    }

    pub async fn size(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("a window can be sized");
    }

    pub async fn reload(&self) {
        self.client.refresh().await.expect("a page can be loaded again");
    }

    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("script: {error}"))
    }

    pub async fn close(self) {
        self.client.close().await.expect("the session ends");
    }

    async fn click_on(&self, name: &str, element: Element) {
        self.hand.click();
        element.click().await.unwrap_or_else(|error| panic!("clicking {name}: {error}"));
    }

    async fn click_found(&self, name: &str, selector: &str, text: Option<&str>) {
        self.hand.click();
        let start = Instant::now();
        loop {
            match self.wait_for(name, selector, text).await.click().await {
                Ok(()) => return,
                // What went before the click has not been clicked; what is in its place now is.
                Err(error) if error.is_stale_element_reference() && start.elapsed() < PATIENCE => {}
                Err(error) => panic!("clicking {name}: {error}"),
            }
        }
    }

    async fn wait_for(&self, name: &str, selector: &str, text: Option<&str>) -> Element {
        let start = Instant::now();
        loop {
            if let Some(element) = self.look(selector, text).await.into_iter().next() {
                return element;
            }
            if start.elapsed() > PATIENCE {
                self.give_up(&format!("{name} is visible")).await;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    async fn look(&self, selector: &str, text: Option<&str>) -> Vec<Element> {
        // Between two pages there is no document to ask; then nothing is visible.
        match self.client.execute(DEEP, vec![json!(selector), json!(text)]).await {
            Ok(Value::Array(found)) => found.iter().filter_map(|value| self.element(value)).collect(),
            _ => Vec::new(),
        }
    }

    fn element(&self, value: &Value) -> Option<Element> {
        let id = value.get(ELEMENT)?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), ElementRef::from(id)))
    }

    async fn give_up(&self, what: &str) -> ! {
        if let Ok(png) = self.client.screenshot().await {
            let _ = std::fs::write(target::screens().join("failed.png"), png);
        }
        panic!("not within {} s: {what}; see target/screens/failed.png", PATIENCE.as_secs());
    }
}

const DEEP: &str = include_str!("deep.js");

fn test_id(id: &str) -> String {
    format!("[data-test={}]", json!(id))
}
