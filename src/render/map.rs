//! The map of the regions, shaded by how many cases each has.

use serde::Serialize;

use super::views::{TermView, Views};
use crate::model::{PageId, REGION};
use crate::peru::map::{self, Area};

/// Shades beside that of regions without cases.
const SHADES: usize = 4;

/// The map.
#[derive(Serialize)]
pub struct MapView {
    width: u32,
    height: u32,
    areas: Vec<AreaView>,
}

/// A region on the map.
#[derive(Serialize)]
struct AreaView {
    /// Its outline, as an SVG path.
    outline: &'static str,
    x: u32,
    y: u32,
    /// The region, counting the map's cases; none if the site does not know it.
    term: Option<TermView>,
    /// 0 without cases, up to 4 where there are most.
    shade: usize,
}

impl Views<'_> {
    /// The map of some cases; none for a site without regions that have codes.
    pub fn map(&self, cases: &[PageId]) -> Option<MapView> {
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
        let is_it = |code: &Option<String>| code.as_deref() == Some(area.ubigeo);
        let counted = regions.iter().find(|region| is_it(&region.ubigeo)).cloned();
        let term = counted.or_else(|| self.region(is_it));
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

    /// A region that none of the map's cases is in.
    fn region(&self, is_it: impl Fn(&Option<String>) -> bool) -> Option<TermView> {
        let index = self.taxonomy(REGION)?;
        let term = self.site.taxonomies[index]
            .terms
            .iter()
            .position(|term| is_it(&term.ubigeo))?;
        Some(TermView {
            count: 0,
            ..self.term(index, term)
        })
    }
}
