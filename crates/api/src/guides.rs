//! The guides that are built in, and any that a folder adds.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use include_dir::{Dir, include_dir};
use setup::{Guide, Problem, problem::Result};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../guides");

/// A guide with its words and pictures.
#[derive(Debug)]
pub struct Told {
    pub guide: Guide,
    /// Language to Fluent source.
    pub words: BTreeMap<String, String>,
    /// Name to HTML fragment.
    pub pictures: BTreeMap<String, String>,
}

/// By id.
#[derive(Clone, Debug, Default)]
pub struct Guides(BTreeMap<String, Arc<Told>>);

impl Guides {
    /// # Errors
    /// `guide-unreadable`. Tests hold every built-in guide against it.
    pub fn built_in() -> Result<Self> {
        let mut guides = Self::default();
        for folder in BUILT_IN.dirs() {
            let mut files = BTreeMap::new();
            collect(folder, folder.path(), &mut files);
            if files.contains_key("guide.toml") {
                guides.add(&files)?;
            }
        }
        Ok(guides)
    }

    /// Adds the guide in `folder`, which has the shape of `guides/<id>`.
    ///
    /// # Errors
    /// `guide-unreadable`
    pub fn add_folder(&mut self, folder: &Path) -> Result<()> {
        let mut files = BTreeMap::new();
        read(folder, folder, &mut files).map_err(|error| unreadable(folder.display(), error))?;
        self.add(&files)
    }

    /// # Errors
    /// `guide-unknown`
    pub fn get(&self, id: &str) -> Result<Arc<Told>> {
        self.0.get(id).cloned().ok_or_else(|| Problem::new("guide-unknown").arg("guide", id))
    }

    pub fn ids(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<Told>> {
        self.0.values()
    }

    fn add(&mut self, files: &BTreeMap<String, String>) -> Result<()> {
        let text = files.get("guide.toml").ok_or_else(|| unreadable("guide.toml", "missing"))?;
        let guide = Guide::parse(text).map_err(|error| unreadable("guide.toml", error))?;
        let mut words: BTreeMap<String, String> = BTreeMap::new();
        let mut pictures = BTreeMap::new();
        for (path, text) in files {
            match path.split('/').collect::<Vec<_>>()[..] {
                ["words", language, name] if name.ends_with(".ftl") => {
                    let all = words.entry(language.to_owned()).or_default();
                    all.push_str(text);
                    all.push('\n');
                }
                ["pictures", name] => {
                    if let Some(name) = name.strip_suffix(".html") {
                        pictures.insert(name.to_owned(), text.clone());
                    }
                }
                _ => {}
            }
        }
        self.0.insert(guide.id.clone(), Arc::new(Told { guide, words, pictures }));
        Ok(())
    }
}

fn unreadable(what: impl ToString, detail: impl ToString) -> Problem {
    Problem::new("guide-unreadable").arg("file", what).arg("detail", detail)
}

fn collect(folder: &'static Dir<'static>, root: &Path, files: &mut BTreeMap<String, String>) {
    for file in folder.files() {
        if let (Some(text), Ok(path)) = (file.contents_utf8(), file.path().strip_prefix(root)) {
            files.insert(path.to_string_lossy().replace('\\', "/"), text.to_owned());
        }
    }
    folder.dirs().for_each(|inner| collect(inner, root, files));
}

fn read(folder: &Path, root: &Path, files: &mut BTreeMap<String, String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(&path, root, files)?;
        } else if let (Ok(text), Ok(relative)) = (std::fs::read_to_string(&path), path.strip_prefix(root)) {
            files.insert(relative.to_string_lossy().replace('\\', "/"), text);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use words::Words;

    use super::*;

    #[test]
    fn every_step_value_link_seat_and_question_has_words() {
        for told in Guides::built_in().unwrap().iter() {
            let words = Words::new("en", &told.words);
            let mut missing = Vec::new();
            let mut need = |id: String| {
                if !words.has(&id) {
                    missing.push(id);
                }
            };
            for step in &told.guide.steps {
                need(format!("step-{}", step.id));
                need(format!("step-{}.what", step.id));
                if step.no_picture.is_none() {
                    need(format!("step-{}.how-1", step.id));
                }
                step.values.keys().for_each(|name| need(format!("value-{name}")));
                step.links.keys().for_each(|name| need(format!("link-{name}")));
            }
            told.guide.seats.iter().for_each(|seat| need(format!("seat-{}", seat.id)));
            told.guide
                .answers
                .iter()
                .for_each(|answer| need(format!("question-{}", answer.id.replace('.', "-"))));
            assert!(missing.is_empty(), "{}: no words for {missing:#?}", told.guide.id);
        }
    }

    /// What a picture may be built of is held by ui/src/parts/picture.test.ts, to the list that the window draws by.
    #[test]
    fn every_picture_is_on_a_step_and_each_of_its_drawings_says_in_words_where_its_mark_is() {
        for told in Guides::built_in().unwrap().iter() {
            let names: Vec<&String> =
                told.guide.steps.iter().filter_map(|step| step.picture.as_ref()).collect();
            assert!(names.iter().all(|name| told.pictures.contains_key(*name)), "{names:?}");
            for (name, html) in &told.pictures {
                assert!(names.contains(&name), "{name} is on no step");
                let drawings: Vec<&str> = html.split("<div class=\"picture").skip(1).collect();
                assert!(!drawings.is_empty(), "{name}");
                for drawing in drawings {
                    assert_eq!(drawing.matches("data-mark").count(), 1, "{name}");
                }
                for language in told.words.keys() {
                    let words = Words::new(language, &told.words);
                    for slot in ["data-alt", "data-word"] {
                        for id in html
                            .split(&format!("{slot}=\""))
                            .skip(1)
                            .filter_map(|rest| rest.split('"').next())
                        {
                            assert!(words.has(id), "{name}: {id}");
                        }
                    }
                }
                assert_eq!(
                    html.matches("data-alt").count(),
                    html.matches("<div class=\"picture").count(),
                    "{name}"
                );
            }
        }
    }
}
