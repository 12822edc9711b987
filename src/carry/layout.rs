//! File names and paths inside a pack.

/// The HTML page people open first; links to the site.
pub(crate) const OPENING: &str = "ABRIR.html";
/// Plain-text instructions for opening and verifying the copy.
pub(crate) const INSTRUCTIONS: &str = "LEEME.txt";
/// SHA-256 digests of all other files, in the format of `sha256sum`.
pub(crate) const MANIFEST: &str = "MANIFEST.sha256";
/// Signature of [`MANIFEST`], in minisign's format.
pub(crate) const SIGNATURE: &str = "MANIFEST.sha256.minisig";
/// Public key of the signer, in minisign's format.
pub(crate) const PUBLIC_KEY: &str = "CLAVE.pub";
/// The folder of the site itself, with a trailing `/`.
pub(crate) const SITE: &str = "sitio/";
/// Script with the copy's `Edition`.
pub(crate) const EDITION: &str = "sitio/quipu/edicion.js";
/// Style sheet of [`OPENING`].
pub(crate) const OPENING_STYLE: &str = "sitio/quipu/abrir.css";
/// Script of [`OPENING`]: checks whether the copy is complete.
pub(crate) const OPENING_SCRIPT: &str = "sitio/quipu/abrir.js";

/// Metadata of an update: an `Update` as JSON.
pub(crate) const UPDATE: &str = "ACTUALIZACION.json";
/// SHA-256 digests of the files in an update, in the format of `sha256sum`.
pub(crate) const UPDATE_LIST: &str = "ACTUALIZACION.sha256";
/// Signature of [`UPDATE_LIST`], in minisign's format.
pub(crate) const UPDATE_SIGNATURE: &str = "ACTUALIZACION.sha256.minisig";
/// Binary deltas of changed files, for updates that do not contain the files in full.
pub(crate) const DIFFERENCES: &str = "ACTUALIZACION.diferencias";
/// Staging folder for the files of an update until all of them are written.
pub(crate) const STAGING: &str = ".quipu-actualizacion";

/// Marks an incomplete copy; at the top, with a name that people notice.
pub(crate) const UNFINISHED: &str = "COPIA-INCOMPLETA.txt";
/// Temporary name of the file being written, until it is renamed.
pub(crate) const PARTIAL: &str = ".quipu-parte";

/// Files of an update at the top of a copy, in the order of their removal: the marker goes
/// last.
pub(crate) const UPDATE_FILES: [&str; 5] = [
    UPDATE,
    DIFFERENCES,
    UPDATE_LIST,
    UPDATE_SIGNATURE,
    UNFINISHED,
];

/// Files that the pack adds to the site's folder.
pub(crate) const PACK_FILES_IN_SITE: [&str; 3] = [EDITION, OPENING_STYLE, OPENING_SCRIPT];

/// Files and folders that operating systems create at the root of a USB stick.
const SYSTEM_FILES: [&str; 12] = [
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

/// Whether a name at the root of a pack was created by an operating system; such files are
/// ignored.
pub(crate) fn is_system_file(name: &str) -> bool {
    SYSTEM_FILES.contains(&name)
}

/// A list of digests and its signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SealFiles {
    /// Path of the list, in the format of `sha256sum`.
    pub list: &'static str,
    /// Path of its signature; the file is absent if the list is unsigned.
    pub signature: &'static str,
}

/// The seal of a copy: lists all of its files.
pub(crate) const COPY_SEAL: SealFiles = SealFiles {
    list: MANIFEST,
    signature: SIGNATURE,
};
/// The seal of an update: lists the files it contains.
pub(crate) const UPDATE_SEAL: SealFiles = SealFiles {
    list: UPDATE_LIST,
    signature: UPDATE_SIGNATURE,
};

/// Whether a file is a list of digests or its signature; lists do not contain these.
pub(crate) fn is_seal(path: &str) -> bool {
    [MANIFEST, SIGNATURE, UPDATE_LIST, UPDATE_SIGNATURE].contains(&path)
}
