//! Which files are pictures.

/// Extensions of the pictures that can be read, in lower case.
const EXTENSIONS: [&str; 7] = ["jpg", "jpeg", "jfif", "png", "webp", "gif", "bmp"];

/// Whether a file of this name is made into pictures of the theme's widths.
pub fn is_picture(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    EXTENSIONS
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}
