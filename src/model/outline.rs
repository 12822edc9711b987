//! Headings and links of a markdown body.

use crate::messages::diagnostics::Located;

/// Headings and links of a body: what the site keeps of it.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Links and images in order.
    pub links: Vec<Link>,
    /// Whether there is HTML in it.
    pub has_html: bool,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Its anchor, unique on the page.
    pub id: String,
}

/// A link or an image.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads, as written.
    pub target: Located<String>,
    /// Whether it shows an image.
    pub is_image: bool,
}
