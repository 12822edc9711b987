//! Resolves links and reports broken ones.

use std::borrow::Cow;
use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use crate::base::address::{is_mail_link, is_phone, is_web, likely_web};
use crate::base::text::nearest;
use crate::messages::diagnostics::{
    AddressForm, Diagnostic, Kind, Located, Location, MAX_PER_FILE,
};
use crate::model::{AssetId, Page, Site, Target};

/// Documents and assets that a link can name by source path.
pub(super) struct Destinations {
    /// Index of the page by source path.
    pub documents: HashMap<String, usize>,
    /// Index of the picture or download by source path.
    pub assets: HashMap<String, AssetId>,
}

/// Resolves every link of `page`, whose source is in `folder` of the content folder. Returns
/// the targets by link as written.
pub(super) fn resolve(
    site: &Site,
    page: &Page,
    folder: &str,
    destinations: &Destinations,
) -> (HashMap<String, Target>, Vec<Diagnostic>) {
    let mut targets = HashMap::new();
    let mut diagnostics = Vec::new();
    for (link, is_image) in written_links(page) {
        let resolver = Resolver {
            site,
            page,
            folder,
            destinations,
            suggests: diagnostics.len() < MAX_PER_FILE,
        };
        let target = resolver.resolve(&link.value);
        let target = target.and_then(|target| match is_image {
            true => image_target(site, &link.value, target),
            false => Ok(target),
        });
        match target {
            Ok(target) => {
                targets.insert(link.value, target);
            }
            Err(kind) => {
                let location = Location::new(&page.source, link.span);
                diagnostics.push(Diagnostic::new(kind, location));
            }
        }
    }
    (targets, diagnostics)
}

/// Returns the links of the markdown and of the front matter, and whether each is an image.
fn written_links(page: &Page) -> Vec<(Located<String>, bool)> {
    let case = &page.front.case;
    let adoptions = case.replication.iter().flat_map(|part| &part.adopted_by);
    let cover = case.cover.iter().filter_map(|cover| cover.image.as_ref());
    page.outline
        .links
        .iter()
        .map(|link| (link.target.clone(), link.is_image))
        .chain(adoptions.filter_map(|adoption| Some((adoption.case.clone()?, false))))
        .chain(cover.map(|cover| (cover.clone(), true)))
        .collect()
}

/// Checks the target of an image: a picture of the site, or an SVG file, which is an asset
/// only if the site's owner allows it.
fn image_target(site: &Site, written: &str, target: Target) -> Result<Target, Kind> {
    let written = written.to_owned();
    match target {
        Target::File(id) => {
            let asset = &site.assets[id];
            if asset.is_picture || asset.permalink.ends_with(".svg") {
                Ok(target)
            } else {
                Err(Kind::NotAPicture { target: written })
            }
        }
        Target::External(_) => Err(Kind::ForeignPicture { target: written }),
        Target::Anchor(_) | Target::Internal { .. } => Err(Kind::NotAPicture { target: written }),
    }
}

struct Resolver<'a> {
    site: &'a Site,
    page: &'a Page,
    folder: &'a str,
    destinations: &'a Destinations,
    /// Whether to suggest alternatives; not past `MAX_PER_FILE` diagnostics.
    suggests: bool,
}

impl Resolver<'_> {
    fn resolve(&self, written: &str) -> Result<Target, Kind> {
        if let Some(scheme) = scheme(written) {
            return external(scheme, written);
        }
        if written.starts_with(['/', '\\']) {
            let target = written.to_owned();
            return Err(Kind::AbsoluteLink { target });
        }
        let (path, anchor) = split_anchor(written);
        if path.is_empty() {
            return self.own_anchor(anchor.unwrap_or_default());
        }
        self.internal(written, &path, anchor)
    }

    fn own_anchor(&self, anchor: String) -> Result<Target, Kind> {
        check_anchor(self.page, &anchor)?;
        Ok(Target::Anchor(anchor))
    }

    fn internal(&self, written: &str, path: &str, anchor: Option<String>) -> Result<Target, Kind> {
        let broken = || self.broken(written, path);
        let path = joined(self.folder, path).ok_or_else(broken)?;
        if let Some(found) = self.destinations.documents.get(&path) {
            let language = &self.page.language;
            let id = match self.site.pages[*found].language == *language {
                true => *found,
                false => self.site.translated(*found, language),
            };
            let page = &self.site.pages[id];
            if let Some(anchor) = &anchor {
                // A translation has its own headings; the anchor may be one of the original.
                let original = &self.site.pages[*found];
                check_anchor(page, anchor)
                    .or_else(|kind| check_anchor(original, anchor).map_err(|_| kind))?;
            }
            let permalink = page.permalink.clone();
            return Ok(Target::Internal { permalink, anchor });
        }
        if let Some(asset) = self.destinations.assets.get(&path) {
            return Ok(Target::File(*asset));
        }
        let permalink = self.generated(&path).ok_or_else(broken)?;
        Ok(Target::Internal { permalink, anchor })
    }

    /// Returns the permalink of a page without a source file, such as a list or a term.
    fn generated(&self, path: &str) -> Option<String> {
        let folder = self.site.config.language_folder(&self.page.language);
        let mut permalinks = [format!("{folder}{path}"), path.to_owned()].into_iter();
        permalinks.find(|permalink| self.site.route(permalink).is_some())
    }

    fn broken(&self, written: &str, path: &str) -> Kind {
        Kind::BrokenLink {
            target: written.to_owned(),
            nearest: likely_web(written)
                .or_else(|| self.suggests.then(|| self.nearest_file(path)).flatten()),
        }
    }

    /// Returns the file with the most similar name, as a link relative to this folder.
    fn nearest_file(&self, path: &str) -> Option<String> {
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let sought = name(path);
        let mut paths: Vec<&String> = self.destinations.documents.keys().collect();
        paths.extend(self.destinations.assets.keys());
        paths.sort_unstable();
        let names: Vec<String> = paths.iter().map(|path| name(path)).collect();
        let nearest = nearest(&sought, names.iter().map(String::as_str));
        nearest
            .and_then(|nearest| names.iter().position(|name| *name == nearest))
            .map(|index| relative(self.folder, paths[index]))
    }
}

fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    is_scheme.then_some(scheme)
}

/// Checks the syntax of an external link.
fn external(scheme: &str, written: &str) -> Result<Target, Kind> {
    let (_, rest) = written.split_once(':').unwrap_or_default();
    let (form, is_valid) = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => (AddressForm::Web, is_web(written)),
        "mailto" => (AddressForm::Mail, is_mail_link(&decoded(rest))),
        "tel" => (AddressForm::Phone, is_phone(&decoded(rest))),
        _ => {
            let target = written.to_owned();
            let nearest = likely_web(written);
            return Err(Kind::UnsafeLink { target, nearest });
        }
    };
    if is_valid {
        return Ok(Target::External(written.to_owned()));
    }
    let is_web = form == AddressForm::Web;
    Err(Kind::InvalidAddress {
        form,
        value: written.to_owned(),
        nearest: is_web.then(|| likely_web(written)).flatten(),
    })
}

fn split_anchor(written: &str) -> (String, Option<String>) {
    let (path, anchor) = match written.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (written, None),
    };
    let path = path
        .split('?')
        .next()
        .unwrap_or_default()
        .replace('\\', "/");
    (
        decoded(&path),
        anchor.map(decoded).filter(|anchor| !anchor.is_empty()),
    )
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn check_anchor(page: &Page, anchor: &str) -> Result<(), Kind> {
    let ids = || {
        page.outline
            .headings
            .iter()
            .map(|heading| heading.id.as_str())
    };
    let in_html = || {
        let ids = [format!("id=\"{anchor}\""), format!("id='{anchor}'")];
        let has = |body: Cow<'_, str>| ids.iter().any(|id| body.contains(id));
        page.outline.has_html && page.markdown().is_ok_and(has)
    };
    if anchor.is_empty() || ids().any(|id| id == anchor) || in_html() {
        return Ok(());
    }
    Err(Kind::BrokenAnchor {
        anchor: anchor.to_owned(),
        page: page.source.path.clone(),
        nearest: nearest(anchor, ids()),
    })
}

/// Returns the path in the content folder of a link from `folder`, which may not exist.
pub(super) fn path_within(folder: &str, written: &str) -> Option<String> {
    joined(folder, &split_anchor(written).0)
}

/// Resolves `path` relative to `folder`; `None` if it is outside the content folder.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Returns `path` relative to `folder`.
fn relative(folder: &str, path: &str) -> String {
    let here: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let there: Vec<&str> = path.split('/').collect();
    let common = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let mut parts = vec![".."; here.len() - common];
    parts.extend(&there[common..]);
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{joined, relative, scheme};

    #[test]
    fn paths_stay_inside_the_content() {
        assert_eq!(
            joined("casos", "../modelos/ara.md").as_deref(),
            Some("modelos/ara.md")
        );
        assert_eq!(joined("casos", "../../etc/passwd"), None);
        assert_eq!(relative("casos", "modelos/ara.md"), "../modelos/ara.md");
        assert_eq!(relative("casos", "casos/b.md"), "b.md");
    }

    #[test]
    fn only_valid_schemes_are_recognised() {
        assert_eq!(scheme("javascript:alert(1)"), Some("javascript"));
        assert_eq!(scheme("JaVaScRiPt:x"), Some("JaVaScRiPt"));
        assert_eq!(scheme("1:a.md"), None);
        assert_eq!(scheme("caso.md"), None);
    }
}
