//! Template functions and filters for UI strings, and for dates and numbers as each
//! language writes them.

use fluent_bundle::{FluentArgs, FluentValue};
use foldhash::HashMap;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::messages::locale::{Catalogue, Strings};

/// Registers `t`, `date`, `number` and `signed` for templates of pages in `language`.
pub fn register(tera: &mut Tera, strings: &Strings, language: &str) {
    let words = Words::new(strings, language);
    let dates = strings.clone();
    tera.register_function("t", move |kwargs: Kwargs, _: &State| {
        words.translate(&kwargs)
    });
    let code = language.to_owned();
    tera.register_filter("date", move |date: &str, _: Kwargs, _: &State| {
        format_date(catalogue(&dates, &code)?, date)
    });
    let code = language.to_owned();
    tera.register_filter("number", move |number: f64, _: Kwargs, _: &State| {
        Ok::<String, tera::Error>(format_number(number, &code))
    });
    let code = language.to_owned();
    tera.register_filter("signed", move |number: f64, _: Kwargs, _: &State| {
        let plus = if number > 0.0 { "+" } else { "" };
        let written = format_number(number, &code);
        Ok::<String, tera::Error>(format!("{plus}{written}"))
    });
}

fn catalogue<'s>(strings: &'s Strings, language: &str) -> TeraResult<&'s Catalogue> {
    strings
        .get(language)
        .ok_or_else(|| tera::Error::message("the theme has no UI strings"))
}

/// Looks up the UI strings of a language.
struct Words {
    strings: Strings,
    language: String,
    /// Formatted strings that need no arguments.
    plain: HashMap<String, Value>,
}

impl Words {
    fn new(strings: &Strings, language: &str) -> Self {
        let plain = strings.get(language).into_iter();
        let plain = plain.flat_map(Catalogue::plain);
        let plain = plain.map(|(name, text)| (name.to_owned(), Value::from(text)));
        Self {
            plain: plain.collect(),
            strings: strings.clone(),
            language: language.to_owned(),
        }
    }

    /// `t(key="…", other=…)`: formats a string with its arguments. If there is none of that
    /// name, returns `default`, if given.
    fn translate(&self, kwargs: &Kwargs) -> TeraResult<Value> {
        let key: &str = kwargs.must_get("key")?;
        if let Some(text) = self.plain.get(key) {
            return Ok(text.clone());
        }
        let catalogue = catalogue(&self.strings, &self.language)?;
        match catalogue.format_with(key, &arguments(kwargs)) {
            Some(text) => Ok(text.into()),
            None => kwargs.get("default")?.ok_or_else(|| {
                tera::Error::message(format!("no UI string named «{key}» in i18n/"))
            }),
        }
    }
}

fn arguments(kwargs: &Kwargs) -> FluentArgs<'_> {
    let mut arguments = FluentArgs::new();
    for (name, value) in kwargs.iter() {
        if !matches!(name.as_str(), Some("key" | "default")) {
            arguments.set(name.to_string(), fluent_value(value));
        }
    }
    arguments
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    match value.as_i64() {
        Some(number) if value.is_number() => FluentValue::from(number),
        _ => FluentValue::from(value.to_string()),
    }
}

/// Formats `2026-11-23` as `23 de noviembre de 2026`.
fn format_date(words: &Catalogue, date: &str) -> TeraResult<String> {
    let date: jiff::civil::Date = date.parse().map_err(tera::Error::message)?;
    let month = words.text(&format!("month-{}", date.month()));
    let mut arguments = FluentArgs::new();
    arguments.set("day", FluentValue::from(date.day().to_string()));
    arguments.set("month", FluentValue::from(month));
    arguments.set("year", FluentValue::from(date.year().to_string()));
    words
        .format_with("date", &arguments)
        .ok_or_else(|| tera::Error::message("no UI string named «date» in i18n/"))
}

/// Formats a number with at most two decimals, separating thousands from five digits on; in
/// English, from four.
fn format_number(number: f64, language: &str) -> String {
    let (thousands, decimal) = match language {
        "en" => (',', '.'),
        _ => ('\u{a0}', ','),
    };
    let rounded = format!("{:.2}", number.abs());
    let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let mut text = if number < 0.0 {
        String::from("−")
    } else {
        String::new()
    };
    let separates_thousands = whole.len() > 4 || (language == "en" && whole.len() > 3);
    for (index, digit) in whole.chars().enumerate() {
        if separates_thousands && index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::format_number;

    #[test]
    fn numbers_follow_the_format_of_each_language() {
        assert_eq!(format_number(28.2, "es"), "28,2");
        assert_eq!(format_number(80_000.0, "es"), "80\u{a0}000");
        assert_eq!(format_number(2013.0, "es"), "2013");
        assert_eq!(format_number(1_773_772.0, "en"), "1,773,772");
        assert_eq!(format_number(-11.75, "es"), "−11,75");
    }
}
