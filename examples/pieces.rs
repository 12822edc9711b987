//! Chooses the pieces that texts in the search index are written with.
//!
//! `cargo run --release --example pieces > data/search/pieces.txt`, at the root of
//! the repository, takes them from the site that comes with it.

use std::path::PathBuf;

use quipu::pipeline::{Options, site};
use quipu::wire::choose::choose;

/// More make texts shorter and what every reader loads longer.
const COUNT: usize = 4096;

fn main() {
    let options = Options {
        root: PathBuf::from("."),
        drafts: false,
    };
    let site = site(&options, &mut Vec::new());
    let mut texts = Vec::new();
    for page in &site.pages {
        texts.push(page.front.title.value.clone());
        texts.extend(
            page.front
                .summary
                .iter()
                .map(|summary| summary.value.clone()),
        );
        texts.extend(
            page.outline
                .headings
                .iter()
                .map(|heading| heading.text.clone()),
        );
        texts.extend(
            page.outline
                .sections
                .iter()
                .map(|section| section.text.clone()),
        );
    }
    print!("{}", choose(&texts, COUNT));
}
