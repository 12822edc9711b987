//! The outlines of Peru's departments.
//!
//! `data/mapa/README.md` tells where they come from and under which licence.

use std::sync::LazyLock;

/// Width of the map in units of its outlines.
pub const WIDTH: u32 = 683;
/// Height of the map.
pub const HEIGHT: u32 = 1000;

/// The outline of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// INEI code, two digits.
    pub ubigeo: &'static str,
    /// The middle of its largest part.
    pub middle: (u32, u32),
    /// Its outline, as an SVG path.
    pub outline: &'static str,
}

/// Every department, by code.
pub fn areas() -> &'static [Area] {
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
    fn there_are_twenty_five_within_the_map() {
        assert_eq!(areas().len(), 25);
        for area in areas() {
            assert!(area.middle.0 < WIDTH && area.middle.1 < HEIGHT, "{area:?}");
            assert!(area.outline.starts_with('M') && area.outline.ends_with('z'));
        }
    }
}
