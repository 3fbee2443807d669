//! Whether a browser on this computer can come back to us.

use super::{Finding, Grade, PATIENCE};
use crate::{
    Http,
    call::Call,
    oauth::loopback::{Loopback, LoopbackError, Port, Words},
    origin::Origin,
};

/// Plays a sign-in's last step with ourselves as the browser, by the name `localhost` as browsers do.
///
/// `loopback-open` (port), `loopback-closed` (reason: what the system said), `loopback-silent` (port)
pub async fn loopback(http: &Http) -> Finding {
    let listening = match Loopback::bind(Port::Any, "").await {
        Ok(listening) => listening,
        Err(LoopbackError::Listen(reason)) => {
            return Finding::new("loopback", "loopback-closed", Grade::Fail).arg("reason", reason);
        }
        Err(error) => return Finding::new("loopback", "loopback-closed", Grade::Fail).arg("reason", error),
    };
    let port = listening.port();
    let state = port.to_string();
    let words = Words::default();
    let address = Origin::parse(&listening.redirect_uri());
    let browser = async {
        if let Ok(origin) = address {
            // Answered with a redirect to a clean page, which is an error to this client and all the same to us.
            let call = Call::get(&origin, "/").query("code", "none").query("state", &state);
            let _ = http.read(call.deadline(PATIENCE)).await;
            let _ = http.read(Call::get(&origin, "/signed-in").deadline(PATIENCE)).await;
        }
    };
    let received = listening.receive(&state, &words, PATIENCE, &|_| {});
    let (received, ()) = futures_util::join!(received, browser);
    match received {
        Ok(_) => Finding::new("loopback", "loopback-open", Grade::Ok),
        Err(_) => Finding::new("loopback", "loopback-silent", Grade::Fail),
    }
    .arg("port", port)
}
