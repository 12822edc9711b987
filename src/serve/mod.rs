//! Preview server with live reload.
//!
//! One thread watches the files and updates the [`Preview`]; requests are answered from its
//! latest state, and open pages are notified of each new one.

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

pub(crate) use state::State;

/// Path prefix of the server's own files, which are not part of the site.
const OWN: &str = "/__quipu/";

/// Number of ports to try after the requested one.
const MORE_PORTS: u16 = 100;

/// A server that is bound to its address, but does not accept requests yet.
#[derive(Debug)]
pub(crate) struct Server {
    listener: TcpListener,
    /// Bound address; the port may differ from the requested one.
    pub address: SocketAddr,
}

impl Server {
    /// Binds to `port`, or to the next free one.
    ///
    /// # Errors
    /// If all ports tried are in use, or binding fails for another reason.
    pub(crate) fn listen(address: IpAddr, port: u16) -> io::Result<Self> {
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

    /// Serves `preview` and updates it as its files change, until the process ends.
    /// `on_state` is called with each new state.
    ///
    /// # Errors
    /// If the watcher thread, the runtime or the server cannot be started, or serving fails.
    pub(crate) fn run(
        self,
        preview: Preview,
        words: &Arc<Catalogue>,
        on_state: impl Fn(&State) + Send + 'static,
    ) -> io::Result<()> {
        let state = Arc::new(State::of(&preview, words, Duration::ZERO));
        let (sender, _) = tokio::sync::watch::channel(state);
        let sender = Arc::new(sender);
        watch::start(preview, Arc::clone(words), Arc::clone(&sender), on_state)?;
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
        .route("/__quipu/state", get(events::state))
        .route("/__quipu/bell.js", get(events::worker))
        .route("/__quipu/live.js", get(events::script))
        .route("/__quipu/live.css", get(events::style))
        .fallback(pages::page)
        .with_state(sender)
        .layer(from_fn_with_state(address, host::check))
}
