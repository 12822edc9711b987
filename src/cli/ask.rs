//! Interactive prompts for the missing fields of a new case.

use std::io::IsTerminal;

use dialoguer::console::Term;
use dialoguer::{FuzzySelect, Input};

use super::console::Console;
use crate::editor::starter::NewCase;
use crate::model::{LocalizedText, MANAGEMENT_MODEL, REGION, Site};

/// Prompts for the empty fields of `case`. Does nothing unless standard input and standard
/// error are terminals, or if the console is quiet; Escape leaves a field empty.
pub(super) fn complete(console: &Console, site: &Site, case: &mut NewCase) {
    let is_interactive = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    if !is_interactive || console.is_quiet {
        return;
    }
    if case.title.is_empty() {
        case.title = title(console).unwrap_or_default();
    }
    let choices = [
        (REGION, &mut case.region),
        ("sector", &mut case.sector),
        (MANAGEMENT_MODEL, &mut case.model),
    ];
    for (facet, chosen) in choices {
        if chosen.is_empty() {
            *chosen = term(console, site, facet).unwrap_or_default();
        }
    }
}

fn title(console: &Console) -> Option<String> {
    Input::new()
        .with_prompt(console.words.text("ask-title"))
        .interact_text_on(&Term::stderr())
        .ok()
}

/// Prompts for a term of the facet by name and returns its slug.
fn term(console: &Console, site: &Site, facet: &str) -> Option<String> {
    let taxonomy = site
        .taxonomies
        .iter()
        .find(|taxonomy| taxonomy.facet.key == facet)?;
    let language = console.words.language();
    let name = |name: &LocalizedText| name.get(language).to_owned();
    let names: Vec<String> = taxonomy.terms.iter().map(|term| name(&term.name)).collect();
    if names.is_empty() {
        return None;
    }
    let chosen = FuzzySelect::new()
        .with_prompt(console.words.text(&format!("ask-{facet}")))
        .items(&names)
        .default(0)
        .max_length(10)
        .interact_on_opt(&Term::stderr());
    let index = chosen.ok().flatten()?;
    Some(taxonomy.terms[index].slug.clone())
}
