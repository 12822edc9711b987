//! The web manifest, with which a phone can install the site as an app (W3C, Web
//! Application Manifest).

use serde_json::{Map, Value, json};

use crate::model::{Edition, Site};
use crate::render::theme::Theme;

/// Maximum length of the name below an icon, in characters.
const MAX_SHORT_NAME: usize = 15;

/// Builds the manifest of an edition, with addresses relative to itself.
pub(super) fn web_manifest(site: &Site, edition: &Edition, theme: &Theme) -> String {
    let title = site.config.title.get(&edition.language);
    let root = "../".repeat(edition.folder.matches('/').count());
    let mut manifest = json!({
        "name": title,
        "short_name": short(title),
        "lang": edition.language,
        "start_url": "index.html",
        // Cases without a translation are read in another language's folder.
        "scope": format!("./{root}"),
        "display": "minimal-ui",
        "icons": [icon(&root, &theme.logo)],
    });
    let own = manifest.as_object_mut().expect("an object");
    insert(
        own,
        "description",
        site.config.description.get(&edition.language),
    );
    insert(own, "theme_color", &theme.color("brand"));
    insert(own, "background_color", &theme.color("paper"));
    format!("{manifest:#}\n")
}

fn insert(manifest: &mut Map<String, Value>, key: &str, value: &str) {
    if !value.is_empty() {
        manifest.insert(key.to_owned(), value.into());
    }
}

/// An SVG fits any size; for other formats the browser determines the size.
fn icon(root: &str, logo: &str) -> Value {
    let kind = mime_guess::from_path(logo).first_or_octet_stream();
    let mut icon = json!({"src": format!("{root}{logo}"), "type": kind.essence_str()});
    if kind == mime_guess::mime::IMAGE_SVG {
        icon["sizes"] = "any".into();
    }
    icon
}

/// Returns as many whole words of a title as fit below an icon, but at least one.
fn short(title: &str) -> String {
    let mut short = String::new();
    for word in title.split_whitespace() {
        let length = short.chars().count() + 1 + word.chars().count();
        if !short.is_empty() && length > MAX_SHORT_NAME {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_short_name_consists_of_whole_words() {
        assert_eq!(short("Gestión pública que se replica"), "Gestión pública");
        assert_eq!(short("Quipu"), "Quipu");
        assert_eq!(short("Descentralización"), "Descentralización");
    }
}
