use std::path::Path;

use api::{App, Problem, Result};

use super::End;
use crate::terminal::Terminal;

pub async fn run(name: &str, csv: &Path, app: &App, terminal: &Terminal) -> Result<End> {
    let text = if csv == Path::new("-") {
        super::standard_input()?
    } else {
        std::fs::read_to_string(csv).map_err(|error| {
            Problem::new("file-unreadable").arg("file", csv.display()).arg("detail", error)
        })?
    };
    let people = app.list_people(name, &text).await?;
    terminal.tell("cli-people-listed", &[("count", &people.count.to_string())]);
    Ok(End::Fine)
}

pub async fn seen(name: &str, step: &str, app: &App, terminal: &Terminal) -> Result<End> {
    terminal.out(app.people_sheet(name, step).await?.text.trim_end());
    Ok(End::Fine)
}
