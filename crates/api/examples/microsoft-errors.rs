//! Prints the table of Microsoft's error codes from the code that uses it: `./dev generate` keeps it in `docs/microsoft-errors.md`.
#![allow(clippy::print_stdout, reason = "a generator: its output is the file")]

use std::collections::BTreeMap;

use liaison_api::known_codes;
use words::Words;

fn main() {
    let words = Words::new("en", &BTreeMap::new());
    // What a service adds of its own is not known here.
    let args = BTreeMap::from([("message".to_owned(), "…".to_owned())]);
    let say = |id: &str| words.say(id, &args);
    println!("# Microsoft's error codes\n");
    println!(
        "Made by `./dev generate` from the code that reads them. The cause is the id of the words, without its service.\n"
    );
    println!("| code | cause | what Liaison says | what can be done |\n|---|---|---|---|");
    for (code, id) in known_codes() {
        let hint = format!("hint-{id}");
        let hint = if words.has(&hint) { hint } else { "hint-sign-in".to_owned() };
        let cause = id.trim_start_matches("entra-").trim_start_matches("graph-");
        println!("| {code} | {cause} | {} | {} |", say(&id), say(&hint));
    }
}
