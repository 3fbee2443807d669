//! Where the browser comes back to: a server on this computer, for one sign-in (RFC 8252, section 7.3).

mod connection;

use std::{
    io,
    net::{Ipv4Addr, Ipv6Addr},
    time::Duration,
};

use futures_util::{StreamExt, future::Either, stream::FuturesUnordered};
use secrecy::SecretString;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::mpsc,
    time::{Instant, sleep_until, timeout},
};

pub use super::page::Words;
use super::{OAuthError, redirect};
use connection::Visit;

/// How long the browser may take to fetch the last page, before we go on without it.
const LAST_PAGE: Duration = Duration::from_secs(2);

/// Connections served at a time; browsers open a few on suspicion.
const CONNECTIONS: usize = 32;

/// How often another free port is tried when the same one is taken on `[::1]`.
const BINDS: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// Any free one, for services that ignore the port of a loopback redirect.
    Any,
    /// The one registered with the service.
    Fixed(u16),
}

/// Something worth telling while the browser is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoopbackEvent {
    /// A browser that insists on https spoke TLS to this plain port. It will not come through by itself.
    TlsHello,
    /// A redirect with another `state` came: an old tab, or somebody else's doing. Ignored.
    ForeignRedirect,
    /// A pasted address is not the one that is waited for. Ignored.
    ForeignPaste,
}

/// Takes the address that a person copied out of a browser which could not come back here by itself (another computer, a
/// browser that insists on https).
#[derive(Clone, Debug)]
pub struct PasteBox(mpsc::UnboundedSender<String>);

impl PasteBox {
    /// Gives `address` to whoever waits. Once nobody does, it is dropped.
    pub fn put(&self, address: String) {
        // The wait being over is the only way for this to fail.
        let _ = self.0.send(address);
    }
}

#[derive(Clone, Debug, thiserror::Error)]
pub enum LoopbackError {
    /// Another program listens on the port.
    #[error("port {0} is taken")]
    PortTaken(u16),
    /// The operating system does not let us listen on loopback.
    #[error("cannot listen on loopback: {0}")]
    Listen(String),
    #[error("nobody came back in time")]
    TimedOut,
    /// The service sent the browser back with an error.
    #[error(transparent)]
    OAuth(#[from] OAuthError),
}

/// Bound before the browser is sent away, so that nobody else can be at the port when it returns. Dropping it frees the port.
#[derive(Debug)]
pub struct Loopback {
    v4: TcpListener,
    /// Browsers may take `localhost` for `::1` first. Absent where the computer has no IPv6.
    v6: Option<TcpListener>,
    port: u16,
    path: String,
    paste: PasteBox,
    pasted: mpsc::UnboundedReceiver<String>,
}

impl Loopback {
    /// Listens on 127.0.0.1 and, where there is one, on `[::1]` at the same port. `path` is empty or starts with a slash.
    ///
    /// # Errors
    /// `PortTaken` and `Listen`.
    pub async fn bind(port: Port, path: &str) -> Result<Self, LoopbackError> {
        let (wanted, attempts) = match port {
            Port::Any => (0, BINDS),
            Port::Fixed(port) => (port, 1),
        };
        let mut result = Err(LoopbackError::PortTaken(wanted));
        for _ in 0..attempts {
            result = Self::bind_both(wanted, path).await;
            if !matches!(result, Err(LoopbackError::PortTaken(_))) {
                break;
            }
        }
        result
    }

    async fn bind_both(wanted: u16, path: &str) -> Result<Self, LoopbackError> {
        // Tokio sets SO_REUSEADDR on Unix only, where it does not let two programs listen on one port. On Windows it would.
        let failed = |port: u16| {
            move |error: io::Error| match error.kind() {
                io::ErrorKind::AddrInUse => LoopbackError::PortTaken(port),
                _ => LoopbackError::Listen(error.to_string()),
            }
        };
        let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, wanted)).await.map_err(failed(wanted))?;
        let port = v4.local_addr().map_err(failed(wanted))?.port();
        let v6 = match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
            Ok(listener) => Some(listener),
            // Somebody else there would get codes meant for us.
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                return Err(LoopbackError::PortTaken(port));
            }
            Err(_) => None,
        };
        let (sender, pasted) = mpsc::unbounded_channel();
        Ok(Self { v4, v6, port, path: path.to_owned(), paste: PasteBox(sender), pasted })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Another way in for the redirect, open as long as [`Loopback::receive`] waits.
    pub fn paste_box(&self) -> PasteBox {
        self.paste.clone()
    }

    /// `http://localhost:PORT` and the path. Services compare it as text, so it carries no slash that was not asked for.
    pub fn redirect_uri(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.path)
    }

    /// Waits for the redirect that carries `state` and gives its code. Whatever else comes is answered and ignored. Cancelled by
    /// dropping, which frees the port.
    ///
    /// # Errors
    /// `TimedOut`, or `OAuth` when the service said no.
    pub async fn receive(
        mut self,
        state: &str,
        words: &Words,
        patience: Duration,
        tell: &(dyn Fn(LoopbackEvent) + Send + Sync),
    ) -> Result<SecretString, LoopbackError> {
        let visit = Visit::new(self.port, &self.path, state, words, tell);
        // Taken out, as the listeners are borrowed for as long as the wait lasts.
        let mut pasted = std::mem::replace(&mut self.pasted, mpsc::unbounded_channel().1);
        let paste = async {
            while let Some(address) = pasted.recv().await {
                match redirect::read_pasted(&address, state) {
                    Ok(result) => return visit.put(result),
                    Err(_) => tell(LoopbackEvent::ForeignPaste),
                }
            }
            std::future::pending().await
        };
        let served = timeout(patience, async {
            tokio::select! {
                served = self.serve(&visit) => served,
                () = paste => Ok(()),
            }
        })
        .await;
        match visit.into_result() {
            Some(result) => Ok(result?),
            None => match served {
                Ok(Err(error)) => Err(LoopbackError::Listen(error.to_string())),
                _ => Err(LoopbackError::TimedOut),
            },
        }
    }

    /// Ends once the last page was fetched, or was given time to be.
    async fn serve(&self, visit: &Visit<'_>) -> io::Result<()> {
        let mut connections = FuturesUnordered::new();
        let mut end: Option<Instant> = None;
        loop {
            if visit.has_result() && end.is_none() {
                end = Some(Instant::now() + LAST_PAGE);
            }
            let over =
                end.map_or(Either::Left(std::future::pending()), |end| Either::Right(sleep_until(end)));
            tokio::select! {
                stream = self.accept(), if connections.len() < CONNECTIONS => connections.push(visit.serve(stream?)),
                Some(()) = connections.next() => {}
                () = visit.taken(), if end.is_none() => {}
                () = visit.left() => return Ok(()),
                () = over => return Ok(()),
            }
        }
    }

    async fn accept(&self) -> io::Result<TcpStream> {
        let v6 = async {
            match &self.v6 {
                Some(listener) => listener.accept().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            accepted = self.v4.accept() => accepted,
            accepted = v6 => accepted,
        }
        .map(|(stream, _)| stream)
    }
}
