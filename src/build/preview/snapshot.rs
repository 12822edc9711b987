//! A state of the site, whose files are rendered on request.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::build::publication::{Publication, PublishError};
use crate::messages::diagnostics::Diagnostic;
use crate::output::write::Output;
use crate::render::Renderer;

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

/// A file as a web server would send it.
pub struct PublishedFile {
    /// Its contents.
    pub bytes: Vec<u8>,
    /// Its media type, such as `text/html; charset=utf-8`.
    pub media_type: String,
}

/// Why a file of the site is not available.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The permalink does not exist.
    #[error("no such file in the site")]
    Missing,
    /// A template failed, or a source file has changed in the meantime.
    #[error("the page cannot be rendered")]
    Content(Box<Diagnostic>),
    /// The file could not be read.
    #[error("cannot read the file")]
    Io(#[source] io::Error),
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

    /// Returns what the site publishes.
    pub fn publication(&self) -> Publication<'_> {
        Publication::of(&self.renderer)
    }

    /// Returns the file at `permalink`, byte for byte as a build would write it.
    ///
    /// # Errors
    /// If it does not exist, cannot be rendered or cannot be read.
    pub fn file(&self, permalink: &str) -> Result<PublishedFile, Failure> {
        let publication = self.publication();
        let entry = publication.find(permalink).ok_or(Failure::Missing)?;
        let bytes = if entry.is_folder() {
            self.index()?.get(permalink).cloned()
        } else {
            let memory = Memory::default();
            publication.write(&entry, &memory)?;
            memory.into_files().remove(permalink)
        };
        Ok(PublishedFile {
            bytes: bytes.ok_or(Failure::Missing)?,
            media_type: entry.media_type(),
        })
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
        page.map_err(Failure::Content)
    }

    /// Returns every permalink of the site.
    ///
    /// # Errors
    /// If the search index cannot be built.
    pub fn permalinks(&self) -> Result<BTreeSet<String>, Failure> {
        let entries = self.publication().entries();
        let files = entries.filter(|entry| !entry.is_folder());
        let files = files.map(|entry| entry.address.to_owned());
        Ok(files.chain(self.index()?.keys().cloned()).collect())
    }

    fn index(&self) -> Result<&Files, Failure> {
        let index = self.index.get_or_init(|| {
            let memory = Memory::default();
            match self
                .publication()
                .write(&Publication::search_index(), &memory)
            {
                Err(PublishError::Content(diagnostic)) => Err(diagnostic),
                // Writing to memory does not fail.
                Err(PublishError::Io(..)) | Ok(()) => Ok(memory.into_files()),
            }
        });
        let index = index.as_ref();
        index.map_err(|diagnostic| Failure::Content(diagnostic.clone()))
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Content(diagnostic) => Self::Content(diagnostic),
            PublishError::Io(_, error) => Self::Io(error),
        }
    }
}

/// An output in memory.
#[derive(Default)]
struct Memory(Mutex<Files>);

impl Memory {
    fn into_files(self) -> Files {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Output for Memory {
    fn put(&self, permalink: &str, bytes: &[u8]) -> io::Result<()> {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(permalink.to_owned(), bytes.to_owned());
        Ok(())
    }

    fn put_file(&self, permalink: &str, file: &Path) -> io::Result<()> {
        self.put(permalink, &std::fs::read(file)?)
    }
}
