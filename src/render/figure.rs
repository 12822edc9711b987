//! Pictures in pages: the browser takes the lightest that is sharp enough.

use std::fmt::Write;

use serde::Serialize;

use crate::base::text::escaped;
use crate::model::{AssetId, Page, Site, Target};
use crate::output::pictures::{Picture, Pictures, Rendition};

/// Finds the pictures that a page shows.
pub struct Figures<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its pictures.
    pub pictures: &'a Pictures,
    /// How wide they stand in the page, as HTML's `sizes` says it.
    pub sizes: &'a str,
    /// Leads from the page's folder to the site's.
    pub root: &'a str,
}

/// A picture as templates see it; addresses are relative to the page.
#[derive(Debug, Serialize)]
pub struct PictureView {
    /// Address for browsers that know no WebP.
    src: String,
    /// The same, relative to the site's root.
    permalink: String,
    /// Addresses and widths of the WebP forms; empty for a moving picture.
    srcset: String,
    /// How wide it stands in the page.
    sizes: String,
    /// In pixels, of the widest form.
    width: u32,
    /// In pixels, of the widest form.
    height: u32,
}

impl Figures<'_> {
    /// The picture that `page` calls `written`; none where that is something else.
    pub fn view(&self, page: &Page, written: &str) -> Option<PictureView> {
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

    /// The cover of `page`.
    pub fn cover(&self, page: &Page) -> Option<PictureView> {
        let cover = page.front.case.cover.as_ref()?;
        self.view(page, &cover.image.as_ref()?.value)
    }

    /// Where a link to a picture or download leads.
    pub fn address(&self, asset: AssetId) -> String {
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
    /// The picture as HTML, as `cover.html` writes it.
    pub fn html(&self, description: &str, title: Option<&str>) -> String {
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

/// An image that comes in one form only.
pub fn plain(address: &str, description: &str, title: Option<&str>) -> String {
    let mut html = String::from("<img");
    push_attribute(&mut html, "src", &escaped(address));
    push_attribute(&mut html, "alt", &escaped(description));
    html.push('>');
    push_caption(&mut html, title);
    html
}

/// Whose photo it is, and what else the editor says in quotes: a telephone shows no
/// `title`, nor does paper.
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
