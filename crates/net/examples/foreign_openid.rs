//! Signs in at an OpenID provider that none of us wrote: code + PKCE, refresh, and a code for another device. dev.d/foreign-openid.mjs
//! starts the provider and plays the person; what is printed here tells it where to go.
#![allow(clippy::print_stdout, reason = "what is printed tells the script where to go")]

use std::time::Duration;

use liaison_net::{
    Http, HttpSettings, Origin, Proxy,
    oauth::{
        Endpoint, OAuthError,
        authorization_code::{Authorization, Authorize},
        device,
        loopback::{Loopback, Port, Words},
        refresh,
    },
};

type Failed = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> Result<(), Failed> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().ok_or("usage: foreign_openid ISSUER CLIENT");
    let (issuer, client) = (Origin::parse(&argument()?)?, argument()?);
    let settings =
        HttpSettings { proxy: Proxy::None, extra_ca: None, user_agent: "liaison-check".to_owned() };
    let http = Http::new(settings)?;
    let scopes: Vec<String> = ["openid", "offline_access"].map(str::to_owned).into();
    let token = Endpoint::new(&issuer, "/token");

    let loopback = Loopback::bind(Port::Any, "").await?;
    let authorization = Authorization::begin(Authorize {
        client_id: client.clone(),
        authorize: Endpoint::new(&issuer, "/auth"),
        redirect_uri: loopback.redirect_uri(),
        scopes: scopes.clone(),
        // This provider gives a refresh token only where the person is asked (OpenID Connect Core 1.0, section 11).
        extra: vec![("prompt".to_owned(), "consent".to_owned())],
    })?;
    println!("open {}", authorization.url());
    let words = Words {
        lang: "en".to_owned(),
        done_title: "Signed in".to_owned(),
        done_text: String::new(),
        failed_title: "Not signed in".to_owned(),
        failed_text: String::new(),
    };
    let code = loopback.receive(authorization.state(), &words, Duration::from_secs(30), &|_| {}).await?;
    let first = authorization.exchange(&http, &token, &code, &[]).await?;
    println!("signed in: ID token {}, refresh token {}", first.id_token.is_some(), first.refresh.is_some());
    let refreshed = first.refresh.ok_or("no refresh token")?;
    let second = refresh::refresh(&http, &token, &client, &refreshed, &scopes).await?;
    println!("refreshed: {}", second.refresh.is_some());

    let device = Endpoint::new(&issuer, "/device/auth");
    let wanted = device::start(&http, &device, &client, &scopes).await?;
    println!("enter {} {}", wanted.user_code, wanted.verification_uri);
    let granted = device::poll(&http, &token, &client, &wanted).await?;
    println!("device signed in: ID token {}", granted.id_token.is_some());
    let declined = device::start(&http, &device, &client, &scopes).await?;
    println!("decline {} {}", declined.user_code, declined.verification_uri);
    match device::poll(&http, &token, &client, &declined).await {
        Err(OAuthError::Refused(refusal)) => println!("device declined: {}", refusal.error),
        other => return Err(format!("a declined code: {:?}", other.map(|_| "taken")).into()),
    }
    println!("done");
    Ok(())
}
