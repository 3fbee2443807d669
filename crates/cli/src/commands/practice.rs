use api::{Result, practice::Serve};

use super::End;
use crate::terminal::Terminal;

/// Serves a world that is forgotten at the end.
pub async fn serve(serve: Serve, terminal: &Terminal) -> Result<End> {
    match serve.run(None, &mut std::io::stdout()).await {
        Ok(()) => Ok(End::Fine),
        Err(error) => {
            terminal.tell("cli-practice-failed", &[("detail", &error.to_string())]);
            Ok(End::Refused)
        }
    }
}
