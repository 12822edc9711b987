//! Map of the regions, shaded by their number of cases.

use serde::Serialize;

use super::views::{TermView, Views};
use crate::model::{PageId, REGION};
use crate::peru::map::{self, Area};

/// Number of shades, not counting that of regions without cases.
const SHADES: usize = 4;

/// The map, in SVG units.
#[derive(Serialize)]
pub(super) struct MapView {
    width: u32,
    height: u32,
    areas: Vec<AreaView>,
}

/// A region on the map.
#[derive(Serialize)]
struct AreaView {
    /// Outline as an SVG path.
    outline: &'static str,
    x: u32,
    y: u32,
    /// The region with its number of cases; `None` if the site does not have it.
    term: Option<TermView>,
    /// From 0 for no cases to 4 for the most.
    shade: usize,
}

impl Views<'_> {
    /// Builds the map of `cases`; `None` if none of their regions has a code.
    pub(super) fn map(&self, cases: &[PageId]) -> Option<MapView> {
        let regions = self.regions_of(cases);
        if regions.iter().all(|region| region.ubigeo.is_none()) {
            return None;
        }
        let most = regions.iter().map(|region| region.count).max()?;
        let areas = map::areas()
            .iter()
            .map(|area| self.area(area, &regions, most));
        Some(MapView {
            width: map::WIDTH,
            height: map::HEIGHT,
            areas: areas.collect(),
        })
    }

    fn area(&self, area: &Area, regions: &[TermView], most: usize) -> AreaView {
        let has_code = |code: &Option<String>| code.as_deref() == Some(area.ubigeo);
        let counted = regions
            .iter()
            .find(|region| has_code(&region.ubigeo))
            .cloned();
        let term = counted.or_else(|| self.region(has_code));
        AreaView {
            outline: area.outline,
            x: area.middle.0,
            y: area.middle.1,
            shade: term
                .as_ref()
                .map_or(0, |term| (term.count * SHADES).div_ceil(most)),
            term,
        }
    }

    /// Returns a region that has none of the map's cases.
    fn region(&self, has_code: impl Fn(&Option<String>) -> bool) -> Option<TermView> {
        let index = self.taxonomy(REGION)?;
        let term = self.site.taxonomies[index]
            .terms
            .iter()
            .position(|term| has_code(&term.ubigeo))?;
        Some(TermView {
            count: 0,
            ..self.term(index, term)
        })
    }
}
