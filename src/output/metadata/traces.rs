//! The words by which positions and devices are recognised.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::exif;

/// Names of devices and their makers in fields that programs fill in.
const DEVICES: [&str; 66] = [
    "apple iphone",
    "iphone",
    "ipad",
    "canon",
    "nikon",
    "sony",
    "gopro",
    "dji",
    "samsung",
    "galaxy",
    "xiaomi",
    "redmi",
    "poco",
    "huawei",
    "motorola",
    "moto g",
    "moto e",
    "google pixel",
    "pixel 6",
    "pixel 7",
    "pixel 8",
    "pixel 9",
    "oneplus",
    "oppo",
    "realme",
    "nokia",
    "olympus",
    "panasonic",
    "lumix",
    "fujifilm",
    "finepix",
    "leica",
    "pentax",
    "ricoh",
    "kodak",
    "casio",
    "exilim",
    "garmin",
    "insta360",
    "hasselblad",
    "parrot",
    "autel",
    "xerox",
    "workcentre",
    "versalink",
    "kyocera",
    "taskalfa",
    "ecosys",
    "konica",
    "bizhub",
    "lexmark",
    "epson",
    "brother",
    "hewlett-packard",
    "hp scan",
    "scanjet",
    "laserjet",
    "officejet",
    "e-studio",
    "fujitsu",
    "scansnap",
    "plustek",
    "avision",
    "tascam",
    "zoom h",
    "infinix",
];

/// Parts of the names of fields that hold a position or a device.
const FIELDS: [&str; 22] = [
    "gps",
    "latitud",
    "longitud",
    "geotag",
    "geoloc",
    "location",
    "ubicación",
    "ubicacion",
    "coordenad",
    "coordinate",
    "altitud",
    "serial",
    "número de serie",
    "device",
    "dispositivo",
    "camera",
    "cámara",
    "camara",
    "lens",
    "imei",
    "make",
    "iso6709",
];

/// Parts of an XMP packet that hold a position or a device.
const DESCRIPTIONS: [&str; 18] = [
    "exif:",
    "exifEX:",
    "aux:",
    "tiff:Make",
    "tiff:Model",
    "tiff:Software",
    "Iptc4xmp",
    "photoshop:City",
    "photoshop:State",
    "photoshop:Country",
    "drone-",
    "GCamera",
    "Camera:",
    "GPano:",
    "SerialNumber",
    "apple-fi",
    "xmpDM:camera",
    "crs:",
];

/// Names of XMP fields that a program fills in with its own or a device's name.
const CREATORS: [&str; 4] = ["CreatorTool", "Producer", "softwareAgent", "creator"];

static DEVICE_SEARCH: LazyLock<AhoCorasick> = LazyLock::new(|| search(&DEVICES));
static FIELD_SEARCH: LazyLock<AhoCorasick> = LazyLock::new(|| search(&FIELDS));
static DESCRIPTION_SEARCH: LazyLock<AhoCorasick> = LazyLock::new(|| search(&DESCRIPTIONS));
static BINARY_SEARCH: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let signs: [&[u8]; 6] = [
        b"Exif\0\0",
        b"<x:xmpmeta",
        b"freeGPS ",
        b"com.apple.quicktime.location",
        b"\xa9xyz",
        b"RECORDING_LOCATION",
    ];
    AhoCorasick::new(signs).expect("few words")
});

fn search(words: &[&str]) -> AhoCorasick {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(words)
        .expect("few words")
}

/// Whether a value that a program filled in names a device: as whole words, since the
/// names are parts of others.
pub(super) fn names_device(text: &str) -> bool {
    DEVICE_SEARCH.find_iter(text).any(|found| {
        let before = text[..found.start()].chars().next_back();
        let after = text[found.end()..].chars().next();
        let is_edge = |character: Option<char>| !character.is_some_and(char::is_alphabetic);
        is_edge(before) && is_edge(after)
    })
}

/// Whether a field of this name holds a position or a device.
pub(super) fn is_private_field(name: &str) -> bool {
    FIELD_SEARCH.is_match(name) || name.eq_ignore_ascii_case("model")
}

/// Whether an XMP packet holds a position or a device.
pub(super) fn is_private_description(xmp: &[u8]) -> bool {
    if DESCRIPTION_SEARCH.is_match(xmp) {
        return true;
    }
    let xmp = String::from_utf8_lossy(xmp);
    let values = CREATORS.iter().flat_map(|name| xmp.split(name).skip(1));
    let mut values = values.map(|value| {
        let end = value
            .char_indices()
            .nth(120)
            .map_or(value.len(), |(at, _)| at);
        &value[..end]
    });
    values.any(names_device)
}

/// Whether bytes of any format contain a picture's or a video's description with a
/// position or a device.
pub(super) fn are_in(bytes: &[u8]) -> bool {
    BINARY_SEARCH.find_iter(bytes).any(|found| {
        let rest = &bytes[found.end()..];
        match found.pattern().as_usize() {
            0 => exif::begins_tiff(rest) && !exif::is_harmless(rest),
            1 => is_private_description(&rest[..rest.len().min(1 << 16)]),
            4 => is_position(rest),
            _ => true,
        }
    })
}

/// Whether an ISO 6709 position follows the name of its box.
fn is_position(rest: &[u8]) -> bool {
    let digits = rest.get(5..8).unwrap_or_default();
    let sign = rest.get(4).copied().unwrap_or_default();
    (sign == b'+' || sign == b'-') && digits.iter().all(|it| it.is_ascii_digit() || *it == b'.')
}

#[cfg(test)]
mod tests {
    use super::names_device;

    #[test]
    fn devices_are_recognised_as_whole_words() {
        assert!(names_device("Canon iR-ADV C5535"));
        assert!(names_device("Made with iPhone12,1"));
        assert!(!names_device("Canonical Writer"));
        assert!(!names_device("LibreOffice 7.4"));
    }
}
