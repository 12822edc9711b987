//! What a finished page has in it: addresses, anchors, and markup that runs.

use std::borrow::Cow;
use std::hash::BuildHasher;

use foldhash::quality::FixedState;

/// What a finished page has in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// Everything that the page loads or leads to.
    pub references: Vec<Reference>,
    /// Hashes of the anchors that the page has; see [`anchor_hash`].
    pub anchors: Vec<u64>,
    /// Markup that runs something by itself, such as `onclick`.
    pub active: Vec<String>,
}

/// An address on a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The attribute's value, with its entities decoded.
    pub address: String,
    /// Whether browsers load it with the page, rather than when the reader follows it.
    pub is_loaded: bool,
}

/// An attribute's name and its value, with its entities decoded.
pub(super) type Attribute<'t> = (&'t str, Cow<'t, str>);

/// Relations of a `link` that browsers do not load.
const UNLOADED: [&str; 7] = [
    "canonical",
    "alternate",
    "license",
    "author",
    "me",
    "search",
    "describedby",
];

/// Returns the form in which anchors are compared: a site has millions of them.
pub(super) fn anchor_hash(anchor: &str) -> u64 {
    FixedState::default().hash_one(anchor)
}

impl Content {
    /// Adds what a start tag refers to.
    pub(super) fn add(&mut self, tag: &str, attributes: &[Attribute<'_>]) {
        for (key, value) in attributes {
            match *key {
                "id" => self.anchors.push(anchor_hash(value)),
                "name" if tag == "a" => self.anchors.push(anchor_hash(value)),
                "href" | "xlink:href" => {
                    let is_led = matches!(tag, "a" | "area") || is_unloaded(tag, attributes);
                    self.refer(value, !is_led);
                }
                "action" | "formaction" => self.refer(value, false),
                "style" if value.to_ascii_lowercase().contains("url(") => {
                    self.active.push(format!("<{tag} style>"));
                }
                "srcdoc" => self.active.push(format!("<{tag} srcdoc>")),
                key if key.starts_with("on") => self.active.push(format!("<{tag} {key}>")),
                // Browsers load these in any element.
                "src" | "poster" | "background" | "ping" | "data" | "manifest" | "icon"
                | "dynsrc" => self.refer(value, true),
                "srcset" | "imagesrcset" => self.refer_all(value),
                _ => {}
            }
        }
        match tag {
            "base" | "object" | "embed" => self.active.push(format!("<{tag}>")),
            "script" if is_inline(attributes) => self.active.push("<script>".to_owned()),
            "meta" => self.add_refresh(attributes),
            _ => {}
        }
    }

    /// Adds the address that a page is renewed with, as in `0; url=other.html`.
    fn add_refresh(&mut self, attributes: &[Attribute<'_>]) {
        let equivalent = value_of("http-equiv", attributes).to_ascii_lowercase();
        if equivalent == "refresh" {
            let content = value_of("content", attributes);
            let address = content.split_once('=').map_or("", |(_, address)| address);
            self.refer(address.trim_matches(['"', '\'', ' ']), false);
        }
    }

    fn refer(&mut self, address: &str, is_loaded: bool) {
        let address = address.to_owned();
        self.references.push(Reference { address, is_loaded });
    }

    /// Adds the addresses of a `srcset`: each is followed by its width or density.
    fn refer_all(&mut self, set: &str) {
        let candidates = set.split(',');
        for address in candidates.filter_map(|candidate| candidate.split_whitespace().next()) {
            self.refer(address, true);
        }
    }
}

fn value_of<'v>(name: &str, attributes: &'v [Attribute<'_>]) -> &'v str {
    let found = attributes.iter().find(|(key, _)| *key == name);
    found.map_or("", |(_, value)| value)
}

/// Whether a `link` only says how pages are related.
fn is_unloaded(tag: &str, attributes: &[Attribute<'_>]) -> bool {
    let relation = value_of("rel", attributes).to_ascii_lowercase();
    tag == "link" && UNLOADED.iter().any(|unloaded| relation.contains(unloaded))
}

/// Whether a `script` is neither a file nor data.
fn is_inline(attributes: &[Attribute<'_>]) -> bool {
    let is_file = attributes.iter().any(|(key, _)| *key == "src");
    let kind = value_of("type", attributes).to_ascii_lowercase();
    !is_file && !kind.contains("json")
}
