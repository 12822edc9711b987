//! Protection against DNS rebinding: a page of another site must not read this one by
//! pointing its own name to this computer's address.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Rejects requests whose `Host` header is neither an address of this computer nor
/// `localhost`.
pub(super) async fn check(State(address): State<IpAddr>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok());
    if host.is_some_and(|host| is_own(host, address)) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

/// Whether a `Host` header is valid for a server that listens at `address`. Addresses are
/// accepted because DNS rebinding needs a name.
fn is_own(host: &str, address: IpAddr) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    match name.parse::<IpAddr>() {
        Ok(named) => named.is_loopback() || !address.is_loopback(),
        Err(_) => name.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn foreign_hosts_are_rejected() {
        let local = "127.0.0.1".parse().expect("an address");
        let everywhere = "0.0.0.0".parse().expect("an address");
        for host in [
            "localhost",
            "LOCALHOST:4000",
            "127.0.0.1:4000",
            "[::1]:4000",
            "[::1]",
        ] {
            assert!(is_own(host, local), "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example:4000",
            "192.168.1.5",
            "",
        ] {
            assert!(!is_own(host, local), "{host}");
        }
        assert!(is_own("192.168.1.5:4000", everywhere));
        assert!(!is_own("evil.example:4000", everywhere));
    }
}
