//! Template functions and filters for UI strings, and for dates and numbers as each
//! language writes them.

use fluent_bundle::{FluentArgs, FluentValue};
use foldhash::HashMap;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::messages::locale::{Catalogue, Strings};

/// Registers `t`, `date`, `number` and `signed` for templates of pages in `language`.
pub(super) fn register(tera: &mut Tera, strings: &Strings, language: &str) {
    let words = Words::new(strings, language);
    let dates = strings.clone();
    tera.register_function("t", move |kwargs: Kwargs, _: &State| {
        words.translate(&kwargs)
    });
    let code = language.to_owned();
    tera.register_filter("date", move |date: &str, _: Kwargs, _: &State| {
        format_date(catalogue(&dates, &code)?, date)
    });
    let format = strings.get(language).map(NumberFormat::of);
    let format = format.unwrap_or_default();
    let signed = format.clone();
    tera.register_filter("number", move |number: f64, _: Kwargs, _: &State| {
        Ok::<String, tera::Error>(format.written(number))
    });
    tera.register_filter("signed", move |number: f64, _: Kwargs, _: &State| {
        let plus = if number > 0.0 { "+" } else { "" };
        let written = signed.written(number);
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

/// How a language writes numbers, as its strings say.
#[derive(Clone, Default)]
struct NumberFormat {
    thousands: String,
    decimal: String,
    /// Digits required before the first separator of thousands, as CLDR counts them: with 2,
    /// numbers are separated from five digits on; with 1, from four.
    minimum_grouping_digits: usize,
}

impl NumberFormat {
    fn of(words: &Catalogue) -> Self {
        let digits = words.text("minimum-grouping-digits");
        Self {
            thousands: words.text("thousands"),
            decimal: words.text("decimal"),
            minimum_grouping_digits: digits.parse().unwrap_or(1),
        }
    }

    /// Formats a number with at most two decimals.
    fn written(&self, number: f64) -> String {
        let rounded = format!("{:.2}", number.abs());
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let mut text = if number < 0.0 {
            String::from("−")
        } else {
            String::new()
        };
        let separates_thousands = whole.len() >= 3 + self.minimum_grouping_digits;
        for (index, digit) in whole.chars().enumerate() {
            if separates_thousands && index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push_str(&self.thousands);
            }
            text.push(digit);
        }
        let fraction = fraction.trim_end_matches('0');
        if !fraction.is_empty() {
            text.push_str(&self.decimal);
            text.push_str(fraction);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::NumberFormat;
    use crate::messages::locale::Catalogue;
    use crate::render::theme::built_in_files;

    fn written(number: f64, language: &str) -> String {
        let files = built_in_files();
        let text = String::from_utf8_lossy(&files[&format!("i18n/{language}.ftl")]);
        NumberFormat::of(&Catalogue::parse(language, &text).unwrap()).written(number)
    }

    #[test]
    fn numbers_follow_the_format_of_each_language() {
        assert_eq!(written(28.2, "es"), "28,2");
        assert_eq!(written(80_000.0, "es"), "80\u{a0}000");
        assert_eq!(written(2013.0, "es"), "2013");
        assert_eq!(written(2013.0, "en"), "2,013");
        assert_eq!(written(1_773_772.0, "en"), "1,773,772");
        assert_eq!(written(-11.75, "es"), "−11,75");
    }
}
