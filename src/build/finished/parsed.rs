//! Reads a page with the tokenizer of the parser that sanitises.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer,
};

use super::content::{Attribute, Content};

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

fn is_foreign(tag: &str) -> bool {
    matches!(tag, "svg" | "math")
}

#[cfg(test)]
mod tests {
    use super::parsed;

    #[test]
    fn everything_that_loads_or_leads_is_found() {
        let html = "<!--><img src='a&amp;b'><a HREF=c>x</a><img srcset='d 1x, e 2x'>\
                    <link rel=canonical href=f><link rel=stylesheet href=g><form action=h>\
                    <meta http-equiv=Refresh content='0;url=i'><svg><image xlink:href=j /></svg>\
                    <script src=k>'<img src=no>'</script><title><img src=no></title>";
        let content = parsed(html);
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
            assert_eq!(parsed(html).active.len(), 1, "{html}");
        }
        assert!(
            parsed("<script type=application/ld+json>{}</script>")
                .active
                .is_empty()
        );
    }
}
