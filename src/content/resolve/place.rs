//! Location of a case, down to the district.

use crate::content::parse::Document;
use crate::messages::diagnostics::{Diagnostic, Kind, Located, Location};
use crate::model::{Locality, REGION, Taxonomy, Term};
use crate::peru::gazetteer::{Level, Place};

/// Resolves the province and district of a document within the regions it names. They stay
/// as written if the regions have no UBIGEO code, as outside Peru. Diagnostics name the
/// regions in `language`.
pub(super) fn resolve<'t>(
    document: &Document,
    language: &str,
    taxonomies: impl Iterator<Item = (&'t Taxonomy, &'t Vec<usize>)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Locality {
    let case = &document.front.case;
    let terms: Vec<&Term> = taxonomies
        .filter(|(taxonomy, _)| taxonomy.facet.key == REGION)
        .flat_map(|(taxonomy, terms)| terms.iter().map(|term| &taxonomy.terms[*term]))
        .collect();
    let areas: Vec<String> = terms
        .iter()
        .filter_map(|term| term.ubigeo.clone())
        .collect();
    let mut locality = Locality {
        province: case.province.as_ref().map(|word| word.value.clone()),
        district: case.district.as_ref().map(|word| word.value.clone()),
        ubigeo: None,
    };
    if areas.is_empty() {
        return locality;
    }
    let names = terms.iter().map(|term| term.name.get(language));
    let names: Vec<&str> = names.collect();
    let mut finder = Finder {
        document,
        within: names.join(", "),
        diagnostics,
    };
    let province = case.province.as_ref();
    let province = province.and_then(|word| finder.find(Level::Province, word, &areas));
    let areas = match province {
        Some(province) => {
            finder.within.clone_from(&province.name);
            vec![province.ubigeo.clone()]
        }
        None => areas,
    };
    let district = case.district.as_ref();
    let district = district.and_then(|word| finder.find(Level::District, word, &areas));
    let province = province.or_else(|| district?.province());
    if let Some(province) = province {
        locality.province = Some(province.name.clone());
    }
    if let Some(district) = district {
        locality.district = Some(district.name.clone());
    }
    locality.ubigeo = district.or(province).map(|place| place.ubigeo.clone());
    locality
}

struct Finder<'a> {
    document: &'a Document,
    /// Names of the areas searched, for diagnostics: the regions, then the province.
    within: String,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Finder<'_> {
    /// Returns the place that `word` names within `areas`; reports unless it is exactly one.
    fn find(
        &mut self,
        level: Level,
        word: &Located<String>,
        areas: &[String],
    ) -> Option<&'static Place> {
        let anywhere = level.named(&word.value);
        let inside = anywhere.iter().filter(|place| place.is_within(areas));
        let inside: Vec<&Place> = inside.copied().collect();
        let kind = match (inside[..].first(), inside.len()) {
            (Some(place), 1) => return level.named(&place.ubigeo).pop(),
            (Some(_), _) => Kind::AmbiguousPlace {
                value: word.value.clone(),
                provinces: provinces(&inside),
            },
            (None, _) => self.unknown(level, word, areas, &anywhere),
        };
        let location = Location::new(&self.document.source, word.span.clone());
        self.diagnostics.push(Diagnostic::new(kind, location));
        None
    }

    fn unknown(
        &self,
        level: Level,
        word: &Located<String>,
        areas: &[String],
        anywhere: &[&Place],
    ) -> Kind {
        Kind::UnknownPlace {
            is_district: level == Level::District,
            value: word.value.clone(),
            within: self.within.clone(),
            nearest: level.nearest(&word.value, areas),
            elsewhere: Some(provinces(anywhere)).filter(|names| !names.is_empty()),
        }
    }
}

fn provinces(places: &[&Place]) -> String {
    let names = places.iter().filter_map(|place| place.province());
    let names: Vec<&str> = names.map(|province| province.name.as_str()).collect();
    names.join(", ")
}
