//! A state of the site, whose files are rendered on request.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::messages::diagnostics::Diagnostic;
use crate::model::Site;
use crate::render::Renderer;
use crate::search::build::{IndexError, index};
use crate::search::format::name::FOLDER;

/// Permalink of the page for addresses that do not exist.
const NOT_FOUND: &str = "404.html";

/// Path of the site on the preview server, whatever its public address is.
const SERVER_ROOT: &str = "/";

/// File contents by permalink.
type Files = BTreeMap<String, Vec<u8>>;

/// A site without errors, ready to be rendered.
pub struct Snapshot {
    renderer: Renderer,
    /// Files of the search index, built on first use.
    index: OnceLock<Result<Files, Box<Diagnostic>>>,
}

/// Why a file of the site is not available.
#[derive(Debug)]
pub enum Failure {
    /// The permalink does not exist.
    Missing,
    /// A template failed, or a source file has changed in the meantime.
    Content(Box<Diagnostic>),
    /// The file could not be read.
    Io(io::Error),
}

impl Snapshot {
    pub(super) fn new(renderer: Renderer) -> Self {
        Self {
            renderer,
            index: OnceLock::new(),
        }
    }

    pub(super) fn renderer(&self) -> &Renderer {
        &self.renderer
    }

    /// Returns the file at `permalink`, byte for byte as a build would write it.
    ///
    /// # Errors
    /// If it does not exist, cannot be rendered or cannot be read.
    pub fn file(&self, permalink: &str) -> Result<Vec<u8>, Failure> {
        let renderer = &self.renderer;
        if let Some(route) = renderer.site.route(permalink) {
            let page = renderer.render(route).map_err(Failure::Content)?;
            return Ok(page.into_bytes());
        }
        if let Some(bytes) = renderer.templates.theme.files.get(permalink) {
            return Ok(bytes.clone());
        }
        let is_index = |rest: &str| rest.starts_with('/');
        if permalink.strip_prefix(FOLDER).is_some_and(is_index) {
            let found = self.index()?.get(permalink);
            return found.cloned().ok_or(Failure::Missing);
        }
        let files = renderer.published_files();
        let mut files = files.filter(|(name, _)| *name == permalink);
        let (_, file) = files.next().ok_or(Failure::Missing)?;
        std::fs::read(file).map_err(Failure::Io)
    }

    /// Returns the theme's static files, which pages may use.
    pub fn theme_files(&self) -> &Files {
        &self.renderer.templates.theme.files
    }

    /// Returns the page for addresses that do not exist. Its links start at the root of the
    /// server, so that they work under any address.
    ///
    /// # Errors
    /// If the site has no such page, or its template fails.
    pub fn not_found(&self) -> Result<Vec<u8>, Failure> {
        let renderer = &self.renderer;
        let route = renderer.site.route(NOT_FOUND).ok_or(Failure::Missing)?;
        let page = renderer.render_from(route, SERVER_ROOT);
        Ok(page.map_err(Failure::Content)?.into_bytes())
    }

    /// Returns every permalink of the site.
    ///
    /// # Errors
    /// If the search index cannot be built.
    pub fn permalinks(&self) -> Result<BTreeSet<String>, Failure> {
        let renderer = &self.renderer;
        let pages = renderer.site.routes.iter().map(|route| &route.permalink);
        let theme = renderer.templates.theme.files.keys();
        let generated = pages.chain(theme).chain(self.index()?.keys()).cloned();
        let files = renderer.published_files();
        Ok(generated
            .chain(files.map(|(name, _)| name.to_owned()))
            .collect())
    }

    fn index(&self) -> Result<&Files, Failure> {
        let index = self
            .index
            .get_or_init(|| index_in_memory(&self.renderer.site));
        index
            .as_ref()
            .map_err(|diagnostic| Failure::Content(diagnostic.clone()))
    }
}

fn index_in_memory(site: &Arc<Site>) -> Result<Files, Box<Diagnostic>> {
    let files = Mutex::new(BTreeMap::new());
    let sink = |permalink: &str, bytes: &[u8]| {
        let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(permalink.to_owned(), bytes.to_owned());
        Ok(())
    };
    match index(site, &sink) {
        Err(IndexError::Text(diagnostic)) => return Err(diagnostic),
        // Writing to memory does not fail.
        Err(IndexError::Write(..)) | Ok(()) => {}
    }
    Ok(files.into_inner().unwrap_or_else(PoisonError::into_inner))
}
