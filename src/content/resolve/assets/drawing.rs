//! Drawings (SVG) that are still: they run nothing and load nothing.

use roxmltree::{Document, Node};

/// Elements that run, load, or hold HTML.
const ACTIVE: [&str; 10] = [
    "script",
    "foreignobject",
    "handler",
    "listener",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "link",
];

/// Returns the first part of a drawing that runs or loads something, or that cannot be read;
/// `None` if it is still.
pub(super) fn active_part(text: &str) -> Option<String> {
    let mut instructions = ["<!ENTITY", "<?xml-stylesheet"].into_iter();
    if let Some(found) = instructions.find(|mark| text.contains(mark)) {
        return Some(found.to_owned());
    }
    match Document::parse(text) {
        Ok(drawing) => drawing.descendants().find_map(active_in),
        Err(error) => Some(error.to_string()),
    }
}

fn active_in(node: Node<'_, '_>) -> Option<String> {
    let name = node.tag_name().name().to_lowercase();
    if node.is_element() && ACTIVE.contains(&name.as_str()) {
        return Some(format!("<{name}>"));
    }
    if name == "style" {
        let style = node.text().unwrap_or_default();
        return loads(style).then(|| "<style>".to_owned());
    }
    let mut attributes = node.attributes();
    let active = attributes.find(|attribute| {
        let name = attribute.name().to_lowercase();
        let value = attribute.value().trim();
        match name.as_str() {
            "href" | "src" => !value.starts_with('#') && !value.starts_with("data:image/"),
            "to" | "from" | "values" | "by" => value.contains(':') && value.contains("script"),
            _ => name.starts_with("on") || loads(value),
        }
    });
    active.map(|attribute| format!("{}=\"…\"", attribute.name()))
}

/// Whether a style names another file, or an expression that runs.
fn loads(style: &str) -> bool {
    let style: String = style.to_lowercase().split_whitespace().collect();
    let mut addresses = style.split("url(").skip(1);
    let is_own = |address: &str| {
        let address = address.trim_start_matches(['"', '\'']);
        address.starts_with('#') || address.starts_with("data:image/")
    };
    style.contains("@import")
        || style.contains("expression(")
        || style.contains('\\')
        || !addresses.all(is_own)
}

#[cfg(test)]
mod tests {
    use super::active_part;

    fn drawing(inside: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>"
        )
    }

    #[test]
    fn still_drawings_are_published() {
        for inside in [
            "<circle r=\"4\" fill=\"url(#a)\"/><use xlink:href=\"#a\"/>",
            "<style>a { fill: red }</style>",
            "<image href=\"data:image/png;base64,AA\"/>",
        ] {
            assert_eq!(active_part(&drawing(inside)), None, "{inside}");
        }
    }

    #[test]
    fn whatever_runs_or_loads_is_found() {
        for inside in [
            "<script>a()</script>",
            "<SCRIPT/>",
            "<circle onclick=\"a()\"/>",
            "<a xlink:href=\" javascript:a()\"/>",
            "<a href=\"&#x6a;avascript:a()\"/>",
            "<image href=\"https://otro.pe/a.png\"/>",
            "<image href=\"../../a.png\"/>",
            "<style>@import 'a.css'</style>",
            "<style>a { fill: ur\\6c(https://otro.pe) }</style>",
            "<rect style=\"fill: url( 'https://otro.pe/a' )\"/>",
            "<foreignObject/>",
            "<animate attributeName=\"href\" to=\"javascript:a()\"/>",
        ] {
            assert!(active_part(&drawing(inside)).is_some(), "{inside}");
        }
        assert!(active_part("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>").is_some());
        assert!(active_part("<svg").is_some());
    }
}
