//! Prints `ui/src/gen/words.ts`: the same words for the window.

#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;

fn main() {
    let words: BTreeMap<&str, String> = liaison_words::languages()
        .map(|language| (language, liaison_words::sources(language).collect::<Vec<_>>().join("\n")))
        .collect();
    println!("// Made from words/ by `./dev generate`. Do not edit.");
    println!();
    println!("/** Language to Fluent source. */");
    println!("export const words: Record<string, string> = {{");
    for (language, source) in words {
        // A JSON string is a TypeScript string; U+2028 and U+2029 are allowed in both since ECMAScript 2019.
        println!("  {language}: {},", quoted(&source));
    }
    println!("}};");
}

/// As a JSON string, quotes included.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
