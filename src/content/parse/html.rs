//! Inspection of HTML inside markdown.

/// Removes comments, which may span several pieces of HTML.
#[derive(Default)]
pub(super) struct Comments {
    is_open: bool,
}

impl Comments {
    /// Returns the piece without comments, in lower case.
    pub(super) fn strip(&mut self, html: &str) -> String {
        let mut visible = String::new();
        let mut rest = html;
        loop {
            let (mark, length) = if self.is_open {
                ("-->", 3)
            } else {
                ("<!--", 4)
            };
            let end = rest.find(mark);
            if !self.is_open {
                visible.push_str(&rest[..end.unwrap_or(rest.len())]);
            }
            let Some(end) = end else {
                return visible.to_ascii_lowercase();
            };
            rest = &rest[end + length..];
            self.is_open = !self.is_open;
        }
    }
}

/// Whether a tag links to a page or file of the site. Quipu would have to check and rewrite
/// such an address.
pub(super) fn has_internal_link(html: &str) -> bool {
    html.split("href").skip(1).any(|rest| {
        let Some(value) = rest.trim_start().strip_prefix('=') else {
            return false;
        };
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let is_elsewhere = ["http:", "https:", "mailto:", "tel:", "#"];
        !is_elsewhere.iter().any(|start| value.starts_with(start))
    })
}

/// Returns the addresses in `href` and `src` attributes of a text with HTML, quoted or not.
/// What is no attribute may be returned as well.
pub(crate) fn addresses(html: &str) -> impl Iterator<Item = &str> {
    let attributes = ["href", "src"].into_iter();
    attributes
        .flat_map(|name| html.split(name).skip(1))
        .filter_map(|rest| {
            let value = rest.trim_start().strip_prefix('=')?.trim_start();
            let quote = value.chars().next().filter(|first| "\"'".contains(*first));
            let end = |character: char| match quote {
                Some(quote) => character == quote,
                None => character.is_whitespace() || character == '>',
            };
            let value = quote.map_or(value, |_| &value[1..]);
            value.split(end).next()
        })
}

#[cfg(test)]
mod tests {
    use super::{Comments, has_internal_link};

    #[test]
    fn comments_span_several_pieces() {
        let mut comments = Comments::default();
        assert_eq!(comments.strip("<B>a<!-- <img -->b<!-- c"), "<b>ab");
        assert_eq!(comments.strip("<img> --> <i>"), " <i>");
    }

    #[test]
    fn only_internal_links_are_found() {
        assert!(
            has_internal_link("<a href=\"../a.md\">") && has_internal_link("<a href = a.html>")
        );
        for other in [
            "<a href='https://gob.pe'>",
            "<a href=#a>",
            "<p>href</p>",
            "<a name=b>",
        ] {
            assert!(!has_internal_link(other), "{other}");
        }
    }
}
