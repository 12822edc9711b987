//! Sitemaps: the addresses of all pages, for search engines (sitemaps.org, protocol 0.9).

use serde::Serialize;

use super::views::{TranslationView, translations};
use crate::model::{PAGES_PER_SITEMAP, Route, Site, View, sitemap_key};

/// An entry of a sitemap.
#[derive(Serialize)]
pub(super) struct AddressView<'s> {
    permalink: &'s str,
    changed: Option<String>,
    /// The same page in each language it exists in.
    translations: Vec<TranslationView>,
}

/// Returns the entries of a part; parts count from 1.
pub(super) fn part(site: &Site, part: usize) -> Vec<AddressView<'_>> {
    let routes = listed_routes(site)
        .skip((part - 1) * PAGES_PER_SITEMAP)
        .take(PAGES_PER_SITEMAP);
    routes.map(|route| address(site, route)).collect()
}

/// Returns the permalinks of all parts.
pub(super) fn parts(site: &Site) -> Vec<String> {
    let parts = listed_routes(site).count().div_ceil(PAGES_PER_SITEMAP);
    (1..=parts).map(sitemap_key).collect()
}

fn listed_routes(site: &Site) -> impl Iterator<Item = &Route> {
    site.routes.iter().filter(|route| route.view.is_browsable())
}

fn address<'s>(site: &'s Site, route: &'s Route) -> AddressView<'s> {
    let edition = &site.editions[route.edition];
    let changed = match route.view {
        View::Document(id) | View::Section(id) => site.pages[id].changed(),
        _ => None,
    };
    AddressView {
        permalink: &route.permalink,
        changed: changed.map(|date| date.to_string()),
        translations: translations(site, edition, &route.permalink),
    }
}
