//! How many cases each pair of a region and a sector has: where knowledge is missing.

use std::collections::HashSet;

use serde::Serialize;
use tera::Value;

use super::views::Views;
use crate::model::{PageId, REGION};

/// Shades beside that of pairs without cases.
const SHADES: usize = 4;

/// The matrix.
#[derive(Serialize)]
pub struct MatrixView {
    columns: Vec<Value>,
    rows: Vec<RowView>,
    /// How many pairs have no case.
    empty: usize,
}

/// A region with its cases by sector.
#[derive(Serialize)]
struct RowView {
    term: Value,
    cells: Vec<CellView>,
}

/// A pair.
#[derive(Serialize)]
struct CellView {
    count: usize,
    /// 0 without cases, up to 4 where there are most.
    shade: usize,
}

impl Views<'_> {
    /// Regions by sectors; none for a site that lacks one of them.
    pub fn matrix(&self) -> Option<MatrixView> {
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

    /// By term of `rows` and of `columns`, in the order readers see: cases that have both.
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
