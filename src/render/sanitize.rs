//! Sanitises HTML that editors write inside Markdown.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::Builder;

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        // Addresses have already been checked and made relative.
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(None)
        .add_tags(["section", "input", "picture", "source"])
        .add_generic_attributes(["id", "class", "lang", "title", "role", "tabindex"])
        .add_tag_attributes("a", ["aria-label", "rel"])
        .add_tag_attributes("div", ["aria-label"])
        .add_tag_attributes("section", ["aria-label"])
        .add_tag_attributes("input", ["type", "checked", "disabled"])
        .add_tag_attributes("img", ["loading", "decoding", "width", "height"])
        .add_tag_attributes("source", ["type", "srcset", "sizes"])
        .attribute_filter(|_, name, value| own_files_only(name, value));
    builder
});

/// A page loads nothing from another host; links may point there.
fn own_files_only<'v>(name: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let is_loaded = matches!(name, "src" | "srcset");
    let is_elsewhere = value.contains(':') || value.contains("//") || value.contains('\\');
    (!is_loaded || !is_elsewhere).then_some(Cow::Borrowed(value))
}

/// Removes scripts, event handlers, styles, forms and frames.
pub(super) fn sanitize(html: &str) -> String {
    SANITIZER.clean(html).to_string()
}
