//! Which formats are published: decided by the extension of the final name, since that is
//! what browsers, servers and Windows go by.

use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::{Config, is_picture};

/// Formats that are published: documents, data, sound and video.
const PUBLISHED: [&str; 41] = [
    "3gp", "aac", "csv", "doc", "docx", "epub", "flac", "geojson", "gpkg", "gpx", "ics", "json",
    "kml", "kmz", "m4a", "m4v", "mov", "mp3", "mp4", "odp", "ods", "odt", "oga", "ogg", "ogv",
    "opus", "pdf", "ppt", "pptx", "rtf", "srt", "tsv", "txt", "vcf", "vtt", "wav", "weba", "webm",
    "xls", "xlsx", "zip",
];

/// Formats that run on a server, in a browser from `file://`, or on the computer of whoever
/// opens them: never published, whatever the settings say.
const RUNNABLE: &[&str] = &[
    "apk",
    "app",
    "appimage",
    "application",
    "asa",
    "ash",
    "ashx",
    "asmx",
    "asp",
    "aspx",
    "bash",
    "bat",
    "cer",
    "cfm",
    "cgi",
    "chm",
    "cjs",
    "class",
    "cmd",
    "com",
    "command",
    "config",
    "cpl",
    "cs",
    "cshtml",
    "css",
    "csh",
    "deb",
    "desktop",
    "dll",
    "dmg",
    "docm",
    "dotm",
    "exe",
    "fcgi",
    "gadget",
    "hta",
    "htaccess",
    "htc",
    "htm",
    "html",
    "img",
    "inc",
    "inf",
    "ini",
    "iso",
    "jar",
    "jnlp",
    "js",
    "jse",
    "jsp",
    "jspx",
    "lnk",
    "mht",
    "mhtml",
    "mjs",
    "msc",
    "msi",
    "msp",
    "phar",
    "php",
    "php3",
    "php4",
    "php5",
    "php7",
    "php8",
    "phps",
    "pht",
    "phtml",
    "pif",
    "pl",
    "potm",
    "ppam",
    "ppsm",
    "pptm",
    "ps1",
    "psm1",
    "py",
    "rb",
    "reg",
    "rpm",
    "scf",
    "scr",
    "sh",
    "shtm",
    "shtml",
    "stm",
    "svgz",
    "swf",
    "sys",
    "url",
    "vbe",
    "vbs",
    "wasm",
    "wsf",
    "xht",
    "xhtml",
    "xlam",
    "xlsm",
    "xml",
    "xsl",
    "xslt",
];

/// Drawings are published if the site's owner wants them, and if they are still.
const DRAWING: &str = "svg";

/// Returns why a file with this final extension is not published; `None` if it is.
pub(super) fn fault(config: &Config, extension: &str) -> Option<Kind> {
    let extension_owned = || extension.to_owned();
    if RUNNABLE.contains(&extension) {
        return Some(Kind::ForbiddenAsset {
            extension: extension_owned(),
        });
    }
    let mut own = config.publishing.types.iter();
    let is_published = PUBLISHED.contains(&extension)
        || is_picture(&format!("a.{extension}"))
        || own.any(|own| own.value == extension)
        || config.raw_html && extension == DRAWING;
    (!is_published).then(|| Kind::UnlistedType {
        extension: extension_owned(),
    })
}

/// Whether the extension is that of a drawing, which may run something.
pub(super) fn is_drawing(extension: &str) -> bool {
    extension == DRAWING
}

/// Reports the formats in the settings that are never published.
pub(super) fn check_settings(config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let own = config.publishing.types.iter();
    let runnable = own.filter(|own| RUNNABLE.contains(&own.value.as_str()));
    diagnostics.extend(runnable.map(|own| {
        let extension = own.value.clone();
        let location = Location::new(&config.source, own.span.clone());
        Diagnostic::new(Kind::ForbiddenAsset { extension }, location)
    }));
}

#[cfg(test)]
mod tests {
    use super::{PUBLISHED, RUNNABLE};

    #[test]
    fn no_format_is_both_published_and_never_published() {
        assert!(PUBLISHED.iter().all(|format| !RUNNABLE.contains(format)));
    }
}
