//! What a finished page refers to, read by the tokenizer of the parser that sanitises.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer,
};

/// What a finished page has in it.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Everything that the page loads or leads to.
    pub references: Vec<Reference>,
    /// Anchors that the page has.
    pub anchors: Vec<StrTendril>,
    /// Markup that runs something by itself, such as `onclick`.
    pub active: Vec<String>,
}

/// An address on a page.
#[derive(Debug)]
pub(super) struct Reference {
    /// The attribute's value, with its entities decoded.
    pub address: StrTendril,
    /// Whether browsers load it with the page, rather than when the reader follows it.
    pub is_loaded: bool,
}

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
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else {
            return TokenSinkResult::Continue;
        };
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        self.content.borrow_mut().add(&tag);
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Content {
    fn add(&mut self, tag: &Tag) {
        let value = |name: &str| {
            let mut attributes = tag.attrs.iter();
            let found = attributes.find(|attribute| &*attribute.name.local == name);
            found.map(|attribute| attribute.value.clone())
        };
        let name: &str = &tag.name;
        let relation = value("rel").unwrap_or_default().to_ascii_lowercase();
        for attribute in &tag.attrs {
            let key: &str = &attribute.name.local;
            let address = &attribute.value;
            match key {
                "id" => self.anchors.push(address.clone()),
                "name" if name == "a" => self.anchors.push(address.clone()),
                "href" | "xlink:href" => {
                    let is_led = matches!(name, "a" | "area");
                    let is_named =
                        name == "link" && UNLOADED.iter().any(|it| relation.contains(it));
                    self.refer(address.clone(), !is_led && !is_named);
                }
                "action" | "formaction" => self.refer(address.clone(), false),
                "style" if address.to_ascii_lowercase().contains("url(") => {
                    self.active.push(format!("<{name} style>"));
                }
                "srcdoc" => self.active.push(format!("<{name} srcdoc>")),
                key if key.starts_with("on") => self.active.push(format!("<{name} {key}>")),
                key if LOADING.contains(&key) => self.refer(address.clone(), true),
                key if SETS.contains(&key) => self.refer_all(address),
                _ => {}
            }
        }
        self.add_active(name, &value);
    }

    fn add_active(&mut self, name: &str, value: &impl Fn(&str) -> Option<StrTendril>) {
        let kind = value("type").unwrap_or_default().to_ascii_lowercase();
        let is_data = kind.contains("json");
        match name {
            "script" if value("src").is_none() && !is_data => self.active.push("<script>".into()),
            "base" | "object" | "embed" => self.active.push(format!("<{name}>")),
            "meta" => {
                let equivalent = value("http-equiv").unwrap_or_default().to_ascii_lowercase();
                let content = value("content").unwrap_or_default();
                let address = content.split_once('=').map(|(_, address)| address);
                if equivalent == "refresh" {
                    let address = address.unwrap_or_default().trim_matches(['"', '\'', ' ']);
                    self.refer(StrTendril::from_slice(address), false);
                }
            }
            _ => {}
        }
    }

    fn refer(&mut self, address: StrTendril, is_loaded: bool) {
        self.references.push(Reference { address, is_loaded });
    }

    /// Adds the addresses of a `srcset`: each is followed by its width or density.
    fn refer_all(&mut self, set: &str) {
        for candidate in set.split(',') {
            if let Some(address) = candidate.split_whitespace().next() {
                self.refer(StrTendril::from_slice(address), true);
            }
        }
    }
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
        let found: Vec<(&str, bool)> = found.map(|it| (&*it.address, it.is_loaded)).collect();
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
