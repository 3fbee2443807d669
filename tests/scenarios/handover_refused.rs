//! What a handover does not take, and what it says then.

use std::path::Path;

use crate::{
    handover::{SEAT, Two, ask, give, take, text, two},
    harness::Liaison,
};

fn is_refused(run: crate::harness::Run, what: &str) {
    assert!(run.code == 3 && run.err.contains(what), "{what}: {} {}{}", run.code, run.out, run.err);
    assert!(run.err.contains("Nothing was changed"), "{}", run.err);
}

/// Gives what was done at `from` to `to`, which has the seat already.
fn news(from: &Liaison, to: &Liaison, two: &Two, name: &str) -> crate::harness::Run {
    let (file, given) = give(from, &ask(to, &two.practice, "m365-admin"), name);
    take(to, &file, text(&given, "check_phrase"))
}

#[tokio::test]
async fn what_is_no_request_or_no_file_of_ours() {
    let two = two().await;
    let Two { practice, one, other } = &two;
    let out = one.folder().join("x.liaison");
    let out = out.to_str().unwrap();
    let give_to = |code: &str| one.run(&["handover", "give", "s", "--code", code, "--out", out]);
    is_refused(give_to("liaison-request-1-AAAA"), "not a request code");
    let instance = practice.text("instance");
    let asked = |tenant: &str, instance: &str| {
        let arguments = ["handover", "ask", "--tenant", tenant, "--instance", instance, "--seat", SEAT];
        text(&other.json(&arguments).1, "code").to_owned()
    };
    is_refused(give_to(&asked("other.example", instance)), "another setup: other.example");
    is_refused(give_to(&asked(practice.text("tenant"), "dev12345")), "The two never mix");
    assert!(!Path::new(out).exists(), "half a file is of no use to anyone");
    assert!(
        one.json(&["setup", "show", "s"]).1["seats"]
            .as_array()
            .unwrap()
            .iter()
            .all(|seat| seat["elsewhere"] == false)
    );

    let look = |file: &Path| other.run(&["handover", "look", file.to_str().unwrap()]);
    look(&one.folder().join("nothing.liaison")).expect_code(2);
    let odd = one.folder().join("odd.liaison");
    std::fs::write(&odd, "a letter\n").unwrap();
    is_refused(look(&odd), "not a handover file");
    let (file, given) = give(one, &ask(other, practice, SEAT), "a.liaison");
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&odd, [b"liaison-handover 2", &bytes["liaison-handover 1".len()..]].concat()).unwrap();
    is_refused(look(&odd), "newer version");

    // Addresses are named here or are built in, and names are one setup's.
    let phrase = text(&given, "check_phrase");
    let path = file.to_str().unwrap();
    is_refused(other.run(&["handover", "take", path, "--check-phrase", phrase]), "never taken from a file");
    other.create("S", practice).expect_code(0);
    let taken = take(other, &file, phrase).expect_code(2);
    assert!(taken.err.contains("a setup called s already"), "{}", taken.err);
    other.run(&["setup", "delete", "S"]).expect_code(0);
    take(other, &file, phrase).expect_code(0);
}

#[tokio::test]
async fn an_old_copy_of_a_data_folder_is_seen() {
    let two = two().await;
    let Two { practice, one, other } = &two;
    let (file, given) = give(one, &ask(other, practice, SEAT), "a.liaison");
    take(other, &file, text(&given, "check_phrase")).expect_code(0);
    let copy = Liaison::new();
    let status =
        std::process::Command::new("cp").arg("-r").arg(other.folder().join(".")).arg(copy.folder()).status();
    assert!(status.unwrap().success());
    other.run(&["set", "s", "repository-id=here"]).expect_code(0);
    copy.run(&["set", "s", "repository-id=there"]).expect_code(0);
    news(other, one, &two, "news.liaison").expect_code(0);
    is_refused(news(&copy, one, &two, "forked.liaison"), "disagree at entry");
    assert_eq!(one.json(&["step", "s", "verify-values", "show"]).1["known"]["repository-id"], "here");
}

#[tokio::test]
async fn a_file_behind_a_phrase_gives_its_seat_once() {
    let two = two().await;
    let Two { one, other, .. } = &two;
    let third = Liaison::new().with_cloud_of(other);
    let file = one.folder().join("phrase.liaison");
    let path = file.to_str().unwrap();
    let (_, given) = one.json(&["handover", "give", "s", "--phrase", SEAT, "--out", path]);
    is_refused(other.run(&["handover", "look", path]), "opens with a phrase");
    let open = |liaison: &Liaison| {
        let cloud = liaison.folder().join("cloud.json");
        let arguments =
            ["handover", "take", path, "--phrase", "--check-phrase", text(&given, "check_phrase")];
        let arguments = [&arguments[..], &["--cloud", cloud.to_str().unwrap()]].concat();
        liaison.run_with(&arguments, &format!("{}\n", text(&given, "phrase")))
    };
    open(other).expect_code(0);
    is_refused(open(other), "already used");
    other.run(&["setup", "delete", "s", "--keep-objects"]).expect_code(0);
    is_refused(open(other), "already used");

    // Nothing in the file keeps a second computer from opening it: the third is the first that is heard of, and a fourth is not taken in.
    open(&third).expect_code(0);
    let fourth = Liaison::new().with_cloud_of(other);
    open(&fourth).expect_code(0);
    news(&third, one, &two, "third.liaison").expect_code(0);
    is_refused(news(&fourth, one, &two, "fourth.liaison"), "Two computers opened the same file");
    let (_, shown) = one.json(&["setup", "show", "s"]);
    assert!(
        shown["seats"].as_array().unwrap().iter().any(|seat| seat["id"] == SEAT && seat["elsewhere"] == true)
    );
}
