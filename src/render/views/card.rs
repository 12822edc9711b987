//! Documents in lists. Every case is in many lists, so its template value is built once.

use serde::Serialize;
use tera::{Map, Value};

use super::Views;
use super::values::FacetView;
use crate::model::{MANAGEMENT_MODEL, PageId, Period, REGION};

/// Facets shown on a card.
const SHOWN: [&str; 4] = [REGION, "sector", MANAGEMENT_MODEL, "status"];

/// A document in a list.
#[derive(Serialize)]
struct CardView<'s> {
    title: &'s str,
    summary: Option<&'s str>,
    permalink: &'s str,
    /// Date of the last change.
    changed: Option<String>,
    /// Language of the document if it is not the reader's.
    foreign_language: Option<&'s str>,
    facets: Vec<FacetView>,
    period: Option<&'s Period>,
    entity: Option<&'s str>,
}

impl Views<'_> {
    /// Returns the card of a document, from the cache if it has room for it.
    pub(crate) fn card(&self, id: PageId) -> Value {
        match self.common.cards.0.get(id) {
            Some(card) => card.get_or_init(|| self.new_card(id)).clone(),
            None => self.new_card(id),
        }
    }

    /// Returns the cards of documents, in the order of `ids`.
    pub(crate) fn cards(&self, ids: &[PageId]) -> Vec<Value> {
        ids.iter().map(|id| self.card(*id)).collect()
    }

    /// Returns the card of a document with an additional value.
    pub(crate) fn card_with(
        &self,
        id: PageId,
        name: &'static str,
        value: impl Into<Value>,
    ) -> Value {
        let mut card: Map = self.card(id).into_map().unwrap_or_default();
        card.insert(name.into(), value.into());
        Value::from(card)
    }

    fn new_card(&self, id: PageId) -> Value {
        let page = &self.site.pages[id];
        let case = &page.front.case;
        Value::from_serializable(&CardView {
            title: &page.front.title.value,
            summary: page.front.summary.as_ref().map(|text| text.value.as_str()),
            permalink: &page.permalink,
            changed: page.changed().map(|date| date.to_string()),
            foreign_language: Some(page.language.as_str())
                .filter(|language| *language != self.edition.language),
            facets: self.facets_of(page, |key| SHOWN.contains(&key)),
            period: case.period.as_ref(),
            entity: case.entity.as_ref().map(|text| text.value.as_str()),
        })
    }
}
