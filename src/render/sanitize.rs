//! HTML that editors write inside markdown, made harmless.

use std::sync::LazyLock;

use ammonia::Builder;

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        // Addresses were checked and made relative before.
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(None)
        .add_tags(["section", "input"])
        .add_generic_attributes(["id", "class", "lang", "title", "role", "tabindex"])
        .add_tag_attributes("a", ["aria-label", "rel"])
        .add_tag_attributes("div", ["aria-label"])
        .add_tag_attributes("section", ["aria-label"])
        .add_tag_attributes("input", ["type", "checked", "disabled"])
        .add_tag_attributes("img", ["loading", "width", "height"]);
    builder
});

/// Drops scripts, event handlers, styles, forms and frames.
pub fn sanitize(html: &str) -> String {
    SANITIZER.clean(html).to_string()
}
