//! What may be typed.

use clap::Parser;

/// Opens Liaison's window.
#[derive(Clone, Debug, Parser)]
#[command(name = "liaison-desktop", version)]
pub struct Arguments {
    /// Simulate both services in this process. No account is needed.
    #[arg(long)]
    pub practice: bool,
    /// The state in which the simulated services begin.
    #[arg(long, requires = "practice")]
    pub scene: Option<String>,
    /// Open the window at this setup, by id or name.
    #[arg(long, value_name = "SETUP")]
    pub open: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_needs_practice() {
        assert!(Arguments::try_parse_from(["liaison-desktop", "--scene", "ready"]).is_err());
        let typed = Arguments::try_parse_from(["liaison-desktop", "--practice", "--scene", "ready"]).unwrap();
        assert_eq!(typed.scene.as_deref(), Some("ready"));
    }
}
