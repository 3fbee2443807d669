//! Compact, wide and large: nothing runs out of the window. Screens are left as `target/screens/<size>/<name>.png`.

use serde_json::Value;

use crate::{home::Home, liaison::Liaison, registration};

/// Folder, width, height, and how often it is made larger.
const SIZES: [(&str, u32, u32, usize); 3] =
    [("800x600", 800, 600, 0), ("2560-wide", 2560, 1400, 0), ("200-percent", 1280, 1000, 5)];

/// What reaches beyond the window's right edge, and is neither cut off nor scrolled by something around it.
const BEYOND: &str = "
  const width = document.documentElement.clientWidth;
  const found = [];
  const cuts = (one) => getComputedStyle(one).overflowX !== 'visible';
  const walk = (root) => {
    for (const one of root.children) {
      const { right, width: own } = one.getBoundingClientRect();
      if (own > 0 && right > width + 1) found.push(`${one.localName}.${one.className} ${one.dataset?.test ?? ''} ${Math.round(right)} of ${width}`);
      if (cuts(one)) continue;
      walk(one);
      if (one.shadowRoot) walk(one.shadowRoot);
    }
  };
  walk(document.body);
  return found;";

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_page_that_was_made_larger_is_as_large_at_the_next_start() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    liaison.page.find("first-minute").await;
    let made = liaison.page.script("return innerWidth", Vec::new()).await.as_f64().unwrap();
    liaison.page.with_control('+').await;
    liaison.page.with_control('+').await;
    let larger = async |page: &crate::page::Page| {
        page.wait_until("it is a quarter larger", async || {
            let inner = page.script("return innerWidth", Vec::new()).await.as_f64().unwrap_or_default();
            (made / inner - 1.25).abs() < 0.02
        })
        .await;
    };
    larger(&liaison.page).await;
    liaison.close().await;

    let liaison = Liaison::practice(&home, &[]).await;
    larger(&liaison.page).await;
    // From there, not from the middle.
    liaison.page.with_control('-').await;
    liaison.page.with_control('-').await;
    liaison
        .page
        .wait_until("it is as it was made", async || {
            liaison.page.script("return innerWidth", Vec::new()).await.as_f64() == Some(made)
        })
        .await;
    liaison.close().await;
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn nothing_runs_out_of_the_window_at_any_size() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    let mut beyond = Vec::new();
    for (folder, width, height, larger) in SIZES {
        page.size(width, height).await;
        page.with_control('0').await;
        for _ in 0..larger {
            page.with_control('+').await;
        }
        page.wait_until("the window has that size", async || {
            let inner = page.script("return innerWidth", Vec::new()).await.as_f64().unwrap_or_default();
            let wanted = f64::from(width) / if larger > 0 { 2.0 } else { 1.0 };
            (inner - wanted).abs() < 8.0
        })
        .await;
        if larger > 0 {
            // The driver points to where things were before they were made larger; by keyboard they are found all the same.
            page.hand.put_the_mouse_away();
        }
        let mut look = async |name: &str| {
            page.screenshot(&format!("{folder}/{name}")).await;
            let found = page.script(BEYOND, Vec::new()).await;
            let found = found.as_array().into_iter().flatten().filter_map(Value::as_str);
            beyond.extend(found.map(|found| format!("{folder}/{name}: {found}")));
        };
        page.find("first-minute").await;
        look("first-minute").await;
        page.click("settings").await;
        page.find("settings-save").await;
        look("settings").await;
        page.click("home").await;
        registration::begin(&liaison, "Sized").await;
        look("setup").await;
        let far = "return document.querySelector('lia-window').shadowRoot.querySelector('lia-setup').shadowRoot\
                   .querySelector('.far > span').getBoundingClientRect().width";
        assert_eq!(page.script(far, Vec::new()).await, 0.0, "nothing is done yet, and the bar says so");
        page.script("scrollTo(0, document.body.scrollHeight)", Vec::new()).await;
        look("setup-end").await;
        page.click("step-application").await;
        page.find("next").await;
        look("step").await;
        page.click("to-setup").await;
        page.click("step-registry-record").await;
        page.find("next").await;
        look("step-picture").await;
        page.click("to-setup").await;
        page.click("step-admin-repository").await;
        page.find("next").await;
        look("by-hand").await;
        page.click("home").await;
        page.click("practice-reset").await;
        page.click("practice-reset-sure").await;
        page.find("first-minute").await;
    }
    liaison.close().await;
    assert!(beyond.is_empty(), "{beyond:#?}");
}
