//! The registry of names: every output claims its own, and every file system accepts it.

use unicode_normalization::UnicodeNormalization;

use super::outputs::{Entry, Outputs, Owner, Source};
use crate::base::names::{Collisions, MAX_PATH_LENGTH, NameFault, fault, part_fault};
use crate::messages::diagnostics::{Claimant, Diagnostic, FolderUse, Kind, Location};
use crate::model::View;

/// Folders in which nobody but the program and the theme publishes.
const OWN_FOLDERS: [&str; 3] = ["quipu", "datos", "municipios"];

/// Reports outputs whose names are equal but for case or Unicode form, cannot be copied to a
/// stick or to Windows, or are in a folder of the program's own.
pub(super) fn check(outputs: Outputs<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let entries: Vec<Entry<'_>> = outputs.all().collect();
    let mut collisions = Collisions::default();
    for (index, entry) in entries.iter().enumerate() {
        let earlier = collisions.insert(&normalized(entry.address));
        let problem = match earlier {
            Some(name) => Some(collision(outputs, entry, holder(&entries[..index], &name))),
            None => name_problem(outputs, entry),
        };
        // A term has a page for each language and for each part of its list.
        diagnostics.extend(problem.filter(|problem| !diagnostics.contains(problem)));
    }
}

/// Full-width letters and ligatures are confused with plain ones, if not by file systems then
/// by people and hosts.
fn normalized(address: &str) -> String {
    address.nfkc().collect()
}

/// Returns the first output with the name, or in the folder with the name.
fn holder<'e, 's>(earlier: &'e [Entry<'s>], name: &str) -> Option<&'e Entry<'s>> {
    earlier.iter().find(|entry| {
        let address = normalized(entry.address);
        let rest = address.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// Blames the output that is easiest to rename, the later one of equals.
fn collision(outputs: Outputs<'_>, entry: &Entry<'_>, holder: Option<&Entry<'_>>) -> Diagnostic {
    let holder = holder.unwrap_or(entry);
    let (blamed, other) = match ease(outputs, holder) > ease(outputs, entry) {
        true => (holder, entry),
        false => (entry, holder),
    };
    let kind = Kind::DuplicatePermalink {
        permalink: entry.address.to_owned(),
        owner: claimant(outputs, other),
    };
    let settings = || Location::whole(&outputs.site.config.source);
    Diagnostic::new(kind, outputs.location(blamed).unwrap_or_else(settings))
}

/// How easily people rename an output: a file rather than a term, whose slug cases use.
fn ease(outputs: Outputs<'_>, entry: &Entry<'_>) -> u8 {
    match (outputs.location(entry), entry.owner) {
        (None, _) => 0,
        (Some(_), Owner::Site) => 1,
        (Some(_), _) => 2,
    }
}

fn claimant(outputs: Outputs<'_>, entry: &Entry<'_>) -> Claimant {
    if let Some(location) = outputs.location(entry) {
        return Claimant::File(location.to_string());
    }
    let Source::Route(route) = entry.source else {
        return Claimant::Search;
    };
    match route.view {
        View::Home => Claimant::Home,
        View::Cases { .. } => Claimant::Cases,
        View::Facet(_) | View::Term { .. } => Claimant::List,
        View::OpenData | View::Data(_) => Claimant::Data,
        _ => Claimant::Page,
    }
}

fn name_problem(outputs: Outputs<'_>, entry: &Entry<'_>) -> Option<Diagnostic> {
    if let Some(language) = unfit_language(outputs, entry) {
        let name = language.to_owned();
        let location = outputs.site.config.language_location(language);
        return Some(Diagnostic::new(Kind::ReservedName { name }, location));
    }
    let kind = unfit_name(entry.address).or_else(|| own_folder(outputs, entry))?;
    Some(Diagnostic::new(kind, outputs.location(entry)?))
}

/// Returns the language of the entry if no folder can have its name, as with `con`.
fn unfit_language<'s>(outputs: Outputs<'s>, entry: &Entry<'_>) -> Option<&'s str> {
    let Source::Route(route) = entry.source else {
        return None;
    };
    let edition = &outputs.site.editions[route.edition];
    let is_unfit = !edition.folder.is_empty() && part_fault(&edition.language).is_some();
    is_unfit.then_some(edition.language.as_str())
}

/// Returns why a stick or Windows would not take the address.
fn unfit_name(address: &str) -> Option<Kind> {
    let fault = fault(address)?;
    let mut parts = address.split('/');
    let name = parts.find(|part| part_fault(part).is_some());
    let name = name.unwrap_or(address).to_owned();
    Some(match fault {
        NameFault::Device => Kind::ReservedName { name },
        NameFault::Long => Kind::NameTooLong {
            permalink: address.to_owned(),
            limit: MAX_PATH_LENGTH,
        },
        _ => Kind::InvalidFileName { name },
    })
}

/// Returns why nothing that people name may be in the folder of the address.
fn own_folder(outputs: Outputs<'_>, entry: &Entry<'_>) -> Option<Kind> {
    let (folder, _) = named_address(outputs, entry)?.split_once('/')?;
    let mut editions = outputs.site.editions.iter();
    let folder_use = if OWN_FOLDERS.contains(&folder) {
        FolderUse::Program
    } else if editions.any(|edition| edition.folder.strip_suffix('/') == Some(folder)) {
        FolderUse::Language
    } else {
        return None;
    };
    Some(Kind::ReservedFolder {
        folder: folder.to_owned(),
        folder_use,
    })
}

/// Returns the part of an address that people chose: without the folder of the language. A
/// former address may be any, and a term's folder is its facet's.
fn named_address<'e>(outputs: Outputs<'_>, entry: &Entry<'e>) -> Option<&'e str> {
    match entry.source {
        Source::Disk(_) => Some(entry.address),
        Source::Memory(_) | Source::SearchIndex => None,
        Source::Route(route) => match route.view {
            View::Document(_) | View::Section(_) | View::Facet(_) => {
                let own = &outputs.site.editions[route.edition].folder;
                entry.address.strip_prefix(own.as_str())
            }
            _ => None,
        },
    }
}
