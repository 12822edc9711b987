//! The natural regions of Peru: coast, highlands, high and low forest.
//!
//! No register lists them by district, so they are derived from the altitude of its capital
//! and the side of the Andes it is on. Above 2,000 m are the highlands. Lower districts are
//! coast in the departments on the Pacific and forest in those of the Amazon: low forest up
//! to 400 m, high forest above. Low valleys between the ranges count as highlands.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::{Level, Place};

/// Altitude in metres above which a place is in the highlands.
const HIGHLANDS: f64 = 2000.0;
/// Altitude in metres up to which the forest is low.
const LOW_FOREST: f64 = 400.0;
/// Number of nearest capitals that an unknown altitude is estimated from.
const NEIGHBOURS: usize = 7;
/// Departments on the Pacific.
const PACIFIC: [&str; 11] = [
    "02", "04", "07", "11", "13", "14", "15", "18", "20", "23", "24",
];
/// Departments whose low parts are in the Amazon, and such provinces in others: Huanta, La
/// Mar, Cutervo, Jaén, San Ignacio, Tayacaja and Pataz.
const AMAZON: [&str; 17] = [
    "01", "08", "10", "12", "16", "17", "19", "21", "22", "25", "0504", "0505", "0606", "0608",
    "0609", "0907", "1308",
];

/// Share of a place's districts in each natural region: 0 to 1, rounded to two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub(crate) struct Nature {
    /// Pacific slope, up to 2,000 m.
    pub coast: f64,
    /// Above 2,000 m.
    pub highlands: f64,
    /// Amazonian slope, 400 to 2,000 m.
    pub high_forest: f64,
    /// Amazonian slope, up to 400 m.
    pub low_forest: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Region {
    Coast,
    Highlands,
    HighForest,
    LowForest,
}

/// Returns the natural regions of a place; `None` if none of its districts has a position.
pub(crate) fn nature(place: &Place) -> Option<Nature> {
    static REGIONS: LazyLock<HashMap<&str, Region>> = LazyLock::new(|| regions().collect());
    let districts = place.districts().iter();
    let found: Vec<Region> = districts
        .filter_map(|district| REGIONS.get(district.ubigeo.as_str()).copied())
        .collect();
    let share = |region| {
        let count = found.iter().filter(|found| **found == region).count();
        (count as f64 / found.len() as f64 * 100.0).round() / 100.0
    };
    (!found.is_empty()).then(|| Nature {
        coast: share(Region::Coast),
        highlands: share(Region::Highlands),
        high_forest: share(Region::HighForest),
        low_forest: share(Region::LowForest),
    })
}

/// A capital: latitude, longitude and altitude.
type Capital = (f64, f64, f64);

fn regions() -> impl Iterator<Item = (&'static str, Region)> {
    let districts = Level::District.places().iter();
    let capitals: Vec<Capital> = districts
        .clone()
        .filter_map(|place| {
            let (latitude, longitude) = place.position?;
            Some((latitude, longitude, f64::from(place.altitude?)))
        })
        .collect();
    districts.filter_map(move |place| {
        let (latitude, longitude) = place.position?;
        let altitude = place.altitude.map(f64::from);
        let altitude =
            altitude.unwrap_or_else(|| estimated_altitude(&capitals, latitude, longitude));
        let ubigeo = place.ubigeo.as_str();
        Some((ubigeo, region(ubigeo, altitude)))
    })
}

fn region(ubigeo: &str, altitude: f64) -> Region {
    let is_within = |areas: &[&str]| areas.iter().any(|area| ubigeo.starts_with(area));
    if altitude > HIGHLANDS {
        Region::Highlands
    } else if is_within(&AMAZON) && altitude > LOW_FOREST {
        Region::HighForest
    } else if is_within(&AMAZON) {
        Region::LowForest
    } else if is_within(&PACIFIC) {
        Region::Coast
    } else {
        Region::Highlands
    }
}

/// Estimates an altitude as the median of the nearest capitals.
fn estimated_altitude(capitals: &[Capital], latitude: f64, longitude: f64) -> f64 {
    let distance = |(other, across, altitude): &Capital| {
        let (north, east) = (other - latitude, across - longitude);
        (north * north + east * east, *altitude)
    };
    let mut nearest: Vec<(f64, f64)> = capitals.iter().map(distance).collect();
    let by_distance = |a: &(f64, f64), b: &(f64, f64)| a.0.total_cmp(&b.0);
    nearest.select_nth_unstable_by(NEIGHBOURS, by_distance);
    let mut altitudes: Vec<f64> = nearest[..NEIGHBOURS].iter().map(|it| it.1).collect();
    altitudes.sort_by(f64::total_cmp);
    altitudes[altitudes.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::nature;
    use crate::peru::gazetteer::{Level, Place};

    fn shares(ubigeo: &str) -> [f64; 4] {
        let nature = nature(Place::of(ubigeo).unwrap()).unwrap();
        let low = nature.low_forest;
        [nature.coast, nature.highlands, nature.high_forest, low]
    }

    #[test]
    fn well_known_places_are_in_their_natural_region() {
        const COAST: [f64; 4] = [1.0, 0.0, 0.0, 0.0];
        const HIGHLANDS: [f64; 4] = [0.0, 1.0, 0.0, 0.0];
        const HIGH_FOREST: [f64; 4] = [0.0, 0.0, 1.0, 0.0];
        const LOW_FOREST: [f64; 4] = [0.0, 0.0, 0.0, 1.0];
        let known = [
            ("150101", COAST),       // Lima
            ("200101", COAST),       // Piura
            ("230101", COAST),       // Tacna
            ("240101", COAST),       // Tumbes
            ("021101", COAST),       // Huarmey
            ("080101", HIGHLANDS),   // Cusco
            ("210101", HIGHLANDS),   // Puno
            ("030101", HIGHLANDS),   // Abancay, whose altitude is not known
            ("010101", HIGHLANDS),   // Chachapoyas
            ("220101", HIGH_FOREST), // Moyobamba
            ("080901", HIGH_FOREST), // Santa Ana, La Convención
            ("060801", HIGH_FOREST), // Jaén
            ("160101", LOW_FOREST),  // Iquitos
            ("250101", LOW_FOREST),  // Callería, Ucayali
            ("170101", LOW_FOREST),  // Tambopata
        ];
        for (ubigeo, region) in known {
            assert_eq!(shares(ubigeo), region, "{ubigeo}");
        }
        let [coast, highlands, ..] = shares("15");
        assert!(coast > 0.3 && highlands > 0.3, "Lima has both");
    }

    #[test]
    fn nearly_every_district_has_a_natural_region() {
        let districts = Level::District.places().iter();
        assert_eq!(
            districts.filter(|place| nature(place).is_none()).count(),
            18
        );
    }
}
