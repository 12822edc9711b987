//! Everything that a site publishes, as one list: a build writes every entry of it, and the
//! preview makes the one that a browser asks for.

use std::io;
use std::path::Path;

use crate::base::media_type::media_type;
use crate::messages::diagnostics::Diagnostic;
use crate::model::{AssetId, PageId, Route, View};
use crate::output::write::Output;
use crate::render::Renderer;
use crate::search::build::{IndexError, index};
use crate::search::format::name::FOLDER;

/// The outputs of a site.
#[derive(Clone, Copy)]
pub struct Publication<'r> {
    renderer: &'r Renderer,
}

/// One output: a file, or a folder of files whose names are known once they are made.
#[derive(Clone, Copy)]
pub struct Entry<'r> {
    /// Address relative to the site's root; that of a folder has no slash at its end.
    pub address: &'r str,
    /// What the output is there for.
    pub owner: Owner,
    source: Source<'r>,
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
    /// The search index.
    Search,
}

/// How an output is made.
#[derive(Clone, Copy)]
enum Source<'r> {
    Route(&'r Route),
    Memory(&'r [u8]),
    Disk(&'r Path),
    SearchIndex,
}

/// Why an output cannot be made or stored.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A template failed, or a source file changed during the build.
    #[error("an output cannot be rendered")]
    Content(Box<Diagnostic>),
    /// A file could not be read or written: its address, and the system's error.
    #[error("{0} cannot be read or written")]
    Io(String, #[source] io::Error),
}

impl<'r> Publication<'r> {
    /// Lists the outputs of a renderer's site.
    pub fn of(renderer: &'r Renderer) -> Self {
        Self { renderer }
    }

    /// Returns every output: pages, then the search index, then files that need not be made.
    pub fn entries(self) -> impl Iterator<Item = Entry<'r>> {
        self.pages()
            .chain([Self::search_index()])
            .chain(self.files())
    }

    /// Returns the output that has `address`, or the folder that may have it.
    pub fn find(self, address: &str) -> Option<Entry<'r>> {
        self.entries().find(|entry| entry.covers(address))
    }

    /// Returns what is rendered, sorted by address.
    pub fn pages(self) -> impl Iterator<Item = Entry<'r>> {
        let routes = self.renderer.site.routes.iter();
        routes.map(move |route| Entry {
            address: &route.permalink,
            owner: self.owner(route),
            source: Source::Route(route),
        })
    }

    /// Returns the search index.
    pub fn search_index() -> Entry<'r> {
        Entry {
            address: FOLDER,
            owner: Owner::Search,
            source: Source::SearchIndex,
        }
    }

    /// Returns what is published without being rendered: the theme's files, downloads and
    /// pictures.
    pub fn files(self) -> impl Iterator<Item = Entry<'r>> {
        let theme = self.renderer.templates.theme.files.iter();
        let theme = theme.map(|(address, bytes)| Entry {
            address,
            owner: Owner::Theme,
            source: Source::Memory(bytes),
        });
        theme.chain(self.downloads()).chain(self.pictures())
    }

    fn downloads(self) -> impl Iterator<Item = Entry<'r>> {
        let assets = self.renderer.site.assets.iter().enumerate();
        let downloads = assets.filter(|(_, asset)| asset.is_published_download());
        downloads.map(|(id, asset)| Entry {
            address: &asset.permalink,
            owner: Owner::Asset(id),
            source: Source::Disk(&asset.file),
        })
    }

    fn pictures(self) -> impl Iterator<Item = Entry<'r>> {
        let renditions = self.renderer.pictures.renditions();
        renditions.map(|(id, rendition)| Entry {
            address: &rendition.permalink,
            owner: Owner::Asset(id),
            source: Source::Disk(&rendition.file),
        })
    }

    fn owner(self, route: &Route) -> Owner {
        let site = &self.renderer.site;
        match &route.view {
            View::Document(id) | View::Section(id) => Owner::Document(*id),
            View::Redirect { to } => match site.route(to).map(|route| &route.view) {
                Some(View::Document(id) | View::Section(id)) => Owner::Document(*id),
                _ => Owner::Site,
            },
            _ => Owner::Site,
        }
    }

    /// Makes an output and hands its files to `output`.
    ///
    /// # Errors
    /// If it cannot be rendered, read or stored.
    pub fn write(self, entry: &Entry<'_>, output: &dyn Output) -> Result<(), PublishError> {
        let address = entry.address;
        let stored = match entry.source {
            Source::Route(route) => {
                let bytes = self.renderer.render(route).map_err(PublishError::Content)?;
                output.put(address, &bytes)
            }
            Source::Memory(bytes) => output.put(address, bytes),
            Source::Disk(file) => output.put_file(address, file),
            Source::SearchIndex => {
                let sink = |address: &str, bytes: &[u8]| output.put(address, bytes);
                return Ok(index(&self.renderer.site, &sink)?);
            }
        };
        stored.map_err(|error| PublishError::Io(address.to_owned(), error))
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

impl From<IndexError> for PublishError {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Text(diagnostic) => Self::Content(diagnostic),
            IndexError::Write(address, error) => Self::Io(address, error),
        }
    }
}
