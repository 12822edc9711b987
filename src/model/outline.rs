//! Headings and links of a markdown body.

use crate::messages::diagnostics::Located;

/// Headings and links of a body, retained after its text is dropped.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Headings, in the order of the text.
    pub headings: Vec<Heading>,
    /// Links and images in order.
    pub links: Vec<Link>,
    /// Whether the markdown contains raw HTML.
    pub has_html: bool,
}

/// A heading of the body, and the anchor that links use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Level in the markdown, 1 to 6.
    pub level: u8,
    /// Plain text, without markup.
    pub text: String,
    /// Anchor, unique on the page.
    pub id: String,
}

/// A link or an image.
#[derive(Debug, Clone)]
pub struct Link {
    /// Target address, as written.
    pub target: Located<String>,
    /// Whether it embeds an image rather than linking to its target.
    pub is_image: bool,
}
