//! Checks what readers get: every address on the finished pages, as browsers read them.
//!
//! The rules of the content read its source, and sources can be read in more than one way.
//! Here they hold on the bytes that are published, whoever wrote them.

mod address;
mod content;
mod parsed;
mod tame;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;

use self::address::{Destination, resolve};
use self::content::{Reference, Use, anchor_hash};
use self::parsed::parsed;
use self::tame::tame;
use super::outputs::{Entry, Outputs, Owner, Source};
use crate::messages::diagnostics::{Diagnostic, Kind, Location, PageFault, SourceFile};
use crate::model::View;
use crate::output::write::Output;

/// An output that inspects the pages on their way to another one.
pub(super) struct Inspection<'o> {
    output: &'o dyn Output,
    outputs: Outputs<'o>,
    /// The outputs by address; that of a folder of files has a slash at its end.
    entries: HashMap<&'o str, Entry<'o>>,
    /// Path of the public address, with which the 404 page begins its links.
    root: Option<String>,
    found: Mutex<Found>,
}

/// What the pages seen so far have in them.
#[derive(Default)]
struct Found {
    /// Hashes of the anchors of each page, sorted, by address.
    anchors: HashMap<String, Vec<u64>>,
    /// Links with an anchor on another page: page, target, anchor.
    links: Vec<(String, String, String)>,
    /// Faults with the addresses at fault, by page.
    faults: Vec<(String, PageFault, String)>,
}

impl<'o> Inspection<'o> {
    /// Inspects what is written to `output` of these outputs.
    pub(super) fn of(outputs: Outputs<'o>, output: &'o dyn Output) -> Self {
        Self {
            output,
            outputs,
            entries: outputs.all().map(|entry| (entry.address, entry)).collect(),
            root: outputs.site.config.base_path(),
            found: Mutex::default(),
        }
    }

    /// Returns what is wrong on the pages, each address once for the file that it comes from.
    pub(super) fn problems(self) -> Vec<Diagnostic> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let broken = found.links.iter().filter(|(_, target, anchor)| {
            let anchors = found.anchors.get(target);
            anchors.is_some_and(|anchors| !has(anchors, anchor))
        });
        let broken = broken.map(|(page, target, anchor)| {
            (
                page.clone(),
                PageFault::Anchor,
                format!("{target}#{anchor}"),
            )
        });
        let mut problems = BTreeMap::new();
        for (page, fault, address) in found.faults.iter().cloned().chain(broken) {
            let location = self.origin(&page, &address);
            let key = (location.to_string(), fault.clone() as u8, address.clone());
            let kind = Kind::UnsafePage {
                page,
                address,
                fault,
            };
            problems
                .entry(key)
                .or_insert(Diagnostic::new(kind, location));
        }
        problems.into_values().collect()
    }

    /// Returns the file that a page's address comes from, and its place there if it is as
    /// written.
    fn origin(&self, page: &str, address: &str) -> Location {
        let Some(entry) = self.entries.get(page) else {
            return Location::whole(&SourceFile::new(page, ""));
        };
        let Owner::Document(id) = entry.owner else {
            return Location::whole(&SourceFile::new(page, ""));
        };
        let source = &self.outputs.site.pages[id].source;
        let written = source.read().ok().and_then(|text| text.find(address));
        written.filter(|_| !address.is_empty()).map_or_else(
            || Location::whole(source),
            |at| Location::new(source, at..at + address.len()),
        )
    }

    fn inspect(&self, page: &str, html: &str) {
        // Most pages have only markup that every reader takes alike.
        let content = tame(html).unwrap_or_else(|| parsed(html));
        let mut faults: Vec<(PageFault, String)> = content
            .active
            .into_iter()
            .map(|markup| (PageFault::Active, markup))
            .collect();
        let mut anchors = content.anchors;
        anchors.sort_unstable();
        let mut links = Vec::new();
        for reference in content.references {
            match self.check(page, &reference, &anchors) {
                Ok(Some((target, anchor))) => links.push((page.to_owned(), target, anchor)),
                Ok(None) => {}
                Err(fault) => faults.push((fault, reference.address)),
            }
        }
        let faults = faults.into_iter();
        let faults = faults.map(|(fault, address)| (page.to_owned(), fault, address));
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.faults.extend(faults);
        found.links.extend(links);
        found.anchors.insert(page.to_owned(), anchors);
    }

    /// Returns the page and anchor that can only be checked once all pages are known.
    fn check(
        &self,
        page: &str,
        reference: &Reference,
        anchors: &[u64],
    ) -> Result<Option<(String, String)>, PageFault> {
        let root = self.root.as_deref().filter(|_| self.is_not_found(page));
        let (address, anchor) = match resolve(page, &reference.address, root) {
            Destination::Own { address, anchor } => (address, anchor),
            Destination::Web | Destination::Contact if reference.usage == Use::Followed => {
                return Ok(None);
            }
            Destination::Web => return Err(PageFault::Host),
            Destination::Contact => return Err(PageFault::Scheme),
            Destination::Host => return Err(PageFault::Host),
            Destination::Outside => return Err(PageFault::Outside),
            Destination::Other => return Err(PageFault::Scheme),
        };
        if !self.exists(&address) {
            return Err(PageFault::Missing);
        }
        if reference.usage == Use::Run && !self.is_from_theme(&address) {
            return Err(PageFault::Active);
        }
        if anchor.is_empty() || self.keeps_state(&address) {
            return Ok(None);
        }
        if address != page {
            return Ok(Some((address, anchor)));
        }
        match has(anchors, &anchor) {
            true => Ok(None),
            false => Err(PageFault::Anchor),
        }
    }

    fn exists(&self, address: &str) -> bool {
        let index = Outputs::search_index();
        self.entries.contains_key(address) || index.covers(address)
    }

    /// Whether a file is the theme's or the program's: those of the content never run.
    fn is_from_theme(&self, address: &str) -> bool {
        let entry = self.entries.get(address);
        entry.is_none_or(|entry| !matches!(entry.owner, Owner::Asset(_) | Owner::Root(_)))
    }

    fn is_not_found(&self, page: &str) -> bool {
        self.view(page) == Some(&View::NotFound)
    }

    /// Whether a script keeps its state after the `#` of the page's address, such as the words
    /// of a search.
    fn keeps_state(&self, page: &str) -> bool {
        use View::{Comparison, Municipality, MyList, Search};
        let view = self.view(page);
        view.is_some_and(|view| matches!(view, Search | Comparison | MyList | Municipality))
    }

    fn view(&self, page: &str) -> Option<&View> {
        match self.entries.get(page)?.source {
            Source::Route(route) => Some(&route.view),
            _ => None,
        }
    }
}

impl Output for Inspection<'_> {
    fn put(&self, permalink: &str, bytes: &[u8]) -> io::Result<()> {
        if permalink.ends_with(".html")
            && let Ok(html) = std::str::from_utf8(bytes)
        {
            self.inspect(permalink, html);
        }
        self.output.put(permalink, bytes)
    }

    /// Files from disk are pictures, downloads and files for hosts: none are pages of ours.
    fn put_file(&self, permalink: &str, file: &Path) -> io::Result<()> {
        self.output.put_file(permalink, file)
    }
}

/// Whether sorted anchors have this one.
fn has(anchors: &[u64], anchor: &str) -> bool {
    anchors.binary_search(&anchor_hash(anchor)).is_ok()
}
