use api::{App, Result, SecretString, request::SignInWay};

use super::End;
use crate::{arguments::Way, terminal::Terminal};

pub async fn run(name: &str, seat: &str, with: Way, app: &App, terminal: &Terminal) -> Result<End> {
    let account = match with {
        Way::Token => {
            let token = SecretString::from(super::standard_input()?.trim());
            app.sign_in_with_token(name, seat, token).await?
        }
        Way::Browser => sign_in(name, seat, SignInWay::Browser, app, terminal).await?,
        Way::DeviceCode => sign_in(name, seat, SignInWay::DeviceCode, app, terminal).await?,
    };
    terminal.tell("cli-signed-in", &[("account", &account)]);
    Ok(End::Fine)
}

pub async fn sign_out(name: &str, seat: &str, app: &App, terminal: &Terminal) -> Result<End> {
    app.sign_out(name, seat).await?;
    terminal.tell("cli-signed-out", &[("seat", seat)]);
    Ok(End::Fine)
}

pub async fn sign_in(
    name: &str,
    seat: &str,
    way: SignInWay,
    app: &App,
    terminal: &Terminal,
) -> Result<String> {
    // Watched, so that an interrupt ends it in order.
    super::run::watched(app, terminal, app.sign_in_to_end(name, seat, way, &|state| terminal.sign_in(&state)))
        .await
}
