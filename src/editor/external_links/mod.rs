//! Links to other sites: whether they still lead somewhere. Only `check` asks, and
//! only when it is told to; building a site never touches a network.

mod memory;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use ureq::Agent;
use url::Url;

use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{CaseStudy, Page, Site};

pub use memory::Memory;

/// Sites asked at a time; each of them is asked one thing after another.
const SITES_AT_A_TIME: usize = 8;

/// Longer than a slow ministry takes, in seconds.
const PATIENCE: Duration = Duration::from_secs(15);

/// Where each address is written.
pub type Links = BTreeMap<String, Vec<Location>>;

/// Every web address that pages link to.
pub fn links(site: &Site) -> Links {
    let mut links = Links::new();
    for page in &site.pages {
        for (address, place) in of_page(page) {
            links.entry(address).or_default().push(place);
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
            // The part behind `#` is the browser's business.
            let address = link.value.split('#').next().unwrap_or_default();
            let place = Location::new(&page.source, link.span.clone());
            (address.to_owned(), place)
        })
}

/// Host and port of a web address.
fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let is_web = ["http", "https"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    let host = rest.split(['/', '?', '#']).next()?;
    (is_web && !host.is_empty()).then_some(host)
}

/// What a site answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// There is such a page, or only people may see it.
    Alive,
    /// There is no such page, or the site is broken; the status it gave.
    Dead(u16),
    /// Nobody answered.
    Silence,
}

/// What asking led to.
#[derive(Debug, Default)]
pub struct Answers {
    /// Links that lead nowhere, in no order.
    pub diagnostics: Vec<Diagnostic>,
    /// Addresses that were asked.
    pub asked: usize,
    /// Addresses whose site did not answer.
    pub silent: usize,
}

/// Asks for every link that `memory` has not seen alive lately. Calls `step` for
/// each address, from several threads.
pub fn ask(links: &Links, memory: &mut Memory, step: impl Fn() + Sync) -> Answers {
    let mut by_site: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in links.keys().filter(|address| !memory.knows(address)) {
        let site = host(address).unwrap_or_default();
        by_site.entry(site).or_default().push(address);
    }
    let found = Mutex::new(Vec::new());
    let queue = Mutex::new(by_site.into_values());
    let next = || queue.lock().ok().and_then(|mut queue| queue.next());
    std::thread::scope(|scope| {
        for _ in 0..SITES_AT_A_TIME {
            scope.spawn(|| {
                let agent = agent();
                while let Some(addresses) = next() {
                    for address in addresses {
                        let answer = answer(&agent, address);
                        if let Ok(mut found) = found.lock() {
                            found.push((address, answer));
                        }
                        step();
                    }
                }
            });
        }
    });
    let found = found.into_inner().unwrap_or_default();
    told(links, memory, &found)
}

fn told(links: &Links, memory: &mut Memory, found: &[(&str, Answer)]) -> Answers {
    let mut answers = Answers {
        asked: found.len(),
        ..Answers::default()
    };
    for (address, answer) in found {
        let target = (*address).to_owned();
        let kind = match *answer {
            Answer::Alive => {
                memory.saw(address);
                continue;
            }
            Answer::Dead(status) => Kind::DeadLink { target, status },
            Answer::Silence => {
                answers.silent += 1;
                Kind::SilentLink { target }
            }
        };
        let places = links.get(*address).into_iter().flatten().cloned();
        let complaints = places.map(|place| Diagnostic::new(kind.clone(), place));
        answers.diagnostics.extend(complaints);
    }
    answers
}

fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(5)
        .http_status_as_error(false)
        .user_agent(concat!("Quipu/", env!("CARGO_PKG_VERSION")))
        .build()
        .into()
}

/// Asks for the headers only, then for the page: some sites know but one of them.
fn answer(agent: &Agent, address: &str) -> Answer {
    // As a browser sends it: letters beyond ASCII encoded.
    let Ok(address) = Url::parse(address) else {
        return Answer::Silence;
    };
    match agent.head(address.as_str()).call() {
        Ok(response) if response.status().is_success() => Answer::Alive,
        Err(ureq::Error::Timeout(_) | ureq::Error::HostNotFound) => Answer::Silence,
        _ => match agent.get(address.as_str()).call() {
            Ok(response) => of_status(response.status().as_u16()),
            Err(_) => Answer::Silence,
        },
    }
}

fn of_status(status: u16) -> Answer {
    match status {
        // Not for programs, or not for so many questions: but it is there.
        401 | 403 | 429 => Answer::Alive,
        status if status < 400 => Answer::Alive,
        status => Answer::Dead(status),
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
