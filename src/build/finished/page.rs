//! What a finished page refers to, read by the tokenizer of the parser that sanitises, or by
//! a quicker one if the page has only markup that every reader takes alike.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::hash::BuildHasher;

use foldhash::quality::FixedState;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer,
};

use super::tame::tame;

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

/// Attributes whose values browsers load, in any element.
const LOADING: [&str; 8] = [
    "src",
    "poster",
    "background",
    "ping",
    "data",
    "manifest",
    "icon",
    "dynsrc",
];

/// Attributes with several addresses that browsers load.
const SETS: [&str; 2] = ["srcset", "imagesrcset"];

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

/// Reads a page.
pub(super) fn read(html: &str) -> Content {
    tame(html).unwrap_or_else(|| parsed(html))
}

/// Returns the form in which anchors are compared: a site has millions of them.
pub(super) fn anchor_hash(anchor: &str) -> u64 {
    FixedState::default().hash_one(anchor)
}

/// Reads a page as browsers do.
pub(super) fn parsed(html: &str) -> Content {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Reader::default(), Default::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.content.into_inner()
}

#[derive(Default)]
struct Reader {
    content: RefCell<Content>,
    /// Number of open drawings and formulas, in which no element holds plain text.
    foreign: Cell<usize>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.start(&tag),
            Token::TagToken(tag) if is_foreign(&tag.name) => {
                self.foreign.set(self.foreign.get().saturating_sub(1));
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Reader {
    fn start(&self, tag: &Tag) -> TokenSinkResult<()> {
        let attributes = tag.attrs.iter();
        let attributes = attributes.map(|it| (&*it.name.local, Cow::Borrowed(&*it.value)));
        let attributes: Vec<Attribute<'_>> = attributes.collect();
        self.content.borrow_mut().add(&tag.name, &attributes);
        if is_foreign(&tag.name) && !tag.self_closing {
            self.foreign.set(self.foreign.get() + 1);
        }
        if self.foreign.get() > 0 {
            return TokenSinkResult::Continue;
        }
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "plaintext" => TokenSinkResult::Plaintext,
            _ => TokenSinkResult::Continue,
        }
    }
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
                key if LOADING.contains(&key) => self.refer(value, true),
                key if SETS.contains(&key) => self.refer_all(value),
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

fn is_foreign(tag: &str) -> bool {
    matches!(tag, "svg" | "math")
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

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn everything_that_loads_or_leads_is_found() {
        let html = "<!--><img src='a&amp;b'><a HREF=c>x</a><img srcset='d 1x, e 2x'>\
                    <link rel=canonical href=f><link rel=stylesheet href=g><form action=h>\
                    <meta http-equiv=Refresh content='0;url=i'><svg><image xlink:href=j /></svg>\
                    <script src=k>'<img src=no>'</script><title><img src=no></title>";
        let content = read(html);
        let found = content.references.iter();
        let found: Vec<(&str, bool)> = found
            .map(|it| (it.address.as_str(), it.is_loaded))
            .collect();
        let expected = [
            ("a&b", true),
            ("c", false),
            ("d", true),
            ("e", true),
            ("f", false),
            ("g", true),
            ("h", false),
            ("i", false),
            ("j", true),
            ("k", true),
        ];
        assert_eq!(found, expected);
        assert!(content.active.is_empty());
    }

    #[test]
    fn markup_that_runs_is_found() {
        for html in [
            "<script>a()</script>",
            "<p onClick=a()>",
            "<iframe srcdoc='<p>'>",
            "<base href=a>",
            "<p style='background: URL(a)'>",
        ] {
            assert_eq!(read(html).active.len(), 1, "{html}");
        }
        assert!(
            read("<script type=application/ld+json>{}</script>")
                .active
                .is_empty()
        );
    }
}
