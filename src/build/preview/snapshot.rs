//! One state of the site: its files, made when somebody asks for them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::messages::diagnostics::Diagnostic;
use crate::model::Site;
use crate::render::Renderer;
use crate::search::build::{IndexError, index};
use crate::search::format::name::FOLDER;

/// The page for addresses that lead nowhere.
const NOT_FOUND: &str = "404.html";

/// Where the preview's server has the site, whatever its public address is.
const SERVER_ROOT: &str = "/";

/// Bytes of files by permalink.
type Files = BTreeMap<String, Vec<u8>>;

/// A sound site, ready to be looked at.
pub struct Snapshot {
    renderer: Renderer,
    /// Files of the search index by permalink, once somebody searches.
    index: OnceLock<Result<Files, Box<Diagnostic>>>,
}

/// Why a file of the site cannot be given.
#[derive(Debug)]
pub enum Failure {
    /// There is none of that name.
    Missing,
    /// A template fails, or a text has changed meanwhile.
    Content(Box<Diagnostic>),
    /// The system did not let it be read.
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

    /// The file at `permalink`, byte for byte as a build would write it.
    ///
    /// # Errors
    /// When there is none, or it cannot be made.
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

    /// The theme's own files, which pages may show.
    pub fn theme_files(&self) -> &Files {
        &self.renderer.templates.theme.files
    }

    /// The page for addresses that lead nowhere; its links hold under each of them.
    ///
    /// # Errors
    /// When the theme's template fails.
    pub fn not_found(&self) -> Result<Vec<u8>, Failure> {
        let renderer = &self.renderer;
        let route = renderer.site.route(NOT_FOUND).ok_or(Failure::Missing)?;
        let page = renderer.render_from(route, SERVER_ROOT);
        Ok(page.map_err(Failure::Content)?.into_bytes())
    }

    /// Every permalink of the site.
    ///
    /// # Errors
    /// When the search index cannot be made.
    pub fn permalinks(&self) -> Result<BTreeSet<String>, Failure> {
        let renderer = &self.renderer;
        let pages = renderer.site.routes.iter().map(|route| &route.permalink);
        let theme = renderer.templates.theme.files.keys();
        let made = pages.chain(theme).chain(self.index()?.keys()).cloned();
        let files = renderer.published_files();
        Ok(made.chain(files.map(|(name, _)| name.to_owned())).collect())
    }

    fn index(&self) -> Result<&Files, Failure> {
        let made = self.index.get_or_init(|| in_memory(&self.renderer.site));
        made.as_ref()
            .map_err(|diagnostic| Failure::Content(diagnostic.clone()))
    }
}

fn in_memory(site: &Arc<Site>) -> Result<Files, Box<Diagnostic>> {
    let files = Mutex::new(BTreeMap::new());
    let sink = |permalink: &str, bytes: &[u8]| {
        let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(permalink.to_owned(), bytes.to_owned());
        Ok(())
    };
    match index(site, &sink) {
        Err(IndexError::Text(diagnostic)) => return Err(diagnostic),
        // Memory refuses nothing.
        Err(IndexError::Write(..)) | Ok(()) => {}
    }
    Ok(files.into_inner().unwrap_or_else(PoisonError::into_inner))
}
