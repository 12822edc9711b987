//! The list of everything that a site publishes: the address of each output, what it is
//! there for, and how it is made.

use std::path::Path;

use crate::base::media_type::media_type;
use crate::messages::diagnostics::{Location, SourceFile};
use crate::model::{AssetId, PageId, Route, Site, View};
use crate::output::metadata::Downloads;
use crate::output::pictures::Pictures;
use crate::render::theme::Theme;
use crate::search::format::name::FOLDER;

/// The outputs of a site.
#[derive(Clone, Copy)]
pub(super) struct Outputs<'s> {
    pub site: &'s Site,
    pub theme: &'s Theme,
    pub pictures: &'s Pictures,
    pub downloads: &'s Downloads,
}

/// One output: a file, or a folder of files whose names are known once they are made.
#[derive(Clone, Copy)]
pub struct Entry<'s> {
    /// Address relative to the site's root; that of a folder has no slash at its end.
    pub address: &'s str,
    /// What the output is there for.
    pub owner: Owner,
    pub(super) source: Source<'s>,
}

/// What an output is there for: without it, the output goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A document of the content: its page, and addresses that redirect there.
    Document(PageId),
    /// The site: lists, feeds, data and other pages that nobody writes.
    Site,
    /// The theme: style sheets, scripts, logo.
    Theme,
    /// A picture or download of the content.
    Asset(AssetId),
    /// A file that a host looks for at the root: its index in
    /// [`Site::root_files`](crate::model::Site::root_files).
    Root(usize),
    /// The search index.
    Search,
}

/// How an output is made.
#[derive(Clone, Copy)]
pub(super) enum Source<'s> {
    Route(&'s Route),
    Memory(&'s [u8]),
    Disk(&'s Path),
    SearchIndex,
}

impl<'s> Outputs<'s> {
    /// Returns every output: pages, then the search index, then files that need not be made.
    pub(super) fn all(self) -> impl Iterator<Item = Entry<'s>> {
        self.pages()
            .chain([Self::search_index()])
            .chain(self.files())
    }

    /// Returns what is rendered, sorted by address.
    pub(super) fn pages(self) -> impl Iterator<Item = Entry<'s>> {
        let routes = self.site.routes.iter();
        routes.map(move |route| Entry {
            address: &route.permalink,
            owner: self.owner(route),
            source: Source::Route(route),
        })
    }

    /// Returns the search index.
    pub(super) fn search_index() -> Entry<'s> {
        Entry {
            address: FOLDER,
            owner: Owner::Search,
            source: Source::SearchIndex,
        }
    }

    /// Returns what is published without being rendered: the theme's files, downloads and
    /// pictures.
    pub(super) fn files(self) -> impl Iterator<Item = Entry<'s>> {
        let theme = self.theme.files.iter().map(|(address, bytes)| Entry {
            address,
            owner: Owner::Theme,
            source: Source::Memory(bytes),
        });
        theme
            .chain(self.downloads())
            .chain(self.renditions())
            .chain(self.root_files())
    }

    fn downloads(self) -> impl Iterator<Item = Entry<'s>> {
        let assets = self.site.assets.iter().enumerate();
        let downloads = assets.filter(|(_, asset)| asset.is_published_download());
        downloads.map(|(id, asset)| Entry {
            address: &asset.permalink,
            owner: Owner::Asset(id),
            source: Source::Disk(self.downloads.published(&asset.file)),
        })
    }

    fn renditions(self) -> impl Iterator<Item = Entry<'s>> {
        let renditions = self.pictures.renditions();
        renditions.map(|(id, rendition)| Entry {
            address: &rendition.permalink,
            owner: Owner::Asset(id),
            source: Source::Disk(&rendition.file),
        })
    }

    fn root_files(self) -> impl Iterator<Item = Entry<'s>> {
        let files = self.site.root_files.iter().enumerate();
        files.map(|(index, file)| Entry {
            address: &file.address,
            owner: Owner::Root(index),
            source: Source::Disk(self.downloads.published(&file.file)),
        })
    }

    fn owner(self, route: &Route) -> Owner {
        match &route.view {
            View::Document(id) | View::Section(id) => Owner::Document(*id),
            View::Redirect { to } => match self.site.route(to).map(|route| &route.view) {
                Some(View::Document(id) | View::Section(id)) => Owner::Document(*id),
                _ => Owner::Site,
            },
            _ => Owner::Site,
        }
    }

    /// Returns the place where people named an output; `None` if the program names it.
    pub(super) fn location(self, entry: &Entry<'_>) -> Option<Location> {
        match (entry.source, entry.owner) {
            (Source::Route(route), Owner::Site) => self.location_of_list(&route.view),
            (Source::Route(route), Owner::Document(id)) => {
                Some(self.location_of_page(id, &route.permalink))
            }
            (_, Owner::Asset(id)) => Some(Location::whole(&self.site.assets[id].source)),
            (_, Owner::Root(index)) => Some(Location::whole(&self.site.root_files[index].source)),
            (_, Owner::Theme) => {
                let name = entry
                    .address
                    .strip_prefix("quipu/")
                    .unwrap_or(entry.address);
                let theme = &self.site.config.theme.value;
                let path = format!("themes/{theme}/static/{name}");
                Some(Location::whole(&SourceFile::new(path, "")))
            }
            _ => None,
        }
    }

    /// Returns the entry of a term in its vocabulary, or of a facet in the settings.
    fn location_of_list(self, view: &View) -> Option<Location> {
        let (View::Facet(taxonomy) | View::Term { taxonomy, .. }) = view else {
            return None;
        };
        let taxonomy = &self.site.taxonomies[*taxonomy];
        if let View::Term { term, .. } = view {
            return taxonomy.terms[*term].entry.clone();
        }
        let span = taxonomy.facet.span.clone()?;
        Some(Location::new(&self.site.config.source, span))
    }

    /// Returns the page's file; for a former address, its place in the front matter.
    fn location_of_page(self, id: PageId, address: &str) -> Location {
        let page = &self.site.pages[id];
        let mut aliases = page.front.aliases.iter();
        let alias = aliases.find(|alias| page.permalink != address && alias.value == address);
        alias.map_or_else(
            || Location::whole(&page.source),
            |alias| Location::new(&page.source, alias.span.clone()),
        )
    }
}

impl Entry<'_> {
    /// Whether `address` is this output's, or within its folder.
    pub fn covers(&self, address: &str) -> bool {
        match (self.is_folder(), address.strip_prefix(self.address)) {
            (false, rest) => rest == Some(""),
            (true, rest) => rest.is_some_and(|rest| rest.starts_with('/')),
        }
    }

    /// Whether it is a folder of files, whose names are known once they are made.
    pub fn is_folder(&self) -> bool {
        matches!(self.source, Source::SearchIndex)
    }

    /// Whether it holds all cases of an edition, and so is large.
    pub fn is_dataset(&self) -> bool {
        matches!(self.source, Source::Route(route) if matches!(route.view, View::Data(_)))
    }

    /// Returns the media type of its files, such as `text/html; charset=utf-8`.
    pub fn media_type(&self) -> String {
        match self.source {
            Source::SearchIndex => media_type("script.js"),
            _ => media_type(self.address),
        }
    }
}
