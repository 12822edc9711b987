//! The build pipeline, shared by every command that builds a site; each provides its own
//! [`Output`].

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::claims;
use super::finished::Inspection;
use super::outputs::Outputs;
use super::publication::{Entry, Publication, PublishError};
use crate::content::config;
use crate::content::discover::{ROOT_FOLDERS, discover};
use crate::content::parse;
use crate::content::resolve::resolve;
use crate::editor::external_links;
use crate::editor::review::{CaseReview, review, translations};
use crate::messages::diagnostics::{self, Diagnostic};
use crate::model::{Config, Site};
use crate::output::metadata::{self, Downloads};
use crate::output::pictures::{self, Pictures, prepare};
use crate::output::write::{Discard, Output};
use crate::render::theme::Theme;
use crate::render::{Renderer, Templates};

/// Options of a build.
#[derive(Debug, Clone)]
pub struct Options {
    /// Root folder of the site, which has the config file.
    pub root: PathBuf,
    /// Whether to include drafts.
    pub drafts: bool,
}

/// Stages of the pipeline, as shown in progress and timings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading and parsing.
    Read,
    /// Resolving links and references between documents.
    Resolve,
    /// Encoding pictures in the widths set by the theme.
    Pictures,
    /// Rendering and writing pages.
    Render,
    /// Building and writing the search index.
    Index,
    /// Checking links to other sites; not part of a build.
    External,
}

/// Receives progress events. Called from several threads; stages may overlap.
pub trait StageProgress: Sync {
    /// A stage begins, with that many steps; zero if they cannot be counted.
    fn begin(&self, stage: Stage, steps: usize);
    /// A step of the current stage is done.
    fn step(&self);
    /// A page was rendered and written in the time `took`.
    fn rendered(&self, permalink: &str, took: Duration);
    /// A stage ends.
    fn end(&self, stage: Stage);
}

/// Counts for the summary of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Case studies, not counting their translations.
    pub cases: usize,
    /// Management models with a page of their own, not counting translations.
    pub models: usize,
    /// Pages that readers navigate to, in all languages.
    pub pages: usize,
    /// Published pictures, not counting their renditions.
    pub pictures: usize,
    /// Pictures that were encoded because the cache did not have them.
    pub encoded: usize,
}

/// Outcome of a run of the pipeline.
#[derive(Debug)]
pub struct Outcome {
    /// Diagnostics about the content, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// How replicable each case is by another government.
    pub reviews: Vec<CaseReview>,
    /// Diagnostics about missing or stale translations.
    pub translations: Vec<Diagnostic>,
    /// Links to other sites.
    pub external: external_links::Links,
    /// Counts for the summary.
    pub counts: Counts,
    /// Whether the site's public address is configured.
    pub has_address: bool,
    /// The first file that could not be written, if any.
    pub failure: Option<WriteFailure>,
}

impl Outcome {
    /// Whether there are no errors, so that the output has the complete site.
    pub fn is_valid(&self) -> bool {
        self.failure.is_none() && !diagnostics::has_errors(&self.diagnostics)
    }

    /// Records every content error, but only the first write failure.
    fn note(&mut self, failures: impl IntoIterator<Item = PublishError>) {
        for failure in failures {
            match failure {
                PublishError::Content(diagnostic) => self.diagnostics.push(*diagnostic),
                PublishError::Io(address, error) => {
                    let file = address.into();
                    self.failure.get_or_insert(WriteFailure { file, error });
                }
            }
        }
    }
}

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {error}", file.display())]
pub struct WriteFailure {
    /// Path relative to the output; absolute if it is outside, as the picture cache is.
    pub file: PathBuf,
    /// The error of the operating system.
    pub error: std::io::Error,
}

/// Runs the pipeline. Writes to `output` only if the content has no errors. If rendering or
/// writing fails after that, the outcome is not valid and `output` must be discarded.
pub fn run(options: &Options, output: &dyn Output, progress: &dyn StageProgress) -> Outcome {
    run_with(options, output, true, progress)
}

/// Runs the pipeline for its diagnostics alone. The search index is left out: nothing can be
/// wrong with it that is not found before.
pub fn check(options: &Options, progress: &dyn StageProgress) -> Outcome {
    run_with(options, &Discard, false, progress)
}

fn run_with(
    options: &Options,
    output: &dyn Output,
    has_index: bool,
    progress: &dyn StageProgress,
) -> Outcome {
    let mut diagnostics = Vec::new();
    progress.begin(Stage::Read, 0);
    let config = config::load(&options.root, &mut diagnostics);
    let theme = Theme::load(&config, &mut diagnostics);
    let site = read(config, options.drafts, progress, &mut diagnostics);
    let mut outcome = Outcome {
        counts: counts(&site),
        has_address: site.config.base_url.is_some(),
        reviews: review(&site),
        translations: translations(&site),
        external: external_links::links(&site),
        diagnostics,
        failure: None,
    };
    let theme = Arc::new(theme);
    let pictures = pictures(&site, &theme, progress, &mut outcome);
    let downloads = downloads(&site, &mut outcome);
    let files = pictures.zip(downloads);
    if let Some((pictures, downloads)) = &files {
        let outputs = Outputs {
            site: &site,
            theme: &theme,
            pictures,
            downloads,
        };
        claims::check(outputs, &mut outcome.diagnostics);
    }
    let templates = Templates::compile(theme, &site.config, &mut outcome.diagnostics);
    if let Some((templates, (pictures, downloads))) = templates.zip(files)
        && !diagnostics::has_errors(&outcome.diagnostics)
    {
        let renderer = Renderer::new(
            site.into(),
            templates.into(),
            pictures.into(),
            downloads.into(),
        );
        let publication = Publication::of(&renderer);
        let inspection = Inspection::of(publication.outputs(), output);
        match has_index {
            true => write(publication, &inspection, progress, &mut outcome),
            false => outcome.note(write_pages(publication, &inspection, progress)),
        }
        write_files(publication, &inspection, &mut outcome);
        outcome.diagnostics.extend(inspection.problems());
    }
    diagnostics::sort(&mut outcome.diagnostics);
    outcome
}

fn pictures(
    site: &Site,
    theme: &Theme,
    progress: &dyn StageProgress,
    outcome: &mut Outcome,
) -> Option<Pictures> {
    let pictures = site.assets.iter().filter(|it| it.is_published_picture());
    let count = pictures.count();
    progress.begin(Stage::Pictures, count);
    let step = || progress.step();
    let root = &site.config.root;
    let diagnostics = &mut outcome.diagnostics;
    let prepared = prepare(&site.assets, &theme.images, root, step, diagnostics);
    progress.end(Stage::Pictures);
    match prepared {
        Ok(pictures) => {
            outcome.counts.pictures = pictures.count();
            outcome.counts.encoded = pictures.encoded;
            Some(pictures)
        }
        Err(error) => {
            let file = pictures::folder(root);
            outcome.failure = Some(WriteFailure { file, error });
            None
        }
    }
}

fn downloads(site: &Site, outcome: &mut Outcome) -> Option<Downloads> {
    match metadata::prepare(site, &mut outcome.diagnostics) {
        Ok(downloads) => Some(downloads),
        Err(error) => {
            let file = metadata::folder(&site.config.root);
            let failure = WriteFailure { file, error };
            outcome.failure.get_or_insert(failure);
            None
        }
    }
}

/// Reads and resolves the site without rendering, as far as it can be read.
pub fn site(options: &Options, diagnostics: &mut Vec<Diagnostic>) -> Site {
    let config = config::load(&options.root, diagnostics);
    read(config, options.drafts, &(), diagnostics)
}

/// Ignores progress events.
impl StageProgress for () {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
    fn rendered(&self, _: &str, _: Duration) {}
    fn end(&self, _: Stage) {}
}

fn read(
    config: Config,
    drafts: bool,
    progress: &dyn StageProgress,
    diagnostics: &mut Vec<Diagnostic>,
) -> Site {
    let sources = discover(&config, diagnostics);
    let documents = parse::documents(&config, &sources.documents);
    let parsed = parse::parse(&config, sources, documents, drafts, diagnostics);
    progress.end(Stage::Read);
    progress.begin(Stage::Resolve, 0);
    let site = resolve(config, parsed, diagnostics);
    progress.end(Stage::Resolve);
    site
}

fn counts(site: &Site) -> Counts {
    let models = site.taxonomies.iter().flat_map(|taxonomy| &taxonomy.terms);
    Counts {
        cases: site
            .editions
            .first()
            .map_or(0, |edition| edition.cases.len()),
        models: models.filter(|term| !term.pages.is_empty()).count(),
        pages: site
            .routes
            .iter()
            .filter(|route| route.view.is_browsable())
            .count(),
        ..Counts::default()
    }
}

/// Writes pages and index in parallel, since each has single-threaded parts.
fn write(
    publication: Publication<'_>,
    output: &dyn Output,
    progress: &dyn StageProgress,
    outcome: &mut Outcome,
) {
    let (failures, index) = rayon::join(
        || write_pages(publication, output, progress),
        || write_index(publication, output, progress),
    );
    outcome.note(failures);
    outcome.note(index);
}

/// Writes what need not be made, once the rest is known to be sound.
fn write_files(publication: Publication<'_>, output: &dyn Output, outcome: &mut Outcome) {
    if outcome.is_valid() {
        let failure = |entry: Entry<'_>| publication.write(&entry, output).err();
        let failure = publication.files().find_map(failure);
        outcome.note(failure);
    }
}

fn write_pages(
    publication: Publication<'_>,
    output: &dyn Output,
    progress: &dyn StageProgress,
) -> Vec<PublishError> {
    let failure = |entry: &Entry<'_>| {
        let begin = Instant::now();
        let failure = publication.write(entry, output).err();
        progress.rendered(entry.address, begin.elapsed());
        progress.step();
        failure
    };
    // Data files of all cases are large: writing them first frees their memory before the
    // index is complete.
    let (data, pages): (Vec<_>, Vec<_>) = publication.pages().partition(Entry::is_dataset);
    progress.begin(Stage::Render, data.len() + pages.len());
    let entries = data.par_iter().chain(&pages);
    let failures = entries.filter_map(failure).collect();
    progress.end(Stage::Render);
    failures
}

fn write_index(
    publication: Publication<'_>,
    output: &dyn Output,
    progress: &dyn StageProgress,
) -> Option<PublishError> {
    progress.begin(Stage::Index, 0);
    let failure = publication.write(&Publication::search_index(), output);
    progress.end(Stage::Index);
    failure.err()
}

/// Returns the folders that an output must not overlap.
pub fn source_folders(root: &Path) -> Vec<PathBuf> {
    let folders = ["content", "themes"].into_iter().chain(ROOT_FOLDERS);
    folders.map(|folder| root.join(folder)).collect()
}
