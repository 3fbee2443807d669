//! A start that ends before there is a page to say why.

use std::{io::Write, process::ExitCode};

use api::Problem;
use words::Words;

/// The problem and what to do about it, in the language that was chosen, or the system's.
pub fn told(problem: &Problem) -> String {
    let words = Words::new(&api::language(), &api::guides_words());
    let hints = problem.hints.iter().map(|hint| words.say(hint, &problem.args));
    std::iter::once(words.say(&problem.code, &problem.args)).chain(hints).collect::<Vec<_>>().join(" ")
}

/// Says `sentence` where a person may see it, and gives `code` to end with.
pub fn refuse(code: u8, sentence: &str) -> ExitCode {
    // Nobody may be reading; the exit code says it too.
    let _ = writeln!(std::io::stderr(), "{sentence}");
    // A window program has no terminal on Windows.
    #[cfg(windows)]
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Liaison")
        .set_description(sentence)
        .show();
    ExitCode::from(code)
}
