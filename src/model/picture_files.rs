//! Recognises pictures by file extension.

/// Extensions of the supported formats, in lower case.
const EXTENSIONS: [&str; 7] = ["jpg", "jpeg", "jfif", "png", "webp", "gif", "bmp"];

/// Whether the file has a supported extension, so that it is encoded in the theme's widths.
pub fn is_picture(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    EXTENSIONS
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}
