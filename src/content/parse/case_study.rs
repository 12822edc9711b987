//! Keys of a case study in front matter, with their Spanish aliases.

use iso_currency::Currency;

use crate::base::address::{is_mail, is_web, likely_web};
use crate::base::text::fold;
use crate::content::yaml::{Fields, Key};
use crate::messages::diagnostics::{AddressForm, Kind, Located};
use crate::model::{
    Adoption, CaseStudy, Contact, Cost, Cover, Measure, Norm, Period, Population, Replication,
    ResultRow, Risk, SourceReference, Step,
};

const YEAR: Key<'_> = Key("year", &["anio", "ano"]);
const SOURCE: Key<'_> = Key("source", &["fuente"]);
const TITLE: Key<'_> = Key("title", &["titulo"]);
const DESCRIPTION: Key<'_> = Key("description", &["descripcion"]);
const ENTITY: Key<'_> = Key("entity", &["entidad"]);
const URL: Key<'_> = Key("url", &["url", "enlace"]);

/// Reads the keys of a case study.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> CaseStudy {
    let case = CaseStudy {
        province: fields.text(Key("province", &["provincia"])),
        district: fields.text(Key("district", &["distrito"])),
        entity: fields.text(ENTITY),
        partners: fields.texts(Key("partners", &["socios", "aliados"])),
        period: fields.group(Key("period", &["periodo"]), period),
        languages: fields.texts(Key("languages", &["lenguas", "idiomas"])),
        population: fields.group(Key("population", &["poblacion"]), population),
        results: fields.groups(Key("results", &["resultados"]), None, result_row),
        cost: fields.group(Key("cost", &["costo"]), cost),
        replication: fields.group(Key("replication", &["replicacion"]), replication),
        legal_framework: fields.groups(
            Key("legal_framework", &["marco_legal"]),
            Some(|norm| Norm {
                norm: Some(norm),
                ..Norm::default()
            }),
            norm,
        ),
        contacts: fields.groups(Key("contacts", &["contactos"]), None, contact),
        sources: fields.groups(Key("sources", &["fuentes"]), None, source_reference),
        cover: fields.group(Key("cover", &["portada"]), cover),
    };
    check_citations(&case, fields);
    case
}

fn period(fields: &mut Fields<'_, '_>) -> Period {
    let period = Period {
        start: fields.year(Key("start", &["inicio"])),
        end: fields.year(Key("end", &["fin"])),
    };
    if let (Some(start), Some(end)) = (&period.start, &period.end)
        && start.value > end.value
    {
        fields.complain(Kind::InvalidPeriod, end.span.clone());
    }
    period
}

fn population(fields: &mut Fields<'_, '_>) -> Population {
    Population {
        description: fields.text(DESCRIPTION),
        count: fields.amount(Key("count", &["cantidad"])),
        year: fields.year(YEAR),
        source: fields.counts(SOURCE),
    }
}

fn result_row(fields: &mut Fields<'_, '_>) -> ResultRow {
    let row = ResultRow {
        indicator: required(fields, Key("indicator", &["indicador"])),
        unit: fields.text(Key("unit", &["unidad"])),
        baseline: fields.group(Key("baseline", &["linea_de_base"]), measure),
        endline: fields.group(Key("endline", &["linea_final"]), measure),
        source: fields.counts(SOURCE),
        note: fields.text(Key("note", &["nota"])),
    };
    let year = |measure: &Option<Measure>| measure.as_ref().and_then(|it| it.year.clone());
    if let (Some(before), Some(after)) = (year(&row.baseline), year(&row.endline))
        && before.value > after.value
    {
        fields.complain(Kind::ReversedMeasures, after.span);
    }
    row
}

fn measure(fields: &mut Fields<'_, '_>) -> Measure {
    Measure {
        value: fields.number(Key("value", &["valor"])),
        year: fields.year(YEAR),
    }
}

fn cost(fields: &mut Fields<'_, '_>) -> Cost {
    Cost {
        amount: fields.amount(Key("amount", &["monto"])),
        currency: currency(fields),
        year: fields.year(YEAR),
        covers: fields.text(Key("covers", &["cubre"])),
        source: fields.counts(SOURCE),
    }
}

fn replication(fields: &mut Fields<'_, '_>) -> Replication {
    Replication {
        conditions: fields.texts(Key("conditions", &["condiciones"])),
        steps: fields.groups(
            Key("steps", &["pasos"]),
            Some(|title| Step {
                title: Some(title),
                ..Step::default()
            }),
            step,
        ),
        risks: fields.groups(
            Key("risks", &["riesgos"]),
            Some(|risk| Risk {
                risk: Some(risk),
                ..Risk::default()
            }),
            risk,
        ),
        adopted_by: fields.groups(
            Key("adopted_by", &["adoptado_por"]),
            Some(|place| Adoption {
                place: Some(place),
                ..Adoption::default()
            }),
            adoption,
        ),
    }
}

fn step(fields: &mut Fields<'_, '_>) -> Step {
    Step {
        title: required(fields, TITLE),
        description: fields.text(DESCRIPTION),
        duration: fields.text(Key("duration", &["duracion"])),
        who: fields.text(Key("who", &["responsable", "quien"])),
    }
}

fn risk(fields: &mut Fields<'_, '_>) -> Risk {
    Risk {
        risk: required(fields, Key("risk", &["riesgo"])),
        mitigation: fields.text(Key("mitigation", &["mitigacion"])),
    }
}

fn adoption(fields: &mut Fields<'_, '_>) -> Adoption {
    Adoption {
        place: required(fields, Key("place", &["lugar"])),
        year: fields.year(YEAR),
        case: fields.text(Key("case", &["caso"])),
        source: fields.counts(SOURCE),
    }
}

fn norm(fields: &mut Fields<'_, '_>) -> Norm {
    const NORM: Key<'_> = Key("norm", &["norma"]);
    let norm = Norm {
        norm: fields.text(NORM),
        title: fields.text(TITLE),
        url: web_address(fields),
    };
    if norm.norm.is_none() && norm.title.is_none() {
        fields.missing(NORM);
    }
    norm
}

fn contact(fields: &mut Fields<'_, '_>) -> Contact {
    Contact {
        name: fields.text(Key("name", &["nombre"])),
        role: fields.text(Key("role", &["cargo"])),
        entity: fields.text(ENTITY),
        email: reachable(fields, Key("email", &["correo"]), AddressForm::Mail),
        phone: fields.text(Key("phone", &["telefono"])),
        url: web_address(fields),
    }
}

fn source_reference(fields: &mut Fields<'_, '_>) -> SourceReference {
    SourceReference {
        title: required(fields, TITLE),
        author: fields.text(Key("author", &["autor"])),
        institution: fields.text(Key("institution", &["institucion"])),
        year: fields.year(YEAR),
        url: web_address(fields),
    }
}

fn cover(fields: &mut Fields<'_, '_>) -> Cover {
    let cover = Cover {
        image: fields.text(Key("image", &["imagen"])),
        alt: fields.text(Key("alt", &["alt", "texto_alternativo"])),
    };
    if let (Some(image), None) = (&cover.image, &cover.alt) {
        fields.complain(Kind::MissingAlt, image.span.clone());
    }
    cover
}

/// Reads the key that its entry cannot do without; reports it if it is missing.
fn required(fields: &mut Fields<'_, '_>, key: Key<'_>) -> Option<Located<String>> {
    let text = fields.text(key);
    if text.is_none() {
        fields.missing(key);
    }
    text
}

fn web_address(fields: &mut Fields<'_, '_>) -> Option<Located<String>> {
    reachable(fields, URL, AddressForm::Web)
}

/// Reads an address that becomes a link, and reports one that cannot be followed.
fn reachable(
    fields: &mut Fields<'_, '_>,
    key: Key<'_>,
    form: AddressForm,
) -> Option<Located<String>> {
    let address = fields.text(key)?;
    let is_valid = match form {
        AddressForm::Mail => is_mail(&address.value),
        _ => is_web(&address.value),
    };
    if is_valid {
        return Some(address);
    }
    let is_web = form == AddressForm::Web;
    let kind = Kind::InvalidAddress {
        form,
        nearest: is_web.then(|| likely_web(&address.value)).flatten(),
        value: address.value,
    };
    fields.complain(kind, address.span);
    None
}

/// Common names, folded, of the currencies of projects in Peru.
const CURRENCIES: [(&str, &[&str]); 3] = [
    ("PEN", &["sol", "soles", "nuevos soles", "s/", "s/."]),
    ("USD", &["dolar", "dolares", "us$", "$", "dollars"]),
    ("EUR", &["euro", "euros", "€"]),
];

fn currency(fields: &mut Fields<'_, '_>) -> Option<Located<String>> {
    let currency = fields.text(Key("currency", &["moneda"]))?;
    if Currency::from_code(&currency.value).is_some() {
        return Some(currency);
    }
    let name = fold(&currency.value);
    let known = CURRENCIES
        .iter()
        .find(|(code, names)| name.eq_ignore_ascii_case(code) || names.contains(&name.as_str()));
    let code = currency.value.to_uppercase();
    let by_case = Currency::from_code(&code).map(|_| code);
    let kind = Kind::InvalidCurrency {
        nearest: known.map(|(code, _)| (*code).to_owned()).or(by_case),
        value: currency.value,
    };
    fields.complain(kind, currency.span);
    None
}

/// Reports citations in front matter of sources past the end of the list.
fn check_citations(case: &CaseStudy, fields: &mut Fields<'_, '_>) {
    let cited = case
        .results
        .iter()
        .flat_map(|row| &row.source)
        .chain(
            case.population
                .iter()
                .flat_map(|population| &population.source),
        )
        .chain(case.cost.iter().flat_map(|cost| &cost.source))
        .chain(
            case.replication
                .iter()
                .flat_map(|replication| &replication.adopted_by)
                .flat_map(|adoption| &adoption.source),
        );
    let count = case.sources.len();
    for number in cited.filter(|number| number.value > count as u64) {
        let kind = Kind::UnknownSource {
            number: number.value,
            count,
        };
        fields.complain(kind, number.span.clone());
    }
}
