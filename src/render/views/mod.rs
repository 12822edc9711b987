//! Template data of a site, for the readers of one edition.

mod card;
mod shared;
mod values;

use crate::model::{Edition, Page, PageId, Site, cases_key, term_key};

pub(super) use shared::Common;
pub(super) use values::{
    DepartmentView, FacetView, LinkView, PagerView, TermView, TranslationView, elsewhere,
    plain_pages, translations,
};

/// Builds template data for readers of one edition.
pub(super) struct Views<'s> {
    /// The site to show.
    pub site: &'s Site,
    /// The edition, which determines language and links.
    pub edition: &'s Edition,
    /// Data common to the edition's pages.
    pub common: &'s Common,
}

impl<'s> Views<'s> {
    /// Returns a facet with all its terms, in display order.
    pub(super) fn facet(&self, index: usize) -> FacetView {
        self.facet_with(index, self.site.taxonomies[index].in_order())
    }

    /// Returns a facet with some of its terms.
    pub(super) fn facet_with(
        &self,
        index: usize,
        terms: impl IntoIterator<Item = usize>,
    ) -> FacetView {
        let facet = &self.common.facets[index];
        let terms = terms.into_iter().map(|term| facet.terms[term].clone());
        FacetView {
            key: facet.key.clone(),
            name: facet.name.clone(),
            permalink: facet.permalink.clone(),
            terms: terms.collect(),
        }
    }

    /// Returns the index of a facet's taxonomy.
    pub(super) fn taxonomy(&self, key: &str) -> Option<usize> {
        let mut taxonomies = self.site.taxonomies.iter();
        taxonomies.position(|taxonomy| taxonomy.facet.key == key)
    }

    /// Returns a term by the indexes of its taxonomy and itself.
    pub(super) fn term(&self, taxonomy: usize, term: usize) -> TermView {
        TermView::new(self.site, self.edition, taxonomy, term)
    }

    /// Returns the ancestors of a term, widest first.
    pub(super) fn wider(&self, taxonomy: usize, term: usize) -> Vec<TermView> {
        let wider = self.site.taxonomies[taxonomy].wider(term).skip(1);
        let mut wider: Vec<_> = wider.map(|term| self.term(taxonomy, term)).collect();
        wider.reverse();
        wider
    }

    /// Returns the children of a term.
    pub(super) fn narrower(&self, taxonomy: usize, term: usize) -> Vec<TermView> {
        let narrower = self.site.taxonomies[taxonomy].below(Some(term));
        narrower.map(|term| self.term(taxonomy, term)).collect()
    }

    pub(super) fn facets_of(&self, page: &Page, keep: impl Fn(&str) -> bool) -> Vec<FacetView> {
        page.terms
            .iter()
            .enumerate()
            .filter(|(index, terms)| {
                !terms.is_empty() && keep(&self.site.taxonomies[*index].facet.key)
            })
            .map(|(index, terms)| self.facet_with(index, terms.iter().copied()))
            .collect()
    }

    /// Returns the pager for a page of the list of all cases; pages count from 1.
    pub(super) fn cases_pager(&self, number: usize) -> PagerView {
        let count = self.edition.cases.len();
        self.pager(count, number, |number| {
            cases_key(number).prefixed(&self.edition.folder)
        })
    }

    /// Returns the pager for a page of a term's list; pages count from 1.
    pub(super) fn term_pager(&self, taxonomy: usize, term: usize, number: usize) -> PagerView {
        let count = self.edition.cases_by_term[taxonomy][term].len();
        self.pager(count, number, |number| match number {
            1 => self.site.term_permalink(self.edition, taxonomy, term),
            _ => {
                let taxonomy = &self.site.taxonomies[taxonomy];
                let key = term_key(taxonomy, &taxonomy.terms[term], number);
                key.prefixed(&self.edition.folder)
            }
        })
    }

    fn pager(&self, count: usize, number: usize, link: impl Fn(usize) -> String) -> PagerView {
        let total = count.div_ceil(self.site.config.page_size).max(1);
        PagerView {
            number,
            total,
            previous: (number > 1).then(|| link(number - 1)),
            next: (number < total).then(|| link(number + 1)),
            pages: (1..=total)
                .filter(|page| *page == 1 || *page == total || page.abs_diff(number) <= 2)
                .map(|page| LinkView {
                    label: page.to_string(),
                    permalink: link(page),
                    is_current: page == number,
                })
                .collect(),
        }
    }

    /// Returns the part of a list that a page of it shows; pages count from 1.
    pub(super) fn slice<'l>(&self, list: &'l [PageId], number: usize) -> &'l [PageId] {
        let size = self.site.config.page_size;
        let start = ((number - 1) * size).min(list.len());
        &list[start..(start + size).min(list.len())]
    }
}
