//! Message arguments from the fields of a diagnostic.

use super::severity::Severity;
use crate::messages::locale::Argument;

/// The arguments of one message, by name.
pub(super) type Arguments = Vec<(&'static str, Argument)>;

/// Adds a field under its name; an optional one also adds `has_name`, by which messages
/// select a variant.
pub(super) fn add(
    arguments: &mut Arguments,
    [name, has_name]: [&'static str; 2],
    field: &(impl IntoArgument + ?Sized),
) {
    arguments.push((name, field.argument()));
    if let Some(is_present) = field.is_present() {
        arguments.push((has_name, is_present.argument()));
    }
}

/// The type of a diagnostic's field.
pub(super) trait IntoArgument {
    /// Returns the value as shown in messages; an absent one is empty.
    fn argument(&self) -> Argument;

    /// Returns whether the value is present; `None` if its type always has one.
    fn is_present(&self) -> Option<bool> {
        None
    }
}

impl IntoArgument for str {
    fn argument(&self) -> Argument {
        self.into()
    }
}

impl IntoArgument for String {
    fn argument(&self) -> Argument {
        self.into()
    }
}

impl<T: IntoArgument + ?Sized> IntoArgument for &T {
    fn argument(&self) -> Argument {
        (**self).argument()
    }
}

impl IntoArgument for Option<String> {
    fn argument(&self) -> Argument {
        self.as_deref().unwrap_or_default().into()
    }

    fn is_present(&self) -> Option<bool> {
        Some(self.is_some())
    }
}

impl IntoArgument for Vec<String> {
    fn argument(&self) -> Argument {
        self.join(", ").argument()
    }

    fn is_present(&self) -> Option<bool> {
        Some(!self.is_empty())
    }
}

impl IntoArgument for bool {
    fn argument(&self) -> Argument {
        if *self { "true" } else { "false" }.into()
    }
}

impl IntoArgument for u64 {
    fn argument(&self) -> Argument {
        Argument::Number(*self)
    }
}

impl IntoArgument for u16 {
    fn argument(&self) -> Argument {
        Argument::Number(u64::from(*self))
    }
}

impl IntoArgument for usize {
    fn argument(&self) -> Argument {
        Argument::Number(*self as u64)
    }
}

impl IntoArgument for Severity {
    fn argument(&self) -> Argument {
        self.id().into()
    }
}

/// Messages distinguish a missing page from a missing picture or download.
pub(super) fn kind_of_target(target: &str) -> &'static str {
    let path = target.split(['#', '?']).next().unwrap_or_default();
    match path.rsplit_once('.') {
        None => "page",
        Some((_, "md" | "html")) => "page",
        Some(_) => "file",
    }
}
