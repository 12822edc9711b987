//! Reads a page with the parser that sanitises, in every way that browsers may take it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer,
};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ExpandedName, ParseOpts, QualName, local_name, ns, parse_document};

use super::content::{Attribute, Content};

/// Elements that every browser knows in a list of choices. Others are left out by some
/// browsers, which then take what follows in another way.
const OF_CHOICES: [&str; 5] = ["option", "optgroup", "hr", "script", "template"];

/// Returns what any browser finds on a page: with scripts and without, and in text that only
/// some of them take for markup.
pub(super) fn parsed(html: &str) -> Content {
    let mut content = constructed(html, true);
    content.join(constructed(html, false));
    content.join(tokenized(html));
    content
}

/// Reads the elements that the page is made of.
fn constructed(html: &str, has_scripts: bool) -> Content {
    let tree_builder = TreeBuilderOpts {
        scripting_enabled: has_scripts,
        ..TreeBuilderOpts::default()
    };
    let options = ParseOpts {
        tree_builder,
        ..ParseOpts::default()
    };
    parse_document(Elements::default(), options).one(html)
}

/// Reads every tag, also within text such as a title's: which text is markup depends on where
/// it stands, and browsers of different years disagree.
fn tokenized(html: &str) -> Content {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Tags::default(), Default::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.content.into_inner()
}

/// A document's node, of which only the kind matters.
struct Node {
    name: QualName,
    is_integration_point: bool,
}

type Handle = Rc<Node>;

/// Collects what elements refer to as they are created; where they stand is of no interest.
struct Elements {
    document: Handle,
    content: RefCell<Content>,
}

impl Default for Elements {
    fn default() -> Self {
        Self {
            document: node(QualName::new(None, ns!(), local_name!(""))),
            content: RefCell::default(),
        }
    }
}

fn node(name: QualName) -> Handle {
    Rc::new(Node {
        name,
        is_integration_point: false,
    })
}

impl Elements {
    fn add(&self, tag: &str, attributes: &[html5ever::Attribute]) {
        let attributes = attributes.iter();
        let attributes = attributes.map(|it| (&*it.name.local, Cow::Borrowed(&*it.value)));
        let attributes: Vec<Attribute<'_>> = attributes.collect();
        self.content.borrow_mut().add(tag, &attributes);
    }
}

impl TreeSink for Elements {
    type Handle = Handle;
    type Output = Content;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Content {
        self.content.into_inner()
    }

    fn get_document(&self) -> Handle {
        Rc::clone(&self.document)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<html5ever::Attribute>,
        flags: ElementFlags,
    ) -> Handle {
        self.add(&name.local, &attributes);
        Rc::new(Node {
            name,
            is_integration_point: flags.mathml_annotation_xml_integration_point,
        })
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        self.get_document()
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        self.get_document()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendText(text) = child
            && &*parent.name.local == "style"
        {
            self.content.borrow_mut().add_style(&text);
        }
    }

    /// Declared shadow trees are read like other templates.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        Rc::clone(target)
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        Rc::ptr_eq(one, other)
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<html5ever::Attribute>) {
        self.add(&target.name.local, &attributes);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &Handle) -> bool {
        handle.is_integration_point
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}
    fn set_quirks_mode(&self, _mode: QuirksMode) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn append_based_on_parent_node(&self, _: &Handle, _: &Handle, _: NodeOrText<Handle>) {}
    fn append_before_sibling(&self, _: &Handle, _: NodeOrText<Handle>) {}
    fn remove_from_parent(&self, _target: &Handle) {}
    fn reparent_children(&self, _node: &Handle, _new_parent: &Handle) {}
}

/// Collects what tags refer to.
#[derive(Default)]
struct Tags {
    content: RefCell<Content>,
    is_in_style: Cell<bool>,
    is_in_choices: Cell<bool>,
}

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => self.tag(&tag),
            Token::CharacterTokens(text) if self.is_in_style.get() => {
                self.content.borrow_mut().add_style(&text);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Tags {
    fn tag(&self, tag: &Tag) {
        let is_start = tag.kind == TagKind::StartTag;
        if &*tag.name == "style" {
            self.is_in_style.set(is_start);
        }
        if &*tag.name == "select" {
            self.is_in_choices.set(is_start);
        } else if is_start && self.is_in_choices.get() && !OF_CHOICES.contains(&&*tag.name) {
            let markup = format!("<select><{}>", tag.name);
            self.content.borrow_mut().active.push(markup);
        }
        if is_start {
            let attributes = tag.attrs.iter();
            let attributes = attributes.map(|it| (&*it.name.local, Cow::Borrowed(&*it.value)));
            let attributes: Vec<Attribute<'_>> = attributes.collect();
            self.content.borrow_mut().add(&tag.name, &attributes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::content::Use;
    use super::parsed;

    #[test]
    fn everything_that_loads_or_leads_is_found() {
        let html = "<!--><img src='a&amp;b'><a HREF=c>x</a><img srcset='d 1x, e 2x'>\
                    <link rel=canonical href=f><link rel=stylesheet href=g><form action=h>\
                    <meta http-equiv=Refresh content='0;url=i'><svg><image xlink:href=j /></svg>\
                    <script src=k>'</script><link rel='alternate stylesheet' href=l>\
                    <meta http-equiv=refresh content='0 m'>";
        let content = parsed(html);
        let found = content.references.iter();
        let found: Vec<(&str, Use)> = found.map(|it| (it.address.as_str(), it.usage)).collect();
        let expected = [
            ("a&b", Use::Loaded),
            ("c", Use::Followed),
            ("d", Use::Loaded),
            ("e", Use::Loaded),
            ("f", Use::Followed),
            ("g", Use::Run),
            ("h", Use::Followed),
            ("i", Use::Followed),
            ("j", Use::Loaded),
            ("k", Use::Run),
            ("l", Use::Run),
            ("m", Use::Followed),
        ];
        assert_eq!(found, expected);
        assert!(content.active.is_empty());
    }

    #[test]
    fn what_only_some_browsers_take_for_markup_is_found() {
        for hidden in [
            "<svg></math><style><{}></style></svg>",
            "<svg><desc><style><!--</style><{}></style></desc></svg>",
            "<svg><p><style><!--</style><{}>",
            "<noscript><!--</noscript><{}>",
            "<noscript><style></noscript><{}></style>",
            "<noscript><p title='</noscript><{}>'></noscript>",
            "<svg><![CDATA[><!--]]><{}>--></svg>",
            "<select><title><{}></title></select>",
            "<math><mtext><table><mglyph><style><!--</style><{}>",
            "<math><annotation-xml encoding='text/html'><style><!--</style><{}>",
            "<title><{}></title>",
            "<textarea><{}></textarea>",
            "<xmp><{}></xmp>",
            "<iframe><{}></iframe>",
            "<noembed><{}></noembed>",
            "<plaintext><{}>",
            "<template><{}></template>",
            "<table><{}></table>",
            "<!--><{}>",
            "<!-- --!><{}>",
            "<?a ><{}>",
        ] {
            let html = hidden.replace("{}", "img src=x");
            let content = parsed(&html);
            let is_found = content.references.iter().any(|it| it.address == "x");
            assert!(is_found, "{html}: {content:?}");
        }
    }

    #[test]
    fn markup_that_runs_is_found() {
        for html in [
            "<script>a()</script>",
            "<p onClick=a()>",
            "<iframe srcdoc='<p>'>",
            "<base href=a>",
            "<p style='background: URL(a)'>",
            "<style>@import 'a'</style>",
            "<style>p { background: url( //a ) }</style>",
            "<style>p { background: u\\72l(a) }</style>",
            "<svg><style>p { fill: image-set('a' 1x) }</style></svg>",
            "<svg><rect fill=url(a)></svg>",
            "<svg><set attributeName=href to=a></svg>",
            "<svg><animate attributeName=xlink:href values=a></svg>",
            "<svg><script href=a></script></svg>",
            "<a attributionsrc href=a>",
            "<select><title></select>",
        ] {
            assert!(!parsed(html).active.is_empty(), "{html}");
        }
        for html in [
            "<script type=application/ld+json>{}</script>",
            "<svg><rect fill='url(#a)' clip-path=\"url('#b')\"></svg>",
            "<style>p { color: red }</style>",
            "<p style='--x: 3'>",
        ] {
            assert!(parsed(html).active.is_empty(), "{html}");
        }
    }
}
