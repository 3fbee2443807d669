//! Notes and pictures of a step: made anew, sealed, in the report where somebody chose them, gone with what they showed.

use std::{io::Cursor, path::PathBuf};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::Value;

use crate::harness::Bench;

/// Where the picture was taken: something that must not be in what is kept.
const PLACE: &str = "taken at 52.5200 N 13.4050 E";

/// A light grey screen of 40 × 30 pixels, with metadata.
fn screenshot() -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, 40, 30);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.add_text_chunk("Comment".into(), PLACE.into()).unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[200; 40 * 30 * 3]).unwrap();
    writer.finish().unwrap();
    // EXIF, as cameras and phones add it (PNG 3rd edition, 11.3.4.5); readers do not need its checksum to be right.
    let mut exif = u32::try_from(PLACE.len()).unwrap().to_be_bytes().to_vec();
    exif.extend(b"eXIf");
    exif.extend(PLACE.as_bytes());
    let checksum = crc(&exif[4..]).to_be_bytes();
    exif.extend(checksum);
    out.splice(33..33, exif);
    out
}

/// CRC-32 as PNG has it (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
    })
}

fn written(bench: &Bench, name: &str, bytes: &[u8]) -> PathBuf {
    let file = bench.liaison.folder().join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

/// Red, green and blue of every pixel.
fn pixels(png: &[u8]) -> Vec<[u8; 3]> {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
    let mut all = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut all).unwrap();
    all.chunks_exact(3).map(|rgb| rgb.try_into().unwrap()).collect()
}

fn report(bench: &Bench) -> Value {
    let report = bench.liaison.run(&["report", "s", "--format", "json"]).expect_code(0).out;
    serde_json::from_str(&report).unwrap()
}

#[tokio::test]
async fn a_picture_is_made_anew_sealed_and_reported_only_where_it_was_chosen() {
    let bench = Bench::in_scene("ready").await;
    let liaison = &bench.liaison;
    let original = screenshot();
    assert!(original.windows(PLACE.len()).filter(|window| *window == PLACE.as_bytes()).count() == 2);
    let file = written(&bench, "screen.png", &original);
    let file = file.to_str().unwrap();
    let chosen = ["step", "s", "wizard-agree", "evidence", file, "--black", "5,4,10,6", "--in-report"];
    liaison.run(&chosen).expect_code(0);
    liaison.run(&["step", "s", "wizard-agree", "evidence", file]).expect_code(0);
    liaison
        .run(&["step", "s", "test-setup", "note", "Done in the <b>morning</b>.", "--in-report"])
        .expect_code(0);
    liaison.run(&["step", "s", "network", "note", "Only for us."]).expect_code(0);

    let (code, step) = liaison.json(&["step", "s", "wizard-agree", "show"]);
    assert_eq!((code, step["evidence"]["pictures"].as_array().unwrap().len()), (0, 2), "{step:#}");
    let report_of = report(&bench);
    let [picture] = &report_of["pictures"].as_array().unwrap()[..] else { panic!("{report_of:#}") };
    let [note] = &report_of["notes"].as_array().unwrap()[..] else { panic!("{report_of:#}") };
    assert_eq!(note["text"], "Done in the <b>morning</b>.");

    let png = BASE64_STANDARD.decode(picture["png"].as_str().unwrap()).unwrap();
    assert!(!png.windows(5).any(|window| window == b"taken"), "metadata is gone");
    let black: Vec<usize> =
        pixels(&png).iter().enumerate().filter(|(_, rgb)| **rgb == [0; 3]).map(|(at, _)| at).collect();
    let wanted: Vec<usize> = (4..10).flat_map(|y| (5..15).map(move |x| y * 40 + x)).collect();
    assert_eq!(black, wanted);

    let page = liaison.run(&["report", "s", "--format", "html"]).expect_code(0).out;
    assert!(page.contains(&format!("data:image/png;base64,{}", picture["png"].as_str().unwrap())));
    assert!(page.contains("&lt;b&gt;morning") && !page.contains("Only for us"), "{page}");
    assert_eq!(page.matches("<img").count(), 1);
    let text = liaison.run(&["report", "s"]).expect_code(0).out;
    assert!(text.contains(picture["sha256"].as_str().unwrap()) && !text.contains("Only for us"), "{text}");

    // What lies in the store opens with the identity alone, and no pixel of the original is beside it.
    for folder in ["practice", "."] {
        let store = liaison.folder().join("home").join(folder).join("setups.db");
        let kept = std::fs::read(&store).unwrap_or_default();
        assert!(!kept.windows(8).any(|window| window == b"\x89PNG\r\n\x1a\n"));
        assert!(!kept.windows(PLACE.len()).any(|window| window == PLACE.as_bytes()));
    }
}

#[tokio::test]
async fn bombs_other_files_and_steps_with_a_secret_are_refused() {
    let bench = Bench::in_scene("ready").await;
    let refused = |step: &str, name: &str, bytes: &[u8], part: &str| {
        let file = written(&bench, name, bytes);
        let run = bench.liaison.run(&["step", "s", step, "evidence", file.to_str().unwrap()]).expect_code(3);
        assert!(run.err.contains(part), "{}", run.err);
    };
    let mut bomb = screenshot();
    bomb[16..24].copy_from_slice(&[0, 0, 0xFF, 0, 0, 0, 0xFF, 0]);
    let checksum = crc(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&checksum);
    refused("wizard-agree", "bomb.png", &bomb, "too large");
    refused("wizard-agree", "page.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither PNG nor JPEG");
    refused("wizard-agree", "half.png", &screenshot()[..90], "no picture that can be read");
    refused("client-secret", "screen.png", &screenshot(), "its page shows a secret");
    refused("registry-record", "screen.png", &screenshot(), "its page shows a secret");
    let note = bench.liaison.run(&["step", "s", "client-secret", "note", "x"]).expect_code(3);
    assert!(note.err.contains("its page shows a secret"), "{}", note.err);
    let (_, step) = bench.liaison.json(&["step", "s", "client-secret", "show"]);
    assert_eq!(step["evidence"]["refused"], true, "{step:#}");
    assert_eq!(report(&bench)["pictures"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn what_is_kept_is_taken_back_with_the_step_by_hand_and_with_the_setup() {
    let bench = Bench::signed_in("ready").await;
    let liaison = &bench.liaison;
    liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    let file = written(&bench, "screen.png", &screenshot());
    let file = file.to_str().unwrap();
    for step in ["application", "network"] {
        liaison.run(&["step", "s", step, "note", "Seen."]).expect_code(0);
        liaison.run(&["step", "s", step, "evidence", file]).expect_code(0);
    }
    let of = |step: &str| {
        let (_, page) = liaison.json(&["step", "s", step, "show"]);
        (page["evidence"]["note"].is_object(), page["evidence"]["pictures"].as_array().unwrap().len())
    };
    assert_eq!((of("application"), of("network")), ((true, 1), (true, 1)));

    // Undo takes back the application, and with it what was kept of it.
    liaison.run(&["undo", "s", "--yes"]).expect_code(0);
    assert_eq!((of("application"), of("network")), ((false, 0), (true, 1)));

    let (_, page) = liaison.json(&["step", "s", "network", "show"]);
    let id = page["evidence"]["pictures"][0]["id"].as_str().unwrap().to_owned();
    liaison.run(&["step", "s", "network", "drop", &id]).expect_code(0);
    liaison.run(&["step", "s", "network", "note", ""]).expect_code(0);
    assert_eq!(of("network"), (false, 0));
    liaison.run(&["step", "s", "network", "drop", &id]).expect_code(3);
}
