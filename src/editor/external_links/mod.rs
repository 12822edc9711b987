//! Checks whether links to other sites still work. Only `check` does this, and only on
//! request; building a site never uses the network.

mod cache;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use ureq::Agent;
use url::Url;

use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{CaseStudy, Page, Site};

pub(crate) use cache::LinkCache;

/// Hosts contacted in parallel; each gets one request at a time.
const MAX_CONCURRENT_HOSTS: usize = 8;

/// Maximum duration of a request: more than a slow ministry's server needs.
const TIMEOUT: Duration = Duration::from_secs(15);

/// External addresses, each with every location that links to it.
pub(crate) type Links = BTreeMap<String, Vec<Location>>;

/// Collects every web address that pages link to.
pub(crate) fn links(site: &Site) -> Links {
    let mut links = Links::new();
    for page in &site.pages {
        for (address, location) in of_page(page) {
            links.entry(address).or_default().push(location);
        }
    }
    links
}

fn of_page(page: &Page) -> impl Iterator<Item = (String, Location)> {
    let CaseStudy {
        sources,
        legal_framework,
        contacts,
        ..
    } = &page.front.case;
    let written = page.outline.links.iter().map(|link| &link.target);
    written
        .chain(sources.iter().filter_map(|source| source.url.as_ref()))
        .chain(legal_framework.iter().filter_map(|norm| norm.url.as_ref()))
        .chain(contacts.iter().filter_map(|contact| contact.url.as_ref()))
        .filter(|link| host(&link.value).is_some())
        .map(|link| {
            // The fragment is never sent to the server.
            let address = link.value.split('#').next().unwrap_or_default();
            let location = Location::new(&page.source, link.span.clone());
            (address.to_owned(), location)
        })
}

/// Returns the host and port of a web address; `None` for other schemes.
fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let is_web = ["http", "https"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    let host = rest.split(['/', '?', '#']).next()?;
    (is_web && !host.is_empty()).then_some(host)
}

/// Whether a link works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// The page exists, or refuses access to programs.
    Alive,
    /// HTTP status of a missing page or a broken server.
    Dead(u16),
    /// The server did not respond.
    NoResponse,
}

/// The result of checking links.
#[derive(Debug, Default)]
pub(crate) struct LinkReport {
    /// One for each location of each link that does not work, in no particular order.
    pub diagnostics: Vec<Diagnostic>,
    /// Number of addresses requested, not found in the cache.
    pub requested: usize,
    /// Number of addresses whose server did not respond.
    pub unresponsive: usize,
}

/// Requests every link that `cache` does not list as recently alive. Calls `step` after
/// each address, from several threads.
pub(crate) fn check(links: &Links, cache: &mut LinkCache, step: impl Fn() + Sync) -> LinkReport {
    let mut by_site: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in links.keys().filter(|address| !cache.contains(address)) {
        let site = host(address).unwrap_or_default();
        by_site.entry(site).or_default().push(address);
    }
    let found = Mutex::new(Vec::new());
    let queue = Mutex::new(by_site.into_values());
    let next = || queue.lock().ok().and_then(|mut queue| queue.next());
    std::thread::scope(|scope| {
        for _ in 0..MAX_CONCURRENT_HOSTS {
            scope.spawn(|| {
                let agent = agent();
                while let Some(addresses) = next() {
                    for address in addresses {
                        let outcome = request(&agent, address);
                        if let Ok(mut found) = found.lock() {
                            found.push((address, outcome));
                        }
                        step();
                    }
                }
            });
        }
    });
    let found = found.into_inner().unwrap_or_default();
    collect(links, cache, &found)
}

fn collect(links: &Links, cache: &mut LinkCache, found: &[(&str, Outcome)]) -> LinkReport {
    let mut report = LinkReport {
        requested: found.len(),
        ..LinkReport::default()
    };
    for (address, outcome) in found {
        let target = (*address).to_owned();
        let kind = match *outcome {
            Outcome::Alive => {
                cache.mark_alive(address);
                continue;
            }
            Outcome::Dead(status) => Kind::DeadLink { target, status },
            Outcome::NoResponse => {
                report.unresponsive += 1;
                Kind::SilentLink { target }
            }
        };
        let locations = links.get(*address).into_iter().flatten().cloned();
        let diagnostics = locations.map(|location| Diagnostic::new(kind.clone(), location));
        report.diagnostics.extend(diagnostics);
    }
    report
}

fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(TIMEOUT))
        .max_redirects(5)
        .http_status_as_error(false)
        .user_agent(concat!("Quipu/", env!("CARGO_PKG_VERSION")))
        .build()
        .into()
}

/// Sends `HEAD`, then `GET` if that fails: some servers support only one of them.
fn request(agent: &Agent, address: &str) -> Outcome {
    // Percent-encodes non-ASCII characters, as a browser does.
    let Ok(address) = Url::parse(address) else {
        return Outcome::NoResponse;
    };
    match agent.head(address.as_str()).call() {
        Ok(response) if response.status().is_success() => Outcome::Alive,
        Err(ureq::Error::Timeout(_) | ureq::Error::HostNotFound) => Outcome::NoResponse,
        _ => match agent.get(address.as_str()).call() {
            Ok(response) => of_status(response.status().as_u16()),
            Err(_) => Outcome::NoResponse,
        },
    }
}

fn of_status(status: u16) -> Outcome {
    match status {
        // The page refuses programs or limits their requests, but exists.
        401 | 403 | 429 => Outcome::Alive,
        status if status < 400 => Outcome::Alive,
        status => Outcome::Dead(status),
    }
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn only_web_addresses_have_a_host() {
        assert_eq!(host("https://www.gob.pe/a?b"), Some("www.gob.pe"));
        assert_eq!(host("HTTP://a:8080"), Some("a:8080"));
        for other in ["mailto:a@b.pe", "casos/a.md", "ftp://a/b", "https://", "#a"] {
            assert_eq!(host(other), None, "{other}");
        }
    }
}
