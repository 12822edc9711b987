//! The outlines of Peru's departments.
//!
//! `data/mapa/README.md` documents their source and licence.

use std::sync::LazyLock;

/// Width of the map, in the units of [`Area::outline`].
pub(crate) const WIDTH: u32 = 683;
/// Height of the map, in the units of [`Area::outline`].
pub(crate) const HEIGHT: u32 = 1000;

/// The outline of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Area {
    /// INEI code, two digits.
    pub ubigeo: &'static str,
    /// Centre of its largest part: x and y in map units.
    pub middle: (u32, u32),
    /// SVG path data.
    pub outline: &'static str,
}

/// Returns every department, sorted by code.
pub(crate) fn areas() -> &'static [Area] {
    static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
        let lines = include_str!("../../data/mapa/departamentos.csv").lines();
        lines.skip(1).filter_map(read).collect()
    });
    &AREAS
}

fn read(line: &'static str) -> Option<Area> {
    let mut cells = line.splitn(4, ',');
    Some(Area {
        ubigeo: cells.next()?,
        middle: (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?),
        outline: cells.next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::{HEIGHT, WIDTH, areas};

    #[test]
    fn twenty_five_departments_lie_within_the_map() {
        assert_eq!(areas().len(), 25);
        for area in areas() {
            assert!(area.middle.0 < WIDTH && area.middle.1 < HEIGHT, "{area:?}");
            assert!(area.outline.starts_with('M') && area.outline.ends_with('z'));
        }
    }
}
