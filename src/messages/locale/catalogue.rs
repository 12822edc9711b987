//! The message catalogue of one language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use unic_langid::LanguageIdentifier;

use super::Argument;

/// A syntax error in a Fluent catalogue.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("invalid catalogue at byte {offset}: {message}")]
pub struct CatalogueError {
    /// The parser's error message.
    pub message: String,
    /// Byte offset of the error.
    pub offset: usize,
}

/// The messages of one language.
pub struct Catalogue {
    language: String,
    bundle: FluentBundle<FluentResource>,
    /// Message ids with the names of their attributes.
    entries: BTreeMap<String, Vec<String>>,
    /// Catalogue with the messages that this one lacks.
    fallback: Option<Arc<Self>>,
}

impl Catalogue {
    /// Parses a catalogue.
    ///
    /// # Errors
    /// If `text` is not well-formed Fluent, with the position of the first error.
    pub fn parse(language: &str, text: &str) -> Result<Self, CatalogueError> {
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
            let first = errors.first();
            CatalogueError {
                message: first.map(ToString::to_string).unwrap_or_default(),
                offset: first.map_or(0, |error| error.pos.start),
            }
        })?;
        let entries = entries(&resource);
        let identifier: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolation marks would end up in terminals and in the text of pages.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Ok(Self {
            language: language.to_owned(),
            bundle,
            entries,
            fallback: None,
        })
    }

    /// Takes messages that are missing here from `fallback`, each formatted by the rules of
    /// the fallback's language.
    pub(super) fn fall_back_to(&mut self, fallback: Arc<Self>) {
        self.fallback = Some(fallback);
    }

    /// Adds the messages of `text`, replacing those with the same id. Does nothing if
    /// `text` is not well-formed.
    pub fn overlay(&mut self, text: &str) {
        if let Ok(resource) = FluentResource::try_new(text.to_owned()) {
            self.entries.extend(entries(&resource));
            self.bundle.add_resource_overriding(resource);
        }
    }

    /// Returns the language code.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Returns all message ids with the names of their attributes, without those of the
    /// fallback.
    pub fn entries(&self) -> BTreeMap<String, Vec<String>> {
        self.entries.clone()
    }

    /// Returns whether the message exists, not counting those of the fallback.
    pub fn has(&self, id: &str) -> bool {
        self.entries.contains_key(id)
    }

    /// Formats a message without arguments; returns `id` if there is no such message.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// Formats a message with arguments; returns `id` if there is no such message.
    pub fn format(&self, id: &str, arguments: &[(&'static str, Argument)]) -> String {
        self.format_with(id, &fluent_arguments(arguments))
            .unwrap_or_else(|| id.to_owned())
    }

    /// Formats a message with arguments from a template; `None` if there is no such
    /// message.
    pub fn format_with(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let own = self.bundle.get_message(id).and_then(|found| found.value());
        match own {
            Some(pattern) => Some(self.pattern(pattern, arguments)),
            None => self.fallback.as_ref()?.format_with(id, arguments),
        }
    }

    /// Returns id and text of all messages that need no arguments, with the fallback's.
    pub fn plain(&self) -> impl Iterator<Item = (&str, String)> {
        let fallback = self.fallback.iter().flat_map(|other| other.own_plain());
        let missing = fallback.filter(|(id, _)| !self.has(id));
        self.own_plain().chain(missing)
    }

    fn own_plain(&self) -> impl Iterator<Item = (&str, String)> {
        self.entries.keys().filter_map(|name| {
            let pattern = self.bundle.get_message(name)?.value()?;
            let mut errors = Vec::new();
            let text = self.bundle.format_pattern(pattern, None, &mut errors);
            errors
                .is_empty()
                .then(|| (name.as_str(), text.into_owned()))
        })
    }

    /// Formats an attribute of a message, such as its `help`, if it exists.
    pub fn attribute(
        &self,
        id: &str,
        attribute: &str,
        arguments: &[(&'static str, Argument)],
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = message.get_attribute(attribute)?.value();
        Some(self.pattern(pattern, &fluent_arguments(arguments)))
    }

    fn pattern(&self, pattern: &Pattern<&str>, arguments: &FluentArgs<'_>) -> String {
        self.bundle
            .format_pattern(pattern, Some(arguments), &mut Vec::new())
            .into_owned()
    }
}

fn fluent_arguments(arguments: &[(&'static str, Argument)]) -> FluentArgs<'static> {
    arguments
        .iter()
        .map(|(name, argument)| {
            let value = match argument {
                Argument::Text(text) => FluentValue::from(text.clone()),
                Argument::Number(number) => FluentValue::from(*number),
            };
            (Cow::Borrowed(*name), value)
        })
        .collect()
}

fn entries(resource: &FluentResource) -> BTreeMap<String, Vec<String>> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some((
                message.id.name.to_owned(),
                message
                    .attributes
                    .iter()
                    .map(|attribute| attribute.id.name.to_owned())
                    .collect(),
            )),
            _ => None,
        })
        .collect()
}
