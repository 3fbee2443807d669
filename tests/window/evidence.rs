//! A screenshot of a step by hand: pasted, blacked out, sealed, shown again, and in the report once it was chosen.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

use crate::{home::Home, liaison::Liaison, page::Page, registration};

const SIZE: u32 = 400;

/// A light screen, as a person would paste it.
fn screenshot() -> String {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, SIZE, SIZE / 2);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![210; (SIZE * SIZE / 2) as usize]).unwrap();
    writer.finish().unwrap();
    BASE64_STANDARD.encode(out)
}

/// What the desktop does with a picture on its clipboard, at the first element of that test id.
pub async fn paste(page: &Page, id: &str) {
    let script = "const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
        const bytes = Uint8Array.from(atob(arguments[1]), (c) => c.charCodeAt(0));
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([bytes], 'screen.png', { type: 'image/png' }));
        all(document).find((one) => one.dataset?.test === arguments[0])
          .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));";
    page.script(script, vec![json!(id), json!(screenshot())]).await;
}

/// Draws over the middle half of the picture.
async fn black_out(page: &Page) {
    let canvas = page.find("picture-canvas").await;
    let (_, _, width, height) = canvas.rectangle().await.unwrap();
    let (x, y) = (width / 4.0, height / 4.0);
    let to = |x, y| PointerAction::MoveToElement { element: canvas.clone(), duration: None, x, y };
    let actions = MouseActions::new("mouse".into())
        .then(to(-x, -y))
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(to(x, y))
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.draw(actions).await;
}

/// Red of the kept picture's middle and of its corner.
async fn reds(page: &Page) -> Value {
    let script = "const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
        const image = all(document).find((one) => one.dataset?.test === 'picture-image');
        return image.decode().then(() => {
          const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
          const pen = canvas.getContext('2d');
          pen.drawImage(image, 0, 0);
          const red = (x, y) => pen.getImageData(x, y, 1, 1).data[0];
          return [image.naturalWidth, red(image.naturalWidth / 2, image.naturalHeight / 2), red(2, 2)];
        });";
    page.script(script, Vec::new()).await
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn a_screenshot_is_blacked_out_kept_and_reported_where_it_was_chosen() {
    let home = Home::new();
    let liaison = Liaison::practice(&home, &[]).await;
    let page = &liaison.page;
    registration::begin(&liaison, "Evidence").await;

    // A page with a secret says why nothing is kept.
    page.click("step-client-secret").await;
    page.wait_text("evidence-refused", "its page shows a secret").await;
    page.click("to-setup").await;

    page.click("step-test-setup").await;
    page.click("evidence-open").await;
    page.paste("note-text", "Compared with the ticket.").await;
    page.click("note-keep").await;
    page.screenshot("evidence").await;
    paste(page, "picture-drop").await;
    page.find("picture-draft").await;
    black_out(page).await;
    page.wait_text("picture-draft", "One part is blacked out").await;
    page.screenshot("evidence-draft").await;
    page.click("picture-keep").await;
    page.wait_gone("picture-draft").await;

    page.click("picture-show").await;
    page.find("picture-image").await;
    assert_eq!(reds(page).await, json!([SIZE, 0, 210]));
    page.click("picture-in-report").await;
    page.screenshot("evidence-kept").await;
    page.click("to-setup").await;
    page.click("report-save").await;
    page.wait_text("saved-path", "liaison-Evidence").await;
    let saved = page.text("saved-path").await;
    let report = std::fs::read_to_string(saved.trim()).unwrap();
    assert_eq!(report.matches("data:image/png;base64,").count(), 1);
    assert!(!report.contains("Compared with the ticket"), "a note that was not chosen");
    liaison.close().await;
}
