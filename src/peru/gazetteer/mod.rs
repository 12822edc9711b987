//! The places of Peru, by name and UBIGEO (INEI's code), with figures about each.
//!
//! `data/ubigeo/README.md` documents the sources. A code begins with the code of the place
//! it is part of: 22 San Martín, 2205 Lamas, 220505 Cuñumbuqui.

mod nature;

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::text::{fold, nearest};

pub(crate) use nature::{Nature, nature};

/// A department, province or district. Unknown figures are `None`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    /// INEI code: 2 digits for a department, 4 for a province, 6 for a district.
    pub ubigeo: String,
    /// Name with accents, as in the source.
    pub name: String,
    /// Altitude of its capital, in metres above sea level.
    pub altitude: Option<u32>,
    /// Latitude and longitude of its capital, in degrees (WGS 84).
    pub position: Option<(f64, f64)>,
    /// Number of inhabitants in 2020, an estimate.
    pub population: Option<u32>,
    /// Human development index of 2019, 0 to 1.
    pub development: Option<f64>,
    /// Percentage of inhabitants in monetary poverty, 0 to 100.
    pub poverty: Option<f64>,
}

/// Administrative level of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// The highest level; its government is called a regional one.
    Department,
    /// Part of a department.
    Province,
    /// Part of a province.
    District,
}

impl Level {
    /// Returns every place of this level, sorted by code.
    pub(crate) fn places(self) -> &'static [Place] {
        static DEPARTMENTS: LazyLock<Vec<Place>> =
            LazyLock::new(|| read(include_str!("../../../data/ubigeo/departamentos.csv")));
        static PROVINCES: LazyLock<Vec<Place>> =
            LazyLock::new(|| read(include_str!("../../../data/ubigeo/provincias.csv")));
        static DISTRICTS: LazyLock<Vec<Place>> =
            LazyLock::new(|| read(include_str!("../../../data/ubigeo/distritos.csv")));
        match self {
            Self::Department => &DEPARTMENTS,
            Self::Province => &PROVINCES,
            Self::District => &DISTRICTS,
        }
    }

    /// Returns the places of this level whose name or code is `word`, in the whole country.
    pub(crate) fn named(self, word: &str) -> Vec<&'static Place> {
        match Place::of(word) {
            Some(place) if Self::from_code(word) == Some(self) => vec![place],
            _ => self.by_name().get(&fold(word)).cloned().unwrap_or_default(),
        }
    }

    /// Returns every place of this level by its name, folded.
    fn by_name(self) -> &'static HashMap<String, Vec<&'static Place>> {
        type Names = HashMap<String, Vec<&'static Place>>;
        static DEPARTMENTS: LazyLock<Names> = LazyLock::new(|| Level::Department.names());
        static PROVINCES: LazyLock<Names> = LazyLock::new(|| Level::Province.names());
        static DISTRICTS: LazyLock<Names> = LazyLock::new(|| Level::District.names());
        match self {
            Self::Department => &DEPARTMENTS,
            Self::Province => &PROVINCES,
            Self::District => &DISTRICTS,
        }
    }

    fn names(self) -> HashMap<String, Vec<&'static Place>> {
        let mut names: HashMap<String, Vec<&'static Place>> = HashMap::new();
        for place in self.places() {
            names.entry(fold(&place.name)).or_default().push(place);
        }
        names
    }

    /// Returns the level of a code, by its length.
    fn from_code(ubigeo: &str) -> Option<Self> {
        match ubigeo.len() {
            2 => Some(Self::Department),
            4 => Some(Self::Province),
            6 => Some(Self::District),
            _ => None,
        }
    }

    /// Returns the name most similar to `word` within `areas`, given by their codes.
    pub(crate) fn nearest(self, word: &str, areas: &[String]) -> Option<String> {
        let places = self.places().iter();
        let names = places.filter(|place| place.is_within(areas));
        nearest(word, names.map(|place| place.name.as_str()))
    }
}

impl Place {
    /// Returns the place with this code.
    pub(crate) fn of(ubigeo: &str) -> Option<&'static Self> {
        let places = Level::from_code(ubigeo)?.places();
        let found = places.binary_search_by(|place| place.ubigeo.as_str().cmp(ubigeo));
        found.ok().map(|index| &places[index])
    }

    /// Whether it lies in any of `areas`, given by their codes.
    pub(crate) fn is_within(&self, areas: &[String]) -> bool {
        areas
            .iter()
            .any(|area| self.ubigeo.starts_with(area.as_str()))
    }

    /// Returns the province of a district, or a province itself; `None` for a department.
    pub(crate) fn province(&self) -> Option<&'static Self> {
        Self::of(self.ubigeo.get(..4)?)
    }

    /// Returns the places it is part of, widest last.
    pub(crate) fn wider(&self) -> impl Iterator<Item = &'static Self> + '_ {
        let widths = [4, 2].into_iter();
        let widths = widths.filter(|width| *width < self.ubigeo.len());
        widths.filter_map(|width| Self::of(&self.ubigeo[..width]))
    }

    /// Returns the districts in it; for a district, itself.
    pub(crate) fn districts(&self) -> &'static [Self] {
        let places = Level::District.places();
        let start = places.partition_point(|place| place.ubigeo < self.ubigeo);
        let held = places[start..].iter();
        let count = held.take_while(|place| place.ubigeo.starts_with(&self.ubigeo));
        &places[start..start + count.count()]
    }
}

fn read(text: &str) -> Vec<Place> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<Row>();
    let rows = rows.map(|row| row.expect("a test reads every row"));
    rows.map(Place::from).collect()
}

/// A row of the CSV files.
#[derive(Deserialize)]
struct Row {
    ubigeo: String,
    nombre: String,
    altitud_m: Option<u32>,
    latitud: Option<f64>,
    longitud: Option<f64>,
    poblacion_2020_est: Option<u32>,
    idh_2019: Option<f64>,
    pobreza_total_pct: Option<f64>,
}

impl From<Row> for Place {
    fn from(row: Row) -> Self {
        Self {
            ubigeo: row.ubigeo,
            name: row.nombre,
            altitude: row.altitud_m,
            position: row.latitud.zip(row.longitud),
            population: row.poblacion_2020_est,
            development: row.idh_2019,
            poverty: row.pobreza_total_pct,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn every_place_is_listed_and_sorted() {
        let levels = [
            (Level::Department, 25, 2),
            (Level::Province, 196, 4),
            (Level::District, 1892, 6),
        ];
        for (level, count, digits) in levels {
            let places = level.places();
            assert_eq!(places.len(), count);
            assert!(places.is_sorted_by(|a, b| a.ubigeo < b.ubigeo));
            assert!(places.iter().all(|place| place.ubigeo.len() == digits));
            assert!(
                places
                    .iter()
                    .all(|place| place.wider().count() == digits / 2 - 1)
            );
            let districts = places.iter().map(|place| place.districts().len());
            assert_eq!(districts.sum::<usize>(), 1892);
        }
    }

    #[test]
    fn places_are_found_by_name_and_code() {
        let found = Level::District.named("CUÑUMBUQUI");
        assert_eq!(found, Level::District.named(&found[0].ubigeo));
        assert_eq!(found[0].province().unwrap().name, "Lamas");
        let wider: Vec<_> = found[0].wider().map(|place| place.name.as_str()).collect();
        assert_eq!(wider, ["Lamas", "San Martín"]);
        assert!(found[0].is_within(&["22".to_owned()]));
    }
}
