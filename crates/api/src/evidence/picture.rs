//! A picture from outside, made anew: its pixels and nothing else.
//!
//! What comes in is PNG or JPEG of at most [`LARGEST`] bytes and [`MOST_PIXELS`] pixels, as its header says before anything is unpacked.
//! What goes out is an opaque PNG that this file wrote: no text, EXIF, colour profile, second frame or pixel under transparency of the
//! original is in it, and where something was blacked out there is black.

use std::io::Cursor;

use png::{BitDepth, ColorType, Transformations};
use serde::{Deserialize, Serialize};
use setup::{Problem, problem::Result};
use ts_rs::TS;
use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

/// Bytes of a file that is read.
pub const LARGEST: usize = 16 * 1024 * 1024;
/// Pixels of a picture that is read: three screens of 3840 × 2160 side by side.
pub const MOST_PIXELS: u64 = 25_000_000;
/// Parts that are blacked out in one picture.
const MOST_PARTS: usize = 200;

/// A part to black out, in pixels from the upper left corner. What lies outside of the picture is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

/// Rows of red, green and blue, 8 bits each.
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    rgb: Vec<u8>,
}

impl Pixels {
    /// # Errors
    /// `picture-too-large`, `picture-unreadable`
    pub fn read(file: &[u8]) -> Result<Self> {
        if file.len() > LARGEST {
            return Err(too_large());
        }
        match file {
            [0x89, b'P', b'N', b'G', ..] => png(file),
            [0xFF, 0xD8, 0xFF, ..] => jpeg(file),
            _ => Err(unreadable("neither PNG nor JPEG")),
        }
    }

    /// Paints the parts black.
    ///
    /// # Errors
    /// `picture-too-large` for more parts than anybody draws.
    pub fn black_out(&mut self, parts: &[Part]) -> Result<()> {
        if parts.len() > MOST_PARTS {
            return Err(too_large());
        }
        for part in parts {
            let right = part.x.saturating_add(part.width).min(self.width);
            let below = part.y.saturating_add(part.height).min(self.height);
            for y in part.y.min(below)..below {
                let row = u64::from(y) * u64::from(self.width);
                let at = |x: u32| usize::try_from((row + u64::from(x)) * 3).unwrap_or(usize::MAX);
                if let Some(covered) = self.rgb.get_mut(at(part.x.min(right))..at(right)) {
                    covered.fill(0);
                }
            }
        }
        Ok(())
    }

    /// As a PNG with nothing but these pixels.
    ///
    /// # Errors
    /// `picture-unreadable`
    pub fn to_png(&self) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&self.rgb)?;
            writer.finish()
        });
        written.map_err(unreadable)?;
        Ok(out)
    }
}

fn png(file: &[u8]) -> Result<Pixels> {
    let limits = png::Limits { bytes: LARGEST };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder.read_header_info().map_err(unreadable)?;
    let (width, height) = (header.width, header.height);
    fits(width, height)?;
    let mut reader = decoder.read_info().map_err(unreadable)?;
    let size = reader.output_buffer_size().ok_or_else(too_large)?;
    let mut all = vec![0; size];
    let info = reader.next_frame(&mut all).map_err(unreadable)?;
    all.truncate(info.buffer_size());
    let rgb = match info.color_type {
        ColorType::Rgb => all,
        ColorType::Rgba => all.chunks_exact(4).flat_map(|p| opaque([p[0], p[1], p[2]], p[3])).collect(),
        ColorType::Grayscale => all.iter().flat_map(|&grey| [grey; 3]).collect(),
        ColorType::GrayscaleAlpha => all.chunks_exact(2).flat_map(|p| opaque([p[0]; 3], p[1])).collect(),
        ColorType::Indexed => return Err(unreadable("a palette was not expanded")),
    };
    whole(Pixels { width, height, rgb })
}

fn jpeg(file: &[u8]) -> Result<Pixels> {
    let options = DecoderOptions::new_safe().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().map_err(unreadable)?;
    let info = decoder.info().ok_or_else(|| unreadable("no header"))?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    fits(width, height)?;
    let rgb = decoder.decode().map_err(unreadable)?;
    whole(Pixels { width, height, rgb })
}

/// On white, as a page would show it: what transparency hid is gone.
fn opaque(colour: [u8; 3], alpha: u8) -> [u8; 3] {
    let alpha = u32::from(alpha);
    colour.map(|c| u8::try_from((u32::from(c) * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255))
}

fn fits(width: u32, height: u32) -> Result<()> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        Err(unreadable("empty"))
    } else if pixels > MOST_PIXELS {
        Err(too_large())
    } else {
        Ok(())
    }
}

fn whole(pixels: Pixels) -> Result<Pixels> {
    let wanted = u64::from(pixels.width) * u64::from(pixels.height) * 3;
    if pixels.rgb.len() as u64 == wanted { Ok(pixels) } else { Err(unreadable("not whole")) }
}

pub fn too_large() -> Problem {
    Problem::new("picture-too-large")
        .arg("bytes", LARGEST / (1024 * 1024))
        .arg("pixels", MOST_PIXELS / 1_000_000)
}

fn unreadable(why: impl std::fmt::Display) -> Problem {
    Problem::new("picture-unreadable").arg("detail", why)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// A PNG of one colour, with a text chunk.
    fn noted(colour: &[u8], kind: ColorType, note: &str) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, 8, 6);
        encoder.set_color(kind);
        encoder.set_depth(BitDepth::Eight);
        encoder.add_text_chunk("Comment".into(), note.into()).unwrap();
        encoder.add_ztxt_chunk("Author".into(), note.into()).unwrap();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&colour.repeat(48)).unwrap();
        writer.finish().unwrap();
        out
    }

    /// Chunk names in their order.
    fn chunks(png: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        let mut rest = &png[8..];
        while rest.len() >= 12 {
            let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
            names.push(String::from_utf8_lossy(&rest[4..8]).into_owned());
            rest = &rest[12 + length..];
        }
        names
    }

    #[test]
    fn only_pixels_are_left() {
        let file = noted(&[10, 20, 30], ColorType::Rgb, "taken by Ada at home");
        assert!(file.windows(3).any(|window| window == b"Ada"));
        let png = Pixels::read(&file).unwrap().to_png().unwrap();
        assert_eq!(chunks(&png), ["IHDR", "IDAT", "IEND"]);
        let again = Pixels::read(&png).unwrap();
        assert_eq!((again.width, again.height, &again.rgb[..3]), (8, 6, &[10, 20, 30][..]));
    }

    #[test]
    fn of_a_jpeg_only_pixels_are_left_too() {
        use base64::{Engine as _, prelude::BASE64_STANDARD};
        // Eight by eight pixels of one light grey, with a comment: one block that has a mean and nothing else.
        let file = BASE64_STANDARD.decode(
            "/9j/4AAQSkZJRgABAQAAAQABAAD//gAOdGFrZW4gYnkgQWRh/9sAQwAICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI\
            CAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI/8AACwgACAAIAQERAP/EABQAAQAAAAAAAAAAAAAAAAAAAAf/xAAU\
            EAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/AEh//9k=",
        );
        let file = file.unwrap();
        assert!(file.windows(3).any(|window| window == b"Ada"));
        let pixels = Pixels::read(&file).unwrap();
        assert_eq!((pixels.width, pixels.height), (8, 8));
        assert!(pixels.rgb.iter().all(|&byte| byte == 200), "{:?}", pixels.rgb);
        assert_eq!(chunks(&pixels.to_png().unwrap()), ["IHDR", "IDAT", "IEND"]);
        assert_eq!(Pixels::read(&file[..file.len() / 2]).err().unwrap().code, "picture-unreadable");
    }

    #[test]
    fn nothing_is_hidden_under_transparency() {
        let file = noted(&[1, 2, 3, 0], ColorType::Rgba, "");
        assert!(Pixels::read(&file).unwrap().rgb.iter().all(|&byte| byte == 255));
    }

    #[test]
    fn what_is_blacked_out_is_black_and_nothing_else_is() {
        let mut pixels = Pixels::read(&noted(&[200; 3], ColorType::Rgb, "")).unwrap();
        let parts = [
            Part { x: 2, y: 1, width: 3, height: 2 },
            Part { x: 7, y: 5, width: u32::MAX, height: u32::MAX },
            Part { x: 100, y: 100, width: 5, height: 5 },
        ];
        pixels.black_out(&parts).unwrap();
        let again = Pixels::read(&pixels.to_png().unwrap()).unwrap();
        let black: Vec<usize> = (0..48).filter(|n| again.rgb[n * 3..n * 3 + 3] == [0; 3]).collect();
        assert_eq!(black, [10, 11, 12, 18, 19, 20, 47]);
        assert!(pixels.black_out(&[parts[0]; 201]).is_err());
    }

    #[test]
    fn a_bomb_is_refused_by_its_header() {
        let mut file = noted(&[0; 3], ColorType::Rgb, "");
        // Width and height of IHDR, whose checksum is then written anew.
        file[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        file[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let checksum = crc(&file[12..29]).to_be_bytes();
        file[29..33].copy_from_slice(&checksum);
        let refused = |file: &[u8]| Pixels::read(file).err().unwrap().code;
        assert_eq!(refused(&file), "picture-too-large");
        assert_eq!(refused(&vec![0; LARGEST + 1]), "picture-too-large");
        assert_eq!(refused(b"<svg/>"), "picture-unreadable");
        assert_eq!(refused(&noted(&[0; 3], ColorType::Rgb, "")[..60]), "picture-unreadable");
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, &byte| {
            (0..8)
                .fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
        })
    }
}
