//! The site over http while it is being worked on.
//!
//! One thread watches the files and renews the [`Preview`]; requests are answered from its
//! last state, and every open page hears of the next one.

mod events;
mod host;
mod pages;
mod state;
mod watch;

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tokio::sync::watch::Sender;

use crate::build::preview::Preview;
use crate::messages::locale::Catalogue;

pub use state::State;

/// Addresses of the server's own, beside the site's.
const OWN: &str = "/__quipu/";

/// How many ports are tried after the one that was asked for.
const MORE_PORTS: u16 = 100;

/// A server that has its address, but does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Listens at `port`, or the next one that is free.
    ///
    /// # Errors
    /// When the system lets none of them be used.
    pub fn listen(address: IpAddr, port: u16) -> io::Result<Self> {
        let last = port.saturating_add(MORE_PORTS);
        let mut refusal = io::ErrorKind::AddrInUse.into();
        for port in port..=last {
            match TcpListener::bind((address, port)) {
                Ok(listener) => {
                    listener.set_nonblocking(true)?;
                    let address = listener.local_addr()?;
                    return Ok(Self { listener, address });
                }
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => refusal = error,
                Err(error) => return Err(error),
            }
        }
        Err(refusal)
    }

    /// Serves `preview` and renews it as its files change, until the process ends; `tell`
    /// is called with each new state.
    ///
    /// # Errors
    /// When the system stops it, or its files cannot be watched.
    pub fn run(
        self,
        preview: Preview,
        words: &Arc<Catalogue>,
        tell: impl Fn(&State) + Send + 'static,
    ) -> io::Result<()> {
        let state = Arc::new(State::of(&preview, words, Duration::ZERO));
        let (sender, _) = tokio::sync::watch::channel(state);
        let sender = Arc::new(sender);
        watch::start(preview, Arc::clone(words), Arc::clone(&sender), tell)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            axum::serve(listener, router(sender, self.address.ip())).await
        })
    }
}

fn router(sender: Arc<Sender<Arc<State>>>, address: IpAddr) -> Router {
    Router::new()
        .route("/__quipu/events", get(events::events))
        .route("/__quipu/live.js", get(events::script))
        .route("/__quipu/live.css", get(events::style))
        .fallback(pages::page)
        .with_state(sender)
        .layer(from_fn_with_state(address, host::check))
}
