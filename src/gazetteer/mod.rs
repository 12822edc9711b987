//! The provinces and districts of Peru, by name and UBIGEO (INEI's code).
//!
//! `data/ubigeo/README.md` tells where they come from. A code begins with the
//! code of what it is part of: 22 San Martín, 2205 Lamas, 220505 Cuñumbuqui.

use std::sync::LazyLock;

use crate::text::{fold, nearest};

/// A province or district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// INEI code: 4 digits for a province, 6 for a district.
    pub ubigeo: String,
    /// Its name.
    pub name: String,
}

/// How far down a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Part of a department.
    Province,
    /// Part of a province.
    District,
}

impl Level {
    /// Every place of this level, by code.
    pub fn places(self) -> &'static [Place] {
        static PROVINCES: LazyLock<Vec<Place>> =
            LazyLock::new(|| read(include_str!("../data/ubigeo/provincias.csv")));
        static DISTRICTS: LazyLock<Vec<Place>> =
            LazyLock::new(|| read(include_str!("../data/ubigeo/distritos.csv")));
        match self {
            Self::Province => &PROVINCES,
            Self::District => &DISTRICTS,
        }
    }

    /// Places that a word names, by name or code, wherever they are.
    pub fn named(self, word: &str) -> Vec<&'static Place> {
        let folded = fold(word);
        let is_named = |place: &&Place| place.ubigeo == word || fold(&place.name) == folded;
        self.places().iter().filter(is_named).collect()
    }

    /// The likeliest name meant by `word`, within any of `areas`.
    pub fn nearest(self, word: &str, areas: &[String]) -> Option<String> {
        let places = self.places().iter();
        let names = places.filter(|place| place.is_within(areas));
        nearest(word, names.map(|place| place.name.as_str()))
    }
}

impl Place {
    /// Whether it lies in any of `areas`, given by their codes.
    pub fn is_within(&self, areas: &[String]) -> bool {
        areas
            .iter()
            .any(|area| self.ubigeo.starts_with(area.as_str()))
    }

    /// The province of a district; a province is its own.
    pub fn province(&self) -> Option<&'static Place> {
        let code = self.ubigeo.get(..4)?;
        let places = Level::Province.places();
        let found = places.binary_search_by(|place| place.ubigeo.as_str().cmp(code));
        found.ok().map(|index| &places[index])
    }
}

fn read(text: &str) -> Vec<Place> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records = reader.records().map(|record| {
        let record = record.expect("a test reads every row");
        Place {
            ubigeo: record[0].to_owned(),
            name: record[1].to_owned(),
        }
    });
    records.collect()
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn every_place_is_there_and_sorted() {
        for (level, count, digits) in [(Level::Province, 196, 4), (Level::District, 1892, 6)] {
            let places = level.places();
            assert_eq!(places.len(), count);
            assert!(places.is_sorted_by(|a, b| a.ubigeo < b.ubigeo));
            assert!(places.iter().all(|place| place.ubigeo.len() == digits));
            assert!(places.iter().all(|place| place.province().is_some()));
        }
    }

    #[test]
    fn a_place_goes_by_name_and_code() {
        let found = Level::District.named("CUÑUMBUQUI");
        assert_eq!(found, Level::District.named(&found[0].ubigeo));
        assert_eq!(found[0].province().unwrap().name, "Lamas");
        assert!(found[0].is_within(&["22".to_owned()]));
    }
}
