//! What Quipu has to know of HTML that editors write inside markdown.

/// Comments, which may go on from one piece of HTML to the next.
#[derive(Default)]
pub struct Comments {
    is_open: bool,
}

impl Comments {
    /// The piece without its comments, in lower case.
    pub fn shown(&mut self, html: &str) -> String {
        let mut shown = String::new();
        let mut rest = html;
        loop {
            let (mark, length) = if self.is_open {
                ("-->", 3)
            } else {
                ("<!--", 4)
            };
            let end = rest.find(mark);
            if !self.is_open {
                shown.push_str(&rest[..end.unwrap_or(rest.len())]);
            }
            let Some(end) = end else {
                return shown.to_ascii_lowercase();
            };
            rest = &rest[end + length..];
            self.is_open = !self.is_open;
        }
    }
}

/// Whether a tag links to a page or file of the site, by an address that Quipu would
/// have to check and to translate.
pub fn leads_within(html: &str) -> bool {
    html.split("href").skip(1).any(|rest| {
        let Some(value) = rest.trim_start().strip_prefix('=') else {
            return false;
        };
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let is_elsewhere = ["http:", "https:", "mailto:", "tel:", "#"];
        !is_elsewhere.iter().any(|start| value.starts_with(start))
    })
}

#[cfg(test)]
mod tests {
    use super::{Comments, leads_within};

    #[test]
    fn comments_go_on_over_pieces() {
        let mut comments = Comments::default();
        assert_eq!(comments.shown("<B>a<!-- <img -->b<!-- c"), "<b>ab");
        assert_eq!(comments.shown("<img> --> <i>"), " <i>");
    }

    #[test]
    fn only_links_within_the_site_are_found() {
        assert!(leads_within("<a href=\"../a.md\">") && leads_within("<a href = a.html>"));
        for other in [
            "<a href='https://gob.pe'>",
            "<a href=#a>",
            "<p>href</p>",
            "<a name=b>",
        ] {
            assert!(!leads_within(other), "{other}");
        }
    }
}
