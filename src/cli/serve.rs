//! `quipu serve`: a local preview of the site that reloads on changes.

use std::net::IpAddr;
use std::sync::Arc;

use clap::ArgMatches;

use super::console::Console;
use super::{Exit, options};
use crate::build::preview::Preview;
use crate::messages::diagnostics::Refusal;
use crate::messages::locale::Argument;
use crate::serve::{Server, State};

/// Default port.
const PORT: u16 = 4000;

/// Runs the server until the process ends; returns only if it cannot start or fails.
pub(super) fn run(console: &Console, matches: &ArgMatches) -> Exit {
    let options = match options(console, matches) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let address = matches.get_one::<IpAddr>("address").copied();
    let address = address.unwrap_or(IpAddr::from([127, 0, 0, 1]));
    let port = matches.get_one::<u16>("port").copied().unwrap_or(PORT);
    let server = match Server::listen(address, port) {
        Ok(server) => server,
        Err(error) => return print_listen_error(console, address, port, &error),
    };
    let preview = Preview::open(&options);
    console.problems(&preview.problems());
    print_address(console, &server, port, matches.get_flag("open"));
    let words = Arc::clone(&console.words);
    let console = console.clone();
    let on_state = move |state: &State| print_state(&console, state);
    match server.run(preview, &words, on_state) {
        Ok(()) => Exit::Success,
        Err(_) => Exit::Environment,
    }
}

fn print_listen_error(
    console: &Console,
    address: IpAddr,
    port: u16,
    error: &std::io::Error,
) -> Exit {
    let [reason, said] = Refusal::from(error).arguments();
    let address = Argument::from(&address.to_string());
    let port = Argument::from(&port.to_string());
    console.problem(
        "cannot-listen",
        &[("address", address), ("port", port), reason, said],
    );
    Exit::Environment
}

fn print_address(console: &Console, server: &Server, port: u16, opens: bool) {
    let address = server.address;
    if address.port() != port && port != 0 {
        let taken = Argument::from(&port.to_string());
        let other = Argument::from(&address.port().to_string());
        console.print("serve-port-taken", &[("port", taken), ("other", other)]);
    }
    if !address.ip().is_loopback() {
        console.warning("serve-exposed", &[]);
    }
    let host = match address.ip() {
        ip if ip.is_unspecified() => IpAddr::from([127, 0, 0, 1]),
        ip => ip,
    };
    let url = match host {
        IpAddr::V4(host) => format!("http://{host}:{}/", address.port()),
        IpAddr::V6(host) => format!("http://[{host}]:{}/", address.port()),
    };
    console.print("serve-ready", &[("url", Argument::from(&url))]);
    if opens && let Err(error) = open::that_detached(&url) {
        let said = Argument::from(&error.to_string());
        console.warning(
            "cannot-open",
            &[("url", Argument::from(&url)), ("said", said)],
        );
    }
}

/// Prints the diagnostics of a new state and how long it took.
fn print_state(console: &Console, state: &State) {
    console.problems(&state.diagnostics);
    let id = match state.is_valid() {
        true => "serve-renewed",
        false => "serve-unsound",
    };
    let took = Argument::Number(state.took.as_millis() as u64);
    console.print(id, &[("milliseconds", took)]);
}
