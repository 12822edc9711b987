//! Reads markup of the plainest kind, which most pages consist of, several times as fast as a
//! parser that knows how browsers forgive.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memmem};

use super::content::{Attribute, Content};

/// Elements whose text is no markup.
const RAW: [&str; 8] = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
];

/// Entities that pages are written with.
const ENTITIES: [(&str, &str); 7] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#x27;", "'"),
    ("&#39;", "'"),
    ("&#x2F;", "/"),
];

/// Reads a page in which every tag is in lower case and every value in double quotes; `None`
/// if anything on it could be read in another way.
pub(super) fn tame(html: &str) -> Option<Content> {
    if memchr2(0, b'\r', html.as_bytes()).is_some() {
        return None;
    }
    let mut content = Content::default();
    let mut attributes = Vec::new();
    let mut rest = html;
    if let Some(after) = html.strip_prefix("<!doctype html>") {
        rest = after;
    }
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        rest = &rest[at + 1..];
        rest = match rest.strip_prefix('/') {
            Some(end) => after_end_tag(end)?,
            None => after_start_tag(rest, &mut attributes, &mut content)?,
        };
    }
    Some(content)
}

fn after_end_tag(rest: &str) -> Option<&str> {
    let (name, rest) = name(rest)?;
    if name == "plaintext" {
        return None;
    }
    rest.strip_prefix('>')
}

/// Uses one list of attributes for all tags: a site has millions.
fn after_start_tag<'h>(
    rest: &'h str,
    attributes: &mut Vec<Attribute<'h>>,
    content: &mut Content,
) -> Option<&'h str> {
    let (tag, mut rest) = name(rest)?;
    attributes.clear();
    loop {
        let spaced = rest.trim_start_matches([' ', '\n']);
        if let Some(after) = spaced
            .strip_prefix('>')
            .or_else(|| spaced.strip_prefix("/>"))
        {
            rest = after;
            break;
        }
        if spaced.len() == rest.len() {
            return None;
        }
        let (attribute, after) = attribute(spaced)?;
        if attributes.iter().any(|(key, _)| *key == attribute.0) {
            return None;
        }
        attributes.push(attribute);
        rest = after;
    }
    content.add(tag, attributes);
    // Browsers disagree on what may stand in a list of choices.
    if matches!(tag, "plaintext" | "select") {
        return None;
    }
    match RAW.contains(&tag) {
        true => after_raw_text(tag, rest, content),
        false => Some(rest),
    }
}

/// Returns the rest from the end tag on. In drawings, such text is markup: without `<`, both
/// readings are one.
fn after_raw_text<'h>(tag: &str, rest: &'h str, content: &mut Content) -> Option<&'h str> {
    let end = memmem::find(rest.as_bytes(), b"</")?;
    let text = &rest[..end];
    if tag == "style" {
        content.add_style(text);
    }
    let is_end = rest[end + 2..].strip_prefix(tag)?.starts_with('>');
    (is_end && !text.contains('<')).then(|| &rest[end..])
}

/// Splits off the name of a tag.
fn name(text: &str) -> Option<(&str, &str)> {
    let is_part = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
    let end = text.bytes().take_while(|byte| is_part(byte)).count();
    let is_name = text.starts_with(|first: char| first.is_ascii_lowercase());
    is_name.then(|| text.split_at(end))
}

/// Attributes of drawings, the only ones with capitals.
const OF_DRAWINGS: [&str; 2] = ["viewBox", "preserveAspectRatio"];

/// Splits off an attribute.
fn attribute(text: &str) -> Option<(Attribute<'_>, &str)> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-:_".contains(byte);
    let end = text.bytes().take_while(is_part).count();
    let (key, rest) = text.split_at(end);
    let is_known = !key.bytes().any(|byte| byte.is_ascii_uppercase()) || OF_DRAWINGS.contains(&key);
    if key.is_empty() || !is_known {
        return None;
    }
    let Some(value) = rest.strip_prefix("=\"") else {
        let is_alone = rest.starts_with([' ', '\n', '>']);
        return is_alone.then_some(((key, Cow::Borrowed("")), rest));
    };
    let end = memchr(b'"', value.as_bytes())?;
    // Where browsers take elements for text, a tag within a value is one.
    if value[..end].contains('<') {
        return None;
    }
    let attribute = (key, decoded(&value[..end])?);
    Some((attribute, &value[end + 1..]))
}

/// Decodes the entities in a value; `None` if it has others than the usual ones.
fn decoded(value: &str) -> Option<Cow<'_, str>> {
    let Some(first) = memchr(b'&', value.as_bytes()) else {
        return Some(value.into());
    };
    let mut text = value[..first].to_owned();
    let mut rest = &value[first..];
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        text += &rest[..at];
        let mut entities = ENTITIES.iter();
        let (written, meant) = entities.find(|(written, _)| rest[at..].starts_with(written))?;
        text += meant;
        rest = &rest[at + written.len()..];
    }
    text += rest;
    Some(text.into())
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::tame;
    use crate::build::finished::content::Content;
    use crate::build::finished::parsed::parsed;

    const PARTS: [&str; 47] = [
        "<noscript>",
        "</noscript>",
        "<p title=\"</noscript><img src='a'>\">",
        "<p>",
        "</p>",
        "<a href=\"b.html\">",
        "<a href=\"b&amp;c\" id=\"x\">",
        "</a>",
        "<img src=\"a\" alt>",
        "<script src=\"a.js\">",
        "</script>",
        "<script>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<svg viewBox=\"0 0 1 1\">",
        "</svg>",
        "<!-- ",
        " -->",
        "<!-->",
        "<![CDATA[",
        "]]>",
        "<?a",
        "texto ",
        "&lt;",
        "&Tab;",
        "\"",
        "'",
        ">",
        "<",
        "/",
        "=",
        " ",
        "\n",
        "\t",
        "\0",
        "<textarea>",
        "</textarea>",
        "<iframe>",
        "</iframe>",
        "<plaintext>",
        "<P onclick=a>",
        "<input disabled/>",
        "<br/>",
        "<a href='c' href=\"d\">",
        "<h-1>",
    ];

    /// Returns what a page has in it, in an order that does not depend on the reader.
    fn sorted(content: Content) -> (Vec<String>, Vec<String>, Vec<u64>) {
        let references = content.references.iter().map(|it| format!("{it:?}"));
        let (mut references, mut active) = (references.collect::<Vec<_>>(), content.active);
        let mut anchors = content.anchors;
        references.sort();
        references.dedup();
        active.sort();
        active.dedup();
        anchors.sort_unstable();
        anchors.dedup();
        (references, active, anchors)
    }

    #[test]
    fn what_is_read_is_what_the_parser_reads() {
        let mut random = Rng::with_seed(1);
        let mut read = 0;
        for _ in 0..200_000 {
            let count = random.usize(1..9);
            let html: String = (0..count)
                .map(|_| PARTS[random.usize(..PARTS.len())])
                .collect();
            if let Some(content) = tame(&html) {
                read += 1;
                assert_eq!(sorted(content), sorted(parsed(&html)), "{html:?}");
            }
        }
        assert!(read > 5_000, "{read} read");
    }
}
