//! Fast path for edits of a document's text that no other page can see.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Preview, Snapshot};
use crate::content::discover::ContentFile;
use crate::content::parse::{self, Document, ParsedFile};
use crate::messages::diagnostics::has_errors;
use crate::model::{Outline, Page, PageId, Site};

/// A document whose text has changed.
struct Revision {
    file: PathBuf,
    page: PageId,
    reading: ParsedFile<Document>,
    document: Document,
}

impl Preview {
    /// Applies changes to `files` if only their text changed; otherwise does nothing and
    /// returns `false`.
    pub(super) fn revise(&mut self, files: &[&PathBuf]) -> bool {
        let Some(snapshot) = self.snapshot.clone().filter(|_| self.is_current) else {
            return false;
        };
        let renderer = snapshot.renderer();
        let revisions = files.iter().map(|file| self.revision(&renderer.site, file));
        let Some(revisions) = revisions.collect::<Option<Vec<_>>>() else {
            return false;
        };
        let mut site = Site::clone(&renderer.site);
        for revision in revisions {
            let page = &mut site.pages[revision.page];
            *page = Arc::new(revised(page, &revision.document));
            self.take(revision);
        }
        let renderer = renderer.with_site(site.into());
        self.snapshot = Some(Arc::new(Snapshot::new(renderer)));
        true
    }

    fn revision(&self, site: &Site, file: &Path) -> Option<Revision> {
        let path = self.path_of(file)?;
        let before = self.readings.get(&path)?.value.as_ref()?;
        let content = ContentFile {
            path: before.path.clone(),
            file: file.to_owned(),
        };
        let reading = parse::document(&self.config, &content);
        let document = reading.value.clone()?;
        let is_alike = looks_alike(before, &document) && !has_errors(&reading.diagnostics);
        if !is_alike || self.has_diagnostic_in_body(before) {
            return None;
        }
        let path = &before.source.path;
        Some(Revision {
            file: content.file,
            page: site
                .pages
                .iter()
                .position(|page| page.source.path == *path)?,
            reading,
            document,
        })
    }

    /// Whether a diagnostic found by comparing documents points into the body of this one.
    fn has_diagnostic_in_body(&self, document: &Document) -> bool {
        let locations = self.diagnostics.iter().map(|found| &found.location);
        let mut locations =
            locations.filter(|location| location.source.path == document.source.path);
        locations.any(|location| location.span.end > document.body.start)
    }

    fn take(&mut self, revision: Revision) {
        let source = &revision.document.source;
        for found in &mut self.diagnostics {
            if found.location.source.path == source.path {
                found.location.source = Arc::clone(source);
            }
        }
        self.inputs.refresh(&revision.file);
        self.readings
            .insert(revision.document.path, revision.reading);
    }
}

/// Whether two versions of a document are the same to all other pages.
fn looks_alike(a: &Document, b: &Document) -> bool {
    let links = |outline: &Outline| {
        let links = outline.links.iter();
        let links = links.map(|link| (link.target.value.clone(), link.is_image));
        links.collect::<Vec<_>>()
    };
    a.front == b.front
        && a.terms == b.terms
        && a.body.start == b.body.start
        && a.outline.headings == b.outline.headings
        && links(&a.outline) == links(&b.outline)
        // HTML may contain anchors.
        && !a.outline.has_html
        && !b.outline.has_html
}

fn revised(page: &Page, document: &Document) -> Page {
    Page {
        source: Arc::clone(&document.source),
        body: document.body.clone(),
        outline: Arc::clone(&document.outline),
        ..page.clone()
    }
}
