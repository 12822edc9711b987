//! Number of cases for each pair of region and sector: shows where knowledge is missing.

use std::collections::HashSet;

use serde::Serialize;
use tera::Value;

use super::views::Views;
use crate::model::{PageId, REGION};

/// Number of shades, not counting that of pairs without cases.
const SHADES: usize = 4;

/// Regions by sectors, as templates see them.
#[derive(Serialize)]
pub(super) struct MatrixView {
    columns: Vec<Value>,
    rows: Vec<RowView>,
    /// Number of pairs without cases.
    empty: usize,
}

/// A region with its number of cases by sector.
#[derive(Serialize)]
struct RowView {
    term: Value,
    cells: Vec<CellView>,
}

/// A pair of region and sector.
#[derive(Serialize)]
struct CellView {
    count: usize,
    /// From 0 for no cases to 4 for the most.
    shade: usize,
}

impl Views<'_> {
    /// Builds the matrix; `None` if the site lacks regions or sectors.
    pub(super) fn matrix(&self) -> Option<MatrixView> {
        let (regions, sectors) = (self.taxonomy(REGION)?, self.taxonomy("sector")?);
        let counts = self.pairs(regions, sectors);
        let most = counts.iter().flatten().copied().max()?.max(1);
        let cell = |count: &usize| CellView {
            count: *count,
            shade: (count * SHADES).div_ceil(most),
        };
        let row = |(term, cells): (Value, &Vec<usize>)| RowView {
            term,
            cells: cells.iter().map(cell).collect(),
        };
        Some(MatrixView {
            columns: self.facet(sectors).terms,
            rows: self
                .facet(regions)
                .terms
                .into_iter()
                .zip(&counts)
                .map(row)
                .collect(),
            empty: counts.iter().flatten().filter(|count| **count == 0).count(),
        })
    }

    /// Counts the cases that have both terms, by term of `rows` and of `columns` in display
    /// order.
    fn pairs(&self, rows: usize, columns: usize) -> Vec<Vec<usize>> {
        let having = |taxonomy: usize, term: usize| -> &[PageId] {
            &self.edition.cases_by_term[taxonomy][term]
        };
        let orders = [rows, columns].map(|taxonomy| self.site.taxonomies[taxonomy].in_order());
        let sets: Vec<HashSet<PageId>> = orders[1]
            .iter()
            .map(|term| having(columns, *term).iter().copied().collect())
            .collect();
        let row = |term: &usize| {
            let cases = having(rows, *term);
            sets.iter()
                .map(|set| cases.iter().filter(|case| set.contains(case)).count())
                .collect()
        };
        orders[0].iter().map(row).collect()
    }
}
