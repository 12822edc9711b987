//! Makes what a site publishes: a build writes every output, and the preview makes the one
//! that a browser asks for.

use std::io;

use super::outputs::{Outputs, Source};
use crate::messages::diagnostics::Diagnostic;
use crate::output::write::Output;
use crate::render::Renderer;
use crate::search::build::{IndexError, index};

pub use super::outputs::{Entry, Owner};

/// The outputs of a site with what makes them.
#[derive(Clone, Copy)]
pub struct Publication<'r> {
    renderer: &'r Renderer,
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
    /// Returns the publication of a renderer's site.
    pub fn of(renderer: &'r Renderer) -> Self {
        Self { renderer }
    }

    pub(super) fn outputs(self) -> Outputs<'r> {
        Outputs {
            site: &self.renderer.site,
            theme: &self.renderer.templates.theme,
            pictures: &self.renderer.pictures,
            downloads: &self.renderer.downloads,
        }
    }

    /// Returns every output: pages, then the search index, then files that need not be made.
    pub fn entries(self) -> impl Iterator<Item = Entry<'r>> {
        self.outputs().all()
    }

    /// Returns the output that has `address`, or the folder that may have it.
    pub fn find(self, address: &str) -> Option<Entry<'r>> {
        self.entries().find(|entry| entry.covers(address))
    }

    /// Returns what is rendered, sorted by address.
    pub fn pages(self) -> impl Iterator<Item = Entry<'r>> {
        self.outputs().pages()
    }

    /// Returns the search index.
    pub fn search_index() -> Entry<'r> {
        Outputs::search_index()
    }

    /// Returns what is published without being rendered.
    pub fn files(self) -> impl Iterator<Item = Entry<'r>> {
        self.outputs().files()
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

impl From<IndexError> for PublishError {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Text(diagnostic) => Self::Content(diagnostic),
            IndexError::Write(address, error) => Self::Io(address, error),
        }
    }
}
