//! Prints the table of a guide's instructions and the steps that carry them out.

#![allow(clippy::print_stdout)]

use liaison_setup::Guide;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a guide.toml")?;
    let guide = Guide::parse(&std::fs::read_to_string(path)?)?;
    println!("# Instructions of \"{}\", and the steps that carry them out", guide.source.title);
    println!();
    println!(
        "Made from guides/{}/guide.toml by `./dev generate`. The document is of {}.",
        guide.id, guide.source.date
    );
    println!();
    println!("| where in the document | steps |");
    println!("|---|---|");
    for instruction in &guide.instructions {
        let steps: Vec<String> = guide
            .steps
            .iter()
            .filter(|step| step.source.contains(&instruction.id))
            .map(|step| format!("`{}` ({})", step.id, step.kind))
            .collect();
        println!("| {} | {} |", instruction.at, steps.join(", "));
    }
    println!();
    println!("Steps that the document does not have:");
    println!();
    for step in &guide.steps {
        if let Some(because) = &step.because {
            println!("- `{}` ({}): {because}", step.id, step.kind);
        }
    }
    Ok(())
}
