//! Addresses as browsers understand them (WHATWG URL Standard).

use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use url::Url;

/// Two places that the site may be at. What stays within it does so at both; an address that
/// leaves it could find its way back only by naming the folders of one.
const PLACES: [&str; 2] = ["/a/a/a/a/a/a/a/a/", "/b/b/b/b/b/b/b/b/"];

static SITES: LazyLock<[Url; 2]> = LazyLock::new(|| {
    PLACES.map(|place| Url::parse(&format!("https://sitio.invalid{place}")).expect("an address"))
});

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// A file of the site with an anchor, which may be empty.
    Own { address: String, anchor: String },
    /// A page of another site.
    Web,
    /// A mail address or a telephone number.
    Contact,
    /// Another host without a scheme, so that `file://` and the web differ.
    Host,
    /// A place outside the site's folder.
    Outside,
    /// Anything else, such as a script.
    Other,
}

/// Resolves an attribute's value on the page at `page`. On a page that servers return for any
/// address, addresses begin with `root`, the path of the public address.
pub(super) fn resolve(page: &str, written: &str, root: Option<&str>) -> Destination {
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    if is_plain(written) {
        return plain(folder, page, written);
    }
    // What browsers leave out before they read an address.
    let clean: String = written
        .chars()
        .filter(|it| !"\t\n\r".contains(*it))
        .collect();
    let clean = clean.trim_matches(|character: char| character <= ' ');
    let lower = clean.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return if Url::parse(clean).is_ok() {
            Destination::Web
        } else {
            Destination::Other
        };
    }
    if lower.starts_with("mailto:") || lower.starts_with("tel:") {
        return Destination::Contact;
    }
    if let Some(rest) = root.and_then(|root| clean.strip_prefix(root)) {
        return resolve("", rest, None);
    }
    relative(page, clean)
}

/// Resolves what is neither a web address nor a contact with the rules for relative ones.
fn relative(page: &str, clean: &str) -> Destination {
    if has_scheme(clean) {
        return Destination::Other;
    }
    let [one, other] = [0, 1].map(|place| relative_at(place, page, clean));
    match one == other {
        true => one,
        false => Destination::Outside,
    }
}

fn relative_at(place: usize, page: &str, clean: &str) -> Destination {
    let site = &SITES[place];
    let base = site.join(page).unwrap_or_else(|_| site.clone());
    let Ok(url) = base.join(clean) else {
        return Destination::Other;
    };
    if url.scheme() != site.scheme() {
        return Destination::Other;
    }
    if url.host_str() != site.host_str() || url.port() != site.port() {
        return Destination::Host;
    }
    let Some(address) = url.path().strip_prefix(PLACES[place]) else {
        return Destination::Outside;
    };
    Destination::Own {
        address: decoded(address),
        anchor: decoded(url.fragment().unwrap_or_default()),
    }
}

/// Whether the text begins with a scheme: `https:host` is read in several ways.
fn has_scheme(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else {
        return false;
    };
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(is_part)
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Whether an address has only characters that mean themselves, as most have.
fn is_plain(written: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/#=".contains(&byte);
    !written.starts_with('/') && !written.contains("//") && written.bytes().all(is_plain)
}

fn plain(folder: &str, page: &str, written: &str) -> Destination {
    let (path, anchor) = written.split_once('#').unwrap_or((written, ""));
    let anchor = anchor.to_owned();
    if path.is_empty() {
        let address = page.to_owned();
        return Destination::Own { address, anchor };
    }
    match joined(folder, path) {
        Some(address) => Destination::Own { address, anchor },
        None => Destination::Outside,
    }
}

/// Joins a plain path to a folder; `None` if it leaves the site.
fn joined(mut folder: &str, mut path: &str) -> Option<String> {
    while let Some(rest) = path.strip_prefix("../") {
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        path = rest;
    }
    let mut parts: Vec<&str> = Vec::new();
    let has_dots = path.split('/').any(|part| matches!(part, "." | ".."));
    if !has_dots {
        let slash = if folder.is_empty() { "" } else { "/" };
        return Some([folder, slash, path].concat());
    }
    let names = folder.split('/').filter(|part| !part.is_empty());
    for part in names.chain(path.split('/')) {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{Destination, resolve};

    fn own(address: &str, anchor: &str) -> Destination {
        Destination::Own {
            address: address.to_owned(),
            anchor: anchor.to_owned(),
        }
    }

    #[test]
    fn addresses_of_the_site_are_resolved() {
        for (written, expected) in [
            ("b.html", own("casos/b.html", "")),
            ("../index.html#a", own("index.html", "a")),
            ("#a%20b", own("casos/a.html", "a b")),
            ("./b.html?x=1#y", own("casos/b.html", "y")),
            (" b\t.html\n", own("casos/b.html", "")),
            ("%62.html", own("casos/b.html", "")),
            ("", own("casos/a.html", "")),
            ("..\\index.html", own("index.html", "")),
        ] {
            assert_eq!(
                resolve("casos/a.html", written, None),
                expected,
                "{written:?}"
            );
        }
        assert_eq!(
            resolve("404.html", "/r/a.html", Some("/r/")),
            own("a.html", "")
        );
    }

    #[test]
    fn whatever_leaves_the_site_is_recognised() {
        use Destination::{Contact, Host, Other, Outside, Web};
        for (written, expected) in [
            ("https://otro.pe/a", Web),
            ("HTTPS://otro.pe", Web),
            ("mailto:a@gob.pe", Contact),
            ("//otro.pe/a", Host),
            ("/\t/otro.pe/a", Host),
            ("\\\\otro.pe\\a", Host),
            ("/\\otro.pe", Host),
            ("https:otro.pe", Other),
            ("https:\\\\otro.pe", Other),
            ("ja\nvascript:alert(1)", Other),
            ("\u{1}javascript:alert(1)", Other),
            ("data:text/html,a", Other),
            ("file:///etc/hostname", Other),
            ("/etc/hostname", Outside),
            ("../../a", Outside),
            ("%2e%2e/%2e%2e/a", Outside),
            ("../../a/index.html", Outside),
            ("/a/a/a/a/a/a/a/a/index.html", Outside),
            ("//sitio.invalid/a/a/a/a/a/a/a/a/index.html", Outside),
            ("//sitio.invalid:80/a", Host),
        ] {
            assert_eq!(
                resolve("casos/a.html", written, None),
                expected,
                "{written:?}"
            );
        }
    }
}
