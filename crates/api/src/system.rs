//! The ports that only need the runtime and the operating system.

use std::{
    net::IpAddr,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use setup::{
    Problem,
    ports::{Clock, Resolve},
    problem::Result,
};

type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Real time.
#[derive(Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep_until((Instant::now() + duration).into()))
    }
}

/// The system's resolver.
#[derive(Debug)]
pub struct SystemResolver;

impl Resolve for SystemResolver {
    fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, Result<Vec<IpAddr>>> {
        Box::pin(async move {
            let found = tokio::net::lookup_host((host, 443)).await;
            let mut addresses: Vec<IpAddr> = found
                .map_err(|_| Problem::new("network-dns").arg("host", host))?
                .map(|address| address.ip())
                .collect();
            addresses.sort_unstable();
            addresses.dedup();
            Ok(addresses)
        })
    }
}

/// Practice's answers: an address from the range that is kept for documents (RFC 5737), so that no real resolver is asked.
#[derive(Debug)]
pub struct PracticeResolver;

impl Resolve for PracticeResolver {
    fn resolve<'a>(&'a self, _host: &'a str) -> BoxFuture<'a, Result<Vec<IpAddr>>> {
        Box::pin(async { Ok(vec![IpAddr::from([192, 0, 2, 10])]) })
    }
}
