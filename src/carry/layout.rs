//! What stands where in a pack.

/// The page that opens the copy.
pub const OPENING: &str = "ABRIR.html";
/// How to open and check the copy, in plain text.
pub const INSTRUCTIONS: &str = "LEEME.txt";
/// The digest of every other file, as `sha256sum` writes it.
pub const MANIFEST: &str = "MANIFEST.sha256";
/// Its signature, as `minisign` writes it.
pub const SIGNATURE: &str = "MANIFEST.sha256.minisig";
/// The key that the signature was made with, as `minisign` writes it.
pub const PUBLIC_KEY: &str = "CLAVE.pub";
/// The folder of the site itself, with `/`.
pub const SITE: &str = "sitio/";
/// Which edition this is; part of the site's folder.
pub const EDITION: &str = "sitio/quipu/edicion.js";
/// How the opening page looks.
pub const OPENING_STYLE: &str = "sitio/quipu/abrir.css";
/// What the opening page finds out.
pub const OPENING_SCRIPT: &str = "sitio/quipu/abrir.js";

/// Says, where people look, that a copy is not whole yet.
pub const UNFINISHED: &str = "COPIA-INCOMPLETA.txt";
/// A file on its way to its place.
pub const PARTIAL: &str = ".quipu-parte";

/// Files of the pack's own inside the site's folder.
pub const OWN_IN_SITE: [&str; 3] = [EDITION, OPENING_STYLE, OPENING_SCRIPT];

/// What systems put at the root of a memory stick by themselves.
const OF_SYSTEMS: [&str; 12] = [
    "$RECYCLE.BIN",
    ".DS_Store",
    ".Spotlight-V100",
    ".TemporaryItems",
    ".Trash-0",
    ".Trash-1000",
    ".Trashes",
    ".fseventsd",
    "System Volume Information",
    "Thumbs.db",
    "desktop.ini",
    "lost+found",
];

/// Whether a name at the root of a pack is a system's own, and none of anybody's business.
pub fn is_of_system(name: &str) -> bool {
    OF_SYSTEMS.contains(&name)
}

/// Whether the manifest leaves a file out because it vouches for the manifest itself.
pub fn is_seal(path: &str) -> bool {
    [MANIFEST, SIGNATURE].contains(&path)
}
