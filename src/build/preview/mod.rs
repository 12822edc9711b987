//! In-memory preview of the site, updated incrementally as its files change.
//!
//! The stages are those of a build. Parsed documents, the compiled theme and the encoded
//! pictures are cached between states; references between documents are resolved anew, and
//! pages are rendered on request.

mod revision;
mod snapshot;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;

use crate::build::claims;
use crate::build::inputs::Inputs;
use crate::build::outputs::Outputs;
use crate::build::pipeline::Options;
use crate::content::config::{self, FILE_NAME};
use crate::content::discover::{ContentFile, ROOT_FOLDERS, Sources, discover};
use crate::content::parse::{self, Document, ParsedFile};
use crate::content::resolve::resolve;
use crate::messages::diagnostics::{self, Diagnostic};
use crate::model::{Asset, Config, RootFile, Site};
use crate::output::metadata::{self, Downloads};
use crate::output::pictures::{self, ImageSettings, Pictures};
use crate::render::theme::Theme;
use crate::render::{Renderer, Templates};

pub use snapshot::{Failure, PublishedFile, Snapshot};

/// Incrementally updated state of a site.
pub struct Preview {
    options: Options,
    config: Config,
    inputs: Inputs,
    sources: Found,
    /// Parsed documents, by path relative to the content folder.
    readings: HashMap<String, ParsedFile<Document>>,
    theme: LoadedTheme,
    prepared: Prepared,
    /// Diagnostics other than those in `readings`.
    diagnostics: Vec<Diagnostic>,
    /// The last state without errors.
    snapshot: Option<Arc<Snapshot>>,
    /// Whether `snapshot` is of the current files.
    is_current: bool,
}

/// The content's files, and diagnostics about finding them.
#[derive(Clone, Default)]
struct Found {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
}

/// The theme with its diagnostics; `templates` is `None` if it does not compile.
#[derive(Default)]
struct LoadedTheme {
    theme: Arc<Theme>,
    templates: Option<Arc<Templates>>,
    diagnostics: Vec<Diagnostic>,
}

/// Encoded pictures and cleaned downloads, and the inputs that they were made from.
#[derive(Default)]
struct Prepared {
    assets: Vec<Asset>,
    root_files: Vec<RootFile>,
    settings: ImageSettings,
    files: Files,
}

/// Encoded pictures and cleaned downloads.
#[derive(Clone, Default)]
struct Files {
    pictures: Arc<Pictures>,
    downloads: Arc<Downloads>,
}

impl LoadedTheme {
    fn load(config: &Config) -> Self {
        let mut diagnostics = Vec::new();
        let theme = Arc::new(Theme::load(config, &mut diagnostics));
        let templates = Templates::compile(Arc::clone(&theme), config, &mut diagnostics);
        Self {
            theme,
            templates: templates.map(Arc::new),
            diagnostics,
        }
    }
}

impl Preview {
    /// Reads the site at the root of `options`.
    pub fn open(options: &Options) -> Self {
        let root = std::path::absolute(&options.root).unwrap_or_else(|_| options.root.clone());
        let options = Options {
            root,
            ..options.clone()
        };
        let config = config::load(&options.root, &mut Vec::new());
        let mut preview = Self {
            theme: LoadedTheme::default(),
            inputs: Inputs::default(),
            sources: Found::default(),
            readings: HashMap::new(),
            prepared: Prepared::default(),
            diagnostics: Vec::new(),
            snapshot: None,
            is_current: false,
            options,
            config,
        };
        preview.update(&[]);
        preview
    }

    /// Returns the absolute root folder of the site.
    pub fn root(&self) -> &Path {
        &self.options.root
    }

    /// Returns the last state without errors; `None` if there has been none.
    pub fn snapshot(&self) -> Option<Arc<Snapshot>> {
        self.snapshot.clone()
    }

    /// Returns all diagnostics about the current files, sorted.
    pub fn problems(&self) -> Vec<Diagnostic> {
        let of_documents = self.readings.values();
        let of_documents = of_documents.flat_map(|reading| &reading.diagnostics);
        let mut problems: Vec<Diagnostic> = self
            .diagnostics
            .iter()
            .chain(of_documents)
            .cloned()
            .collect();
        diagnostics::sort(&mut problems);
        problems
    }

    fn is_valid(&self) -> bool {
        let of_documents = self.readings.values().map(|reading| &reading.diagnostics);
        let mut all = of_documents.chain([&self.diagnostics]);
        !all.any(|some| diagnostics::has_errors(some))
    }

    /// Applies changes to the files and returns whether there were any. `reported` are the
    /// files that the watcher reported; if empty, the stamps of all files are compared.
    pub fn update(&mut self, reported: &[PathBuf]) -> bool {
        let reported: Vec<&PathBuf> = reported
            .iter()
            .filter(|file| self.is_of_site(file))
            .collect();
        let is_document = |file: &Path| {
            let path = self.path_of(file);
            path.is_some_and(|path| self.readings.contains_key(&path)) && file.is_file()
        };
        if !reported.is_empty() && reported.iter().all(|file| is_document(file)) {
            if !self.revise(&reported) {
                reported.iter().for_each(|file| self.inputs.refresh(file));
                self.rebuild(
                    &reported.into_iter().cloned().collect(),
                    self.sources.clone(),
                );
            }
            return true;
        }
        let config = config::load(&self.options.root, &mut Vec::new());
        let inputs = Inputs::of(&config);
        let mut changed: HashSet<PathBuf> =
            inputs.changed_since(&self.inputs).into_iter().collect();
        changed.extend(reported.into_iter().cloned());
        if changed.is_empty() && inputs.findings() == self.inputs.findings() {
            return false;
        }
        self.inputs = inputs;
        let mut sources = Found::default();
        sources.sources = discover(&config, &mut sources.diagnostics);
        self.rebuild(&changed, sources);
        true
    }

    /// Whether a change of this path may change the site. Ignores hidden files, which
    /// editors write next to the file being saved.
    fn is_of_site(&self, path: &Path) -> bool {
        let is_hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        let is_within = |name: &&str| path.starts_with(self.options.root.join(name));
        let is_shown = ["content", "themes"].iter().any(is_within) && !is_hidden;
        let is_of_root = ROOT_FOLDERS.iter().any(is_within);
        self.inputs.contains(path) || (is_shown || is_of_root) && path.exists()
    }

    /// Runs the stages over `found`, reusing cached results that `changed` does not affect.
    fn rebuild(&mut self, changed: &HashSet<PathBuf>, found: Found) {
        let mut diagnostics = Vec::new();
        let config = config::load(&self.options.root, &mut diagnostics);
        let is_reset = changed.contains(&self.options.root.join(FILE_NAME));
        if is_reset || self.changes_theme(&config, changed) {
            self.theme = LoadedTheme::load(&config);
        }
        self.sources = found.clone();
        diagnostics.extend(found.diagnostics);
        self.read(&config, &found.sources, |file| {
            !is_reset && !changed.contains(file)
        });
        let site = self.join(config.clone(), found.sources, &mut diagnostics);
        let files = self.prepare(&site, changed, &mut diagnostics);
        diagnostics.extend(self.theme.diagnostics.iter().cloned());
        if let Some(files) = &files {
            let outputs = Outputs {
                site: &site,
                theme: &self.theme.theme,
                pictures: &files.pictures,
                downloads: &files.downloads,
            };
            claims::check(outputs, &mut diagnostics);
        }
        self.config = config;
        self.diagnostics = diagnostics;
        self.is_current = self.is_valid();
        if let Some((templates, files)) = self.theme.templates.clone().zip(files)
            && self.is_current
        {
            let Files {
                pictures,
                downloads,
            } = files;
            let renderer = Renderer::new(site.into(), templates, pictures, downloads);
            self.snapshot = Some(Arc::new(Snapshot::new(renderer)));
        }
    }

    fn changes_theme(&self, config: &Config, changed: &HashSet<PathBuf>) -> bool {
        let themes = self.options.root.join("themes");
        let logo = config.logo.as_ref();
        let logo = logo.map(|logo| config.root.join(&logo.value));
        let is_part = |file: &PathBuf| file.starts_with(&themes) || Some(file) == logo.as_ref();
        changed.iter().any(is_part)
    }

    /// Returns the path relative to the content folder, separated by `/`; `None` if it is
    /// outside or not UTF-8.
    fn path_of(&self, file: &Path) -> Option<String> {
        let path = file.strip_prefix(self.config.content_folder()).ok()?;
        let parts = path.components();
        let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
        Some(parts?.join("/"))
    }

    /// Parses the documents that are not cached, or whose cache is stale.
    fn read(
        &mut self,
        config: &Config,
        sources: &Sources,
        is_known: impl Fn(&Path) -> bool + Sync,
    ) {
        let documents = &sources.documents;
        if self.readings.is_empty() {
            let readings = parse::documents(config, documents);
            let paths = documents.iter().map(|file| file.path.clone());
            self.readings = paths.zip(readings).collect();
            return;
        }
        let paths: HashSet<&str> = documents.iter().map(|file| file.path.as_str()).collect();
        self.readings
            .retain(|path, _| paths.contains(path.as_str()));
        let is_fresh =
            |file: &&ContentFile| !self.readings.contains_key(&file.path) || !is_known(&file.file);
        let read = |file: &ContentFile| (file.path.clone(), parse::document(config, file));
        let fresh: Vec<_> = documents.par_iter().filter(is_fresh).map(read).collect();
        self.readings.extend(fresh);
    }

    fn join(&self, config: Config, sources: Sources, diagnostics: &mut Vec<Diagnostic>) -> Site {
        // Diagnostics of documents are reported from the cache.
        let files = sources.documents.iter();
        let documents = files.map(|file| ParsedFile {
            value: self.readings[&file.path].value.clone(),
            diagnostics: Vec::new(),
        });
        let documents = documents.collect();
        let parsed = parse::parse(
            &config,
            sources,
            documents,
            self.options.drafts,
            diagnostics,
        );
        resolve(config, parsed, diagnostics)
    }

    /// Encodes the site's pictures and cleans its downloads, or returns the last ones if none
    /// has changed.
    fn prepare(
        &mut self,
        site: &Site,
        changed: &HashSet<PathBuf>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Files> {
        let settings = &self.theme.theme.images;
        let last = &self.prepared;
        let mut last_files = { last.assets.iter().map(|asset| &asset.file) }
            .chain(last.root_files.iter().map(|file| &file.file));
        if last.assets == site.assets
            && last.root_files == site.root_files
            && last.settings == *settings
            && last_files.all(|file| !changed.contains(file))
        {
            return Some(last.files.clone());
        }
        let before = diagnostics.len();
        let root = &site.config.root;
        let pictures = pictures::prepare(&site.assets, settings, root, || {}, diagnostics);
        let downloads = metadata::prepare(site, diagnostics);
        let files = Files {
            pictures: Arc::new(pictures.ok()?),
            downloads: Arc::new(downloads.ok()?),
        };
        if diagnostics.len() == before {
            self.prepared = Prepared {
                assets: site.assets.clone(),
                root_files: site.root_files.clone(),
                settings: settings.clone(),
                files: files.clone(),
            };
        }
        Some(files)
    }
}
