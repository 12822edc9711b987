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

/// What an update changes, and in which edition.
pub const UPDATE: &str = "ACTUALIZACION.json";
/// The digest of every file that an update brings, as `sha256sum` writes it.
pub const UPDATE_LIST: &str = "ACTUALIZACION.sha256";
/// Its signature, as `minisign` writes it.
pub const UPDATE_SIGNATURE: &str = "ACTUALIZACION.sha256.minisig";
/// What changed files have that the copy has not, where an update does not bring them whole.
pub const DIFFERENCES: &str = "ACTUALIZACION.diferencias";
/// Where the files of an update stand until all of them are there.
pub const STAGING: &str = ".quipu-actualizacion";

/// Says, where people look, that a copy is not whole yet.
pub const UNFINISHED: &str = "COPIA-INCOMPLETA.txt";
/// A file on its way to its place.
pub const PARTIAL: &str = ".quipu-parte";

/// What an update leaves at the top until it is done; what tells of it goes last.
pub const OF_UPDATES: [&str; 5] = [
    UPDATE,
    DIFFERENCES,
    UPDATE_LIST,
    UPDATE_SIGNATURE,
    UNFINISHED,
];

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

/// A list of digests and its signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealFiles {
    /// The list.
    pub list: &'static str,
    /// Its signature.
    pub signature: &'static str,
}

/// Vouches for a copy.
pub const OF_COPY: SealFiles = SealFiles {
    list: MANIFEST,
    signature: SIGNATURE,
};
/// Vouches for what an update brings.
pub const OF_UPDATE: SealFiles = SealFiles {
    list: UPDATE_LIST,
    signature: UPDATE_SIGNATURE,
};

/// Whether lists leave a file out because it vouches for them.
pub fn is_seal(path: &str) -> bool {
    [MANIFEST, SIGNATURE, UPDATE_LIST, UPDATE_SIGNATURE].contains(&path)
}
