//! A browser for tests: it keeps cookies, follows redirects within one service, and submits the forms of the page that it is
//! on with their hidden fields.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

use std::collections::BTreeMap;

use reqwest::header::{COOKIE, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};

pub struct Browser {
    base: String,
    http: Client,
    cookies: BTreeMap<String, String>,
    pub path: String,
    pub status: u16,
    pub page: String,
}

impl Browser {
    pub fn at(base: &str) -> Self {
        Self {
            base: base.to_owned(),
            http: Client::builder().redirect(Policy::none()).no_proxy().build().unwrap(),
            cookies: BTreeMap::new(),
            path: String::new(),
            status: 0,
            page: String::new(),
        }
    }

    pub async fn open(&mut self, path: &str) -> &str {
        let request = self.http.get(format!("{}{path}", self.base));
        self.go(path.to_owned(), request).await;
        &self.page
    }

    /// Follows the link of that id.
    pub async fn follow(&mut self, id: &str) -> &str {
        let link = tags(&self.page).find(|tag| tag.name == "a" && tag.get("id") == id);
        let path = link.unwrap_or_else(|| panic!("no link {id} in {}", self.page)).get("href");
        assert!(path.starts_with('/'), "{path} leads elsewhere");
        self.open(&path).await
    }

    /// Changes these fields, all of which the form must have, and presses the button of that id. An empty value unticks a
    /// checkbox.
    pub async fn press(&mut self, button: &str, changes: &[(&str, &str)]) -> &str {
        let form = Form::with_button(&self.page, button);
        let mut fields = form.fields;
        for (name, value) in changes {
            assert!(form.names.iter().any(|known| known == name), "no field {name} in {}", self.page);
            fields.insert((*name).to_owned(), (*value).to_owned());
            if value.is_empty() && form.boxes.iter().any(|known| known == name) {
                fields.remove(*name);
            }
        }
        self.post(&form.action, &fields).await
    }

    pub async fn post(&mut self, path: &str, fields: &BTreeMap<String, String>) -> &str {
        let request = self.http.post(format!("{}{path}", self.base)).header(ORIGIN, &self.base).form(fields);
        self.go(path.to_owned(), request).await;
        &self.page
    }

    async fn go(&mut self, mut path: String, mut request: RequestBuilder) {
        for _ in 0..10 {
            let cookies: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let answer = request.header(COOKIE, cookies.join("; ")).send().await.unwrap();
            for cookie in answer.headers().get_all(SET_COOKIE) {
                let pair = cookie.to_str().unwrap().split(';').next().unwrap();
                let (name, value) = pair.split_once('=').unwrap();
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
            self.status = answer.status().as_u16();
            let Some(next) = answer.headers().get(LOCATION) else {
                self.path = path;
                self.page = answer.text().await.unwrap();
                assert_ne!(self.status, 501, "{} is not simulated", self.path);
                return;
            };
            path = next.to_str().unwrap().to_owned();
            request = self.http.get(format!("{}{path}", self.base));
        }
        panic!("too many redirects");
    }

    pub fn title(&self) -> &str {
        self.page.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap()
    }

    pub fn has(&self, id: &str) -> bool {
        tags(&self.page).any(|tag| tag.get("id") == id)
    }

    /// The text of the element of that id, without markup.
    pub fn text(&self, id: &str) -> String {
        let (_, rest) = self
            .page
            .split_once(&format!("id=\"{id}\""))
            .unwrap_or_else(|| panic!("no {id} in {}", self.page));
        let start = self.page.len() - rest.len();
        let tag = &self.page[self.page[..start].rfind('<').unwrap() + 1..];
        let name = tag.split_whitespace().next().unwrap();
        let inner = rest.split_once('>').unwrap().1.split(&format!("</{name}>")).next().unwrap();
        let text = inner.split('<').enumerate().map(|(at, part)| match at {
            0 => part,
            _ => part.split_once('>').unwrap().1,
        });
        unescaped(&text.collect::<String>())
    }
}

struct Form {
    action: String,
    /// What would be sent, the pressed button included.
    fields: BTreeMap<String, String>,
    /// The names of all controls, and of checkboxes alone.
    names: Vec<String>,
    boxes: Vec<String>,
}

impl Form {
    fn with_button(page: &str, button: &str) -> Self {
        let is_pressed = |tag: &Tag<'_>| tag.name == "button" && tag.get("id") == button;
        let markup = page.split("<form").skip(1).map(|form| form.split("</form>").next().unwrap());
        let markup = markup
            .map(|form| format!("<form{form}"))
            .find(|form| tags(form).any(|tag| is_pressed(&tag)))
            .unwrap_or_else(|| panic!("no button {button} in {page}"));
        let mut form =
            Self { action: String::new(), fields: BTreeMap::new(), names: Vec::new(), boxes: Vec::new() };
        let mut select = String::new();
        for tag in tags(&markup) {
            let (name, value) = (tag.get("name"), tag.get("value"));
            match tag.name {
                "form" => form.action = tag.get("action"),
                "input" => {
                    let is_box = tag.get("type") == "checkbox";
                    if !is_box || tag.has("checked") {
                        form.fields.insert(name.clone(), value);
                    }
                    if is_box {
                        form.boxes.push(name.clone());
                    }
                    form.names.push(name);
                }
                "select" => {
                    select.clone_from(&name);
                    form.names.push(name);
                }
                "option" if tag.has("selected") || !form.fields.contains_key(&select) => {
                    form.fields.insert(select.clone(), value);
                }
                "button" if is_pressed(&tag) && !name.is_empty() => {
                    form.fields.insert(name, value);
                }
                _ => {}
            }
        }
        form
    }
}

/// An opening tag as practice's pages write it: values in double quotes.
struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
}

fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    page.split('<').skip(1).filter_map(|tag| {
        let tag = tag.split('>').next()?;
        let (name, attributes) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
        Some(Tag { name, attributes })
    })
}

impl Tag<'_> {
    fn get(&self, name: &str) -> String {
        let found = self.attributes.split_once(&format!(" {name}=\""));
        found.map_or_else(String::new, |(_, rest)| unescaped(rest.split('"').next().unwrap()))
    }

    fn has(&self, flag: &str) -> bool {
        self.attributes.split_whitespace().any(|attribute| attribute == flag)
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
