//! What templates can say: UI strings, dates and numbers as each language writes them.

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
        written_date(catalogue(&dates, &code)?, date)
    });
    let code = language.to_owned();
    tera.register_filter("number", move |number: f64, _: Kwargs, _: &State| {
        Ok::<String, tera::Error>(written_number(number, &code))
    });
    let code = language.to_owned();
    tera.register_filter("signed", move |number: f64, _: Kwargs, _: &State| {
        let plus = if number > 0.0 { "+" } else { "" };
        let written = written_number(number, &code);
        Ok::<String, tera::Error>(format!("{plus}{written}"))
    });
}

fn catalogue<'s>(strings: &'s Strings, language: &str) -> TeraResult<&'s Catalogue> {
    strings
        .get(language)
        .ok_or_else(|| tera::Error::message("the theme has no UI strings"))
}

/// The strings of a language.
struct Words {
    strings: Strings,
    language: String,
    /// Strings without facts.
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

    /// `t(key="…", other=…)`: the string of that name with its facts; where there is none,
    /// the `default` if one is given.
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

/// `2026-11-23` as `23 de noviembre de 2026`.
fn written_date(words: &Catalogue, date: &str) -> TeraResult<String> {
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

/// At most two decimals; thousands from five digits on are set apart.
fn written_number(number: f64, language: &str) -> String {
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
    let sets_apart = whole.len() > 4 || (language == "en" && whole.len() > 3);
    for (index, digit) in whole.chars().enumerate() {
        if sets_apart && index > 0 && (whole.len() - index).is_multiple_of(3) {
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
    use super::written_number;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        assert_eq!(written_number(28.2, "es"), "28,2");
        assert_eq!(written_number(80_000.0, "es"), "80\u{a0}000");
        assert_eq!(written_number(2013.0, "es"), "2013");
        assert_eq!(written_number(1_773_772.0, "en"), "1,773,772");
        assert_eq!(written_number(-11.75, "es"), "−11,75");
    }
}
