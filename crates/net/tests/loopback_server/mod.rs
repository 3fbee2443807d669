//! A web server that says what it is told to, on a real socket, and remembers what it heard.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use liaison_net::{Http, HttpSettings, Origin, Proxy, Timer};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What happens on the next request.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Status line, headers and body as they go over the wire.
    Raw(String),
    /// The connection is aborted (RST) after the request was read.
    Abort,
    /// Nothing, ever.
    Silence,
}

impl Reply {
    pub fn new(status: &str, headers: &[&str], body: &str) -> Self {
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        Self::Raw(format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len()))
    }

    pub fn json(body: &str) -> Self {
        Self::new("200 OK", &["content-type: application/json"], body)
    }
}

#[derive(Default)]
struct Heard {
    requests: Vec<String>,
    connections: usize,
}

pub struct Server {
    pub origin: Origin,
    heard: Arc<Mutex<Heard>>,
}

impl Server {
    /// Answers with `replies` in turn, and with the last one ever after.
    pub async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = Origin::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
        let heard = Arc::new(Mutex::new(Heard::default()));
        let server = Self { origin, heard: heard.clone() };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                heard.lock().unwrap().connections += 1;
                tokio::spawn(serve(stream, replies.clone(), heard.clone()));
            }
        });
        server
    }

    pub fn requests(&self) -> Vec<String> {
        self.heard.lock().unwrap().requests.clone()
    }

    pub fn connections(&self) -> usize {
        self.heard.lock().unwrap().connections
    }
}

async fn serve(mut stream: TcpStream, replies: Vec<Reply>, heard: Arc<Mutex<Heard>>) {
    while let Some(request) = read_request(&mut stream).await {
        let nth = {
            let mut heard = heard.lock().unwrap();
            heard.requests.push(request);
            heard.requests.len() - 1
        };
        match replies.get(nth).or(replies.last()).unwrap() {
            Reply::Raw(raw) => stream.write_all(raw.as_bytes()).await.unwrap(),
            Reply::Abort => return stream.set_zero_linger().unwrap(),
            Reply::Silence => std::future::pending().await,
        }
    }
}

async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut read = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        if let Some(head) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            let text = String::from_utf8_lossy(&read).into_owned();
            let length = text[..head].lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().unwrap())
            });
            if read.len() >= head + 4 + length.unwrap_or(0) {
                return Some(text);
            }
        }
        match stream.read(&mut chunk).await {
            Ok(count) if count > 0 => read.extend_from_slice(&chunk[..count]),
            _ => return None,
        }
    }
}

/// A clock whose waits are over at once, and which has moved by as much.
#[derive(Default)]
pub struct Jumping(Mutex<Duration>);

impl Jumping {
    pub fn waited(&self) -> Duration {
        *self.0.lock().unwrap()
    }
}

impl Timer for Jumping {
    fn now(&self) -> Instant {
        Instant::now() + self.waited()
    }

    fn sleep(&self, duration: Duration) -> futures_util::future::BoxFuture<'_, ()> {
        *self.0.lock().unwrap() += duration;
        Box::pin(tokio::task::yield_now())
    }
}

pub fn http() -> (Http, Arc<Jumping>) {
    let timer = Arc::new(Jumping::default());
    let settings = HttpSettings { proxy: Proxy::None, ..HttpSettings::default() };
    (Http::new(settings).unwrap().with_timer(timer.clone()), timer)
}
