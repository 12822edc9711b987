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
    pub usage: Use,
}

/// What browsers do with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// It is opened if the reader follows it.
    Followed,
    /// It is loaded with the page.
    Loaded,
    /// It is loaded as a script or style sheet.
    Run,
}

/// An attribute's name and its value, with its entities decoded.
pub(super) type Attribute<'t> = (&'t str, Cow<'t, str>);

/// Relations of a `link` that browsers do not load.
const UNLOADED: [&str; 10] = [
    "alternate",
    "author",
    "canonical",
    "describedby",
    "help",
    "license",
    "me",
    "next",
    "prev",
    "search",
];

/// Relations of a `link` to what is run.
const RUN: [&str; 2] = ["stylesheet", "modulepreload"];

/// Attributes of drawings that are read as style.
const STYLES: [&str; 11] = [
    "style",
    "fill",
    "stroke",
    "filter",
    "mask",
    "clip-path",
    "cursor",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
];

/// What loads something in a style, besides `url(`. With a `\\`, any word can be written in
/// many ways.
const LOADING: [&str; 7] = [
    "\\",
    "@import",
    "image(",
    "image-set(",
    "src(",
    "expression(",
    "-moz-binding",
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
                "href" | "xlink:href" => self.refer(value, use_of(tag, attributes)),
                "action" | "formaction" => self.refer(value, Use::Followed),
                key if STYLES.contains(&key) && loads(value) => self.run(tag, key),
                "srcdoc" | "attributionsrc" => self.run(tag, key),
                "attributename" | "attributeName" if value.ends_with("href") => self.run(tag, key),
                key if key.starts_with("on") => self.run(tag, key),
                "src" if tag == "script" => self.refer(value, Use::Run),
                // Browsers load these in any element.
                "src" | "poster" | "background" | "ping" | "data" | "manifest" | "icon"
                | "dynsrc" => self.refer(value, Use::Loaded),
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

    /// Adds the text of a `style` element.
    pub(super) fn add_style(&mut self, css: &str) {
        if loads(css) {
            self.active.push("<style>".to_owned());
        }
    }

    /// Adds what another reading of the same page has in addition.
    pub(super) fn join(&mut self, other: Self) {
        join(&mut self.references, other.references);
        join(&mut self.active, other.active);
        self.anchors.extend(other.anchors);
    }

    /// Adds the address that a page is renewed with, as in `0; url=other.html` or `0 other.html`.
    fn add_refresh(&mut self, attributes: &[Attribute<'_>]) {
        let equivalent = value_of("http-equiv", attributes).to_ascii_lowercase();
        if equivalent.trim() != "refresh" {
            return;
        }
        let content = value_of("content", attributes);
        let is_time = |it: char| it.is_ascii_digit() || it == '.' || it.is_ascii_whitespace();
        let address = content.trim_start_matches(is_time);
        let address = address.trim_start_matches([';', ',']).trim_ascii();
        let named = address.get(..3).filter(|it| it.eq_ignore_ascii_case("url"));
        let named = named.and_then(|_| address[3..].trim_ascii_start().strip_prefix('='));
        let address = named.unwrap_or(address).trim_ascii();
        if !address.is_empty() {
            self.refer(address.trim_matches(['"', '\'']), Use::Followed);
        }
    }

    fn run(&mut self, tag: &str, key: &str) {
        self.active.push(format!("<{tag} {key}>"));
    }

    fn refer(&mut self, address: &str, usage: Use) {
        let address = address.to_owned();
        self.references.push(Reference { address, usage });
    }

    /// Adds the addresses of a `srcset`: each is followed by its width or density.
    fn refer_all(&mut self, set: &str) {
        let candidates = set.split(',');
        for address in candidates.filter_map(|candidate| candidate.split_whitespace().next()) {
            self.refer(address, Use::Loaded);
        }
    }
}

/// Appends the items that are not there yet.
fn join<T: PartialEq>(items: &mut Vec<T>, others: Vec<T>) {
    for item in others {
        if !items.contains(&item) {
            items.push(item);
        }
    }
}

/// Whether a style may load something; `url(#a)` is on the page itself.
fn loads(css: &str) -> bool {
    if !css.contains(['(', '@', '\\', '-']) {
        return false;
    }
    let css = css.to_ascii_lowercase();
    let mut addresses = css.split("url(").skip(1);
    addresses.any(|rest| {
        let start = rest.trim_start_matches(|it: char| it.is_whitespace() || "\"'".contains(it));
        !start.starts_with('#')
    }) || LOADING.iter().any(|loading| css.contains(loading))
}

fn value_of<'v>(name: &str, attributes: &'v [Attribute<'_>]) -> &'v str {
    let found = attributes.iter().find(|(key, _)| *key == name);
    found.map_or("", |(_, value)| value)
}

/// Returns what browsers do with the `href` of an element.
fn use_of(tag: &str, attributes: &[Attribute<'_>]) -> Use {
    if matches!(tag, "a" | "area") {
        return Use::Followed;
    }
    if tag != "link" {
        return Use::Loaded;
    }
    let relations = value_of("rel", attributes).to_ascii_lowercase();
    let has = |relation: &&str| relations.split_ascii_whitespace().any(|it| it == *relation);
    if RUN.iter().any(has) {
        return Use::Run;
    }
    let mut relations = relations.split_ascii_whitespace();
    match relations.all(|relation| UNLOADED.contains(&relation)) {
        true => Use::Followed,
        false => Use::Loaded,
    }
}

/// Whether a `script` is neither a file nor data.
fn is_inline(attributes: &[Attribute<'_>]) -> bool {
    let is_file = attributes.iter().any(|(key, _)| *key == "src");
    let kind = value_of("type", attributes).to_ascii_lowercase();
    !is_file && !kind.contains("json")
}
