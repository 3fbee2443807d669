//! Prints `ui/src/gen/words/<language>.ts`: the same words for the window. A file a language, as the window reads those it speaks.

#![allow(clippy::print_stdout, clippy::print_stderr)]

fn main() {
    let Some(language) = std::env::args().nth(1) else { return eprintln!("Which language?") };
    let source = liaison_words::sources(&language).collect::<Vec<_>>().join("\n");
    println!("// Made from words/{language}/ by `./dev generate`. Do not edit.");
    println!();
    println!("/** Fluent source. */");
    // A JSON string is a TypeScript string; U+2028 and U+2029 are allowed in both since ECMAScript 2019.
    println!("export default {};", quoted(&source));
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
