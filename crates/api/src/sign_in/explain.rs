//! What a page of Microsoft's says, in words that help: some refusals are shown there and never reach us.

use setup::{Problem, problem::Result};

use crate::app::App;

impl App {
    /// Explains the number on Microsoft's page: `53003`, `AADSTS53003`, or the whole text around it. Asks nobody.
    ///
    /// # Errors
    /// `sign-in-page-without-number`
    pub fn explain_sign_in(&self, says: &str) -> Result<Problem> {
        entra::aadsts::number_in(says)
            .map(steps::problem::of_aadsts)
            .ok_or_else(|| Problem::new("sign-in-page-without-number"))
    }
}
