//! The window without a mouse: Tab until it is reached, then a key.

use fantoccini::{
    Client,
    actions::{InputSource, KeyAction, KeyActions},
};
use serde_json::{Value, json};

/// WebDriver's names for keys (W3C WebDriver, 17.4.2).
pub const ENTER: char = '\u{E007}';
pub const SPACE: char = ' ';
const TAB: char = '\u{E004}';
const CONTROL: char = '\u{E009}';
const DELETE: char = '\u{E017}';

/// More stops than any page has.
const MOST: usize = 400;

/// Where the focus is: whether that is what `selector` finds, whether it can be seen there, and what it is called.
const FOCUS: &str = "
  const path = [];
  for (let active = document.activeElement; active; active = active.shadowRoot?.activeElement) path.push(active);
  const found = path.find((one) => one.matches(arguments[0]));
  const last = path.at(-1);
  const style = getComputedStyle(last);
  // A window that another one has taken the focus from shows none.
  const seen = !document.hasFocus() || last.matches('input, textarea, select') || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  return [found !== undefined, seen, `${last.localName} ${last.dataset?.test ?? ''} ${last.textContent?.trim().slice(0, 40)} (${style.outline}; ${last.matches(':focus-visible')}; ${document.hasFocus()})`];";

/// Goes to what a selector finds, by Tab alone.
pub async fn reach(client: &Client, name: &str, selector: &str) {
    let mut passed = Vec::new();
    for _ in 0..MOST {
        let focus = client.execute(FOCUS, vec![json!(selector)]).await.expect("the page answers");
        let what = focus[2].as_str().unwrap_or_default().to_owned();
        if focus[0] == Value::Bool(true) {
            assert_eq!(focus[1], Value::Bool(true), "the focus on {name} cannot be seen: {what}");
            return;
        }
        passed.push(what);
        press(client, TAB).await;
    }
    panic!("Tab never gets to {name}; it passes {:#?}", &passed[passed.len().saturating_sub(60)..]);
}

pub async fn press(client: &Client, key: char) {
    keys(client, &[], &[key]).await;
}

pub async fn with_control(client: &Client, key: char) {
    keys(client, &[CONTROL], &[key]).await;
}

/// Replaces what is in the field that has the focus.
pub async fn replace(client: &Client, text: &str) {
    keys(client, &[CONTROL], &['a']).await;
    press(client, DELETE).await;
    let typed: Vec<char> = text.chars().collect();
    keys(client, &[], &typed).await;
}

async fn keys(client: &Client, held: &[char], pressed: &[char]) {
    let mut actions = KeyActions::new("keyboard".into());
    for &value in held {
        actions = actions.then(KeyAction::Down { value });
    }
    for &value in pressed {
        actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
    }
    for &value in held {
        actions = actions.then(KeyAction::Up { value });
    }
    client.perform_actions(actions).await.expect("keys can be pressed");
}
