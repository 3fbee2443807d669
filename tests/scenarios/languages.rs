//! Languages: each says everything that English says, the chosen one is spoken, and no text is written anywhere else.

use std::fs;

use liaison_tests::{
    ftl,
    pseudo::{self, languages, unmarked, workspace},
};

use crate::harness::{Bench, Liaison, Practice, Run};

#[test]
fn every_language_has_exactly_the_messages_of_english_with_the_same_variables() {
    let guides =
        fs::read_dir(workspace().join("guides")).unwrap().map(|guide| guide.unwrap().path().join("words"));
    let mut wrong = Vec::new();
    let mut compared = 0;
    for folder in guides.filter(|words| words.is_dir()).chain([workspace().join("words")]) {
        let languages = languages(&folder);
        let english = ftl::texts(&languages["en"]);
        assert!(english.len() > 100, "{}", folder.display());
        for (language, source) in languages.iter().filter(|(language, _)| *language != "en") {
            compared += 1;
            let texts = ftl::texts(source);
            wrong.extend(
                english
                    .keys()
                    .filter(|id| !texts.contains_key(*id))
                    .map(|id| format!("{language} lacks {id}")),
            );
            for (id, lines) in &texts {
                match english.get(id) {
                    None => wrong.push(format!("{language} has {id}, which English has not")),
                    Some(english) if ftl::variables(english) != ftl::variables(lines) => {
                        wrong.push(format!("{language} fills in other values in {id}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // German, of Liaison and of its guide.
    assert!(compared >= 2, "{compared}");
}

#[test]
fn the_system_language_is_spoken_until_another_is_chosen_in_settings() {
    let liaison = Liaison::new();
    let said = |locale: &str| {
        let output = liaison.command(&["setup", "list"]).env("LC_ALL", locale).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    assert!(said("C.UTF-8").contains("There is no setup yet"), "{}", said("C.UTF-8"));
    assert!(said("de_AT.UTF-8").contains("Es gibt noch keine Einrichtung"), "{}", said("de_AT.UTF-8"));
    let order = liaison.command(&["setup", "list"]).env("LANGUAGE", "fr:de").output().unwrap();
    assert!(String::from_utf8([order.stdout, order.stderr].concat()).unwrap().contains("Es gibt noch keine"));
    assert!(said("fr_FR.UTF-8").contains("There is no setup yet"), "{}", said("fr_FR.UTF-8"));

    let settings = liaison.folder().join("home/settings.json");
    let chosen = |language: &str| {
        format!(
            r#"{{"language":"{language}","theme":"system","proxy":{{"proxy":"system"}},"extra_ca":null,"entra_client":{{"client":"graph-command-line-tools"}}}}"#
        )
    };
    fs::write(&settings, chosen("de")).unwrap();
    assert!(said("C.UTF-8").contains("Es gibt noch keine Einrichtung"), "{}", said("C.UTF-8"));
    fs::write(&settings, chosen("en")).unwrap();
    assert!(said("de_AT.UTF-8").contains("There is no setup yet"), "{}", said("de_AT.UTF-8"));
}

#[tokio::test]
async fn a_german_report_is_german_whole() {
    let bench = Bench::signed_in("ready").await;
    bench.liaison.run(&["apply", "s", "--yes"]).expect_code(0);
    let report = |locale: &str| {
        let command = &mut bench.liaison.command(&["report", "s", "--format", "html"]);
        String::from_utf8(command.env("LC_ALL", locale).output().unwrap().stdout).unwrap()
    };
    let german = report("de_DE.UTF-8");
    assert!(german.contains("lang=\"de\"") && german.contains("Liaison-Bericht"), "{german}");
    let english = report("C.UTF-8");
    // Headings that both have would be words that nobody translated.
    let headings = |page: &str| -> Vec<String> {
        let rest = page.split("<h2").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once("</h2>"));
        rest.map(|(heading, _)| heading.to_owned()).collect()
    };
    assert!(headings(&english).len() >= 3, "{english}");
    let same: Vec<String> =
        headings(&german).into_iter().filter(|heading| headings(&english).contains(heading)).collect();
    assert!(same.is_empty(), "{same:?}");
}

#[tokio::test]
async fn the_command_line_says_nothing_that_is_not_a_word_or_a_value() {
    let folder = tempfile::tempdir().unwrap();
    pseudo::guide(folder.path());
    let practice = Practice::serve(&["--scene", "ready"]).await;
    let liaison = Liaison::with_guide(folder.path());
    let mut values: Vec<String> = pseudo::ids().iter().map(|id| format!("({id})")).collect();
    // What practice's accounts and the objects of this setup are called.
    values.extend(
        ["ServiceNow outbound (s)", "Microsoft 365 support (s)", "| admin |", ": admin"].map(str::to_owned),
    );
    let mut left = Vec::new();
    let mut said = String::new();
    let mut hold = |arguments: &[&str], run: Run| {
        for text in [&run.out, &run.err] {
            said.push_str(text);
            left.extend(unmarked(text, &values).into_iter().map(|line| format!("{arguments:?}: {line}")));
        }
    };
    hold(&["setup", "list"], liaison.run(&["setup", "list"]));
    hold(&["setup", "create"], liaison.create("s", &practice));
    for seat in ["entra-admin", "servicenow-admin"] {
        let sign_in = ["sign-in", "s", "--seat", seat, "--with", "browser"];
        hold(&sign_in, liaison.run(&sign_in));
    }
    for arguments in [
        &["setup", "list"][..],
        &["setup", "show", "s"],
        &["guide", "show", "m365-support"],
        &["check", "s"],
        &["plan", "s"],
        &["apply", "s"],
        &["apply", "s", "--yes"],
        &["verify", "s"],
        &["step", "s", "application", "show"],
        &["step", "s", "wizard-agree", "show"],
        &["page", "s", "--seat", "m365-admin"],
        &["set", "s", "endpoint=x"],
        &["set", "s", "nothing=x"],
        &["report", "s", "--format", "markdown"],
        &["doctor"],
        &["setup", "show", "nobody"],
        &["setup", "delete", "s"],
        &["undo", "s", "--yes"],
        &["sign-out", "s", "--seat", "entra-admin"],
        &["setup", "delete", "s"],
    ] {
        hold(arguments, liaison.run(arguments));
    }
    assert!(said.matches('⟦').count() > 150, "{said}");
    assert!(left.is_empty(), "{}", left.join("\n"));
}
