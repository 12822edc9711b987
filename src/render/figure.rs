//! Pictures in pages: the browser loads the smallest rendition that is sharp enough.

use std::fmt::Write;

use serde::Serialize;

use crate::base::text::escaped;
use crate::model::{AssetId, Page, Site, Target};
use crate::output::pictures::{Picture, Pictures, Rendition};

/// Resolves the pictures of a page.
pub(super) struct Figures<'a> {
    /// The site of the page.
    pub site: &'a Site,
    /// The site's encoded pictures.
    pub pictures: &'a Pictures,
    /// Displayed width, as a value of HTML's `sizes`.
    pub sizes: &'a str,
    /// Prefix of links from the page's folder to the site's root.
    pub root: &'a str,
}

/// A picture as templates see it; addresses are relative to the page.
#[derive(Debug, Serialize)]
pub(super) struct PictureView {
    /// Address for browsers without WebP support.
    src: String,
    /// The same, relative to the site's root.
    permalink: String,
    /// Addresses and widths of the WebP renditions; empty for an animated picture.
    srcset: String,
    /// Displayed width, as a value of HTML's `sizes`.
    sizes: String,
    /// Width of the widest rendition, in pixels.
    width: u32,
    /// Height of the widest rendition, in pixels.
    height: u32,
}

impl Figures<'_> {
    /// Returns the picture that `page` refers to as `written`; `None` if that is not a
    /// picture.
    pub(super) fn view(&self, page: &Page, written: &str) -> Option<PictureView> {
        let Target::File(asset) = page.targets.get(written)? else {
            return None;
        };
        let picture = self.pictures.get(*asset)?;
        let Rendition { width, height, .. } = *picture.widest();
        Some(PictureView {
            src: self.relative(&picture.fallback.permalink),
            permalink: picture.fallback.permalink.clone(),
            srcset: self.srcset(picture),
            sizes: self.sizes.to_owned(),
            width,
            height,
        })
    }

    /// Returns the cover of `page`, if it has one.
    pub(super) fn cover(&self, page: &Page) -> Option<PictureView> {
        let cover = page.front.case.cover.as_ref()?;
        self.view(page, &cover.image.as_ref()?.value)
    }

    /// Returns the address of a picture or download that a link points to.
    pub(super) fn address(&self, asset: AssetId) -> String {
        let picture = self.pictures.get(asset);
        let own = &self.site.assets[asset].permalink;
        self.relative(picture.map_or(own, |picture| &picture.fallback.permalink))
    }

    fn srcset(&self, picture: &Picture) -> String {
        let variants: Vec<String> = picture
            .variants
            .iter()
            .map(|variant| format!("{} {}w", self.relative(&variant.permalink), variant.width))
            .collect();
        variants.join(", ")
    }

    fn relative(&self, permalink: &str) -> String {
        format!("{}{permalink}", self.root)
    }
}

impl PictureView {
    /// Renders the picture as HTML, with the markup of `cover.html`.
    pub(super) fn html(&self, description: &str, title: Option<&str>) -> String {
        let mut html = String::from("<picture>");
        if !self.srcset.is_empty() {
            let (srcset, sizes) = (escaped(&self.srcset), escaped(&self.sizes));
            html.push_str("<source type=\"image/webp\"");
            push_attribute(&mut html, "srcset", &srcset);
            push_attribute(&mut html, "sizes", &sizes);
            html.push('>');
        }
        html.push_str("<img");
        push_attribute(&mut html, "src", &escaped(&self.src));
        push_attribute(&mut html, "width", &self.width.to_string());
        push_attribute(&mut html, "height", &self.height.to_string());
        push_attribute(&mut html, "alt", &escaped(description));
        html.push_str(" loading=\"lazy\" decoding=\"async\"></picture>");
        push_caption(&mut html, title);
        html
    }
}

/// Renders an image that has no renditions.
pub(super) fn plain(address: &str, description: &str, title: Option<&str>) -> String {
    let mut html = String::from("<img");
    push_attribute(&mut html, "src", &escaped(address));
    push_attribute(&mut html, "alt", &escaped(description));
    html.push('>');
    push_caption(&mut html, title);
    html
}

/// Appends the title as a visible caption, often a photo credit: phones and printed pages
/// do not show the `title` attribute.
fn push_caption(html: &mut String, title: Option<&str>) {
    if let Some(title) = title {
        let title = escaped(title);
        write!(html, "<small class=\"caption\">{title}</small>")
            .expect("writing to a string does not fail");
    }
}

fn push_attribute(html: &mut String, name: &str, escaped: &str) {
    write!(html, " {name}=\"{escaped}\"").expect("writing to a string does not fail");
}
