//! Data of a replication kit in addition to its document.

use serde::Serialize;

use super::views::Views;
use crate::messages::diagnostics::Located;
use crate::model::{Page, PageId, Replication};

/// Conditions for replicating a case.
#[derive(Serialize)]
pub(super) struct DemandView<'s> {
    title: &'s str,
    permalink: &'s str,
    conditions: &'s [Located<String>],
}

impl<'s> Views<'s> {
    /// Returns the conditions of a model's newest cases, in addition to the model's own.
    pub(super) fn demands(&self, id: PageId) -> Vec<DemandView<'s>> {
        let cases = self.slice(self.site.cases_of_model(self.edition, id), 1);
        cases
            .iter()
            .filter_map(|case| demands(&self.site.pages[*case]))
            .collect()
    }
}

fn demands(page: &Page) -> Option<DemandView<'_>> {
    let Replication { conditions, .. } = page.front.case.replication.as_ref()?;
    (!conditions.is_empty()).then(|| DemandView {
        title: &page.front.title.value,
        permalink: &page.permalink,
        conditions,
    })
}
