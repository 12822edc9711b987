//! Which files of the content are published besides those that pages use.

use crate::content::discover::Ignored;
use crate::content::yaml::{Fields, Key};
use crate::messages::diagnostics::{Kind, Located};
use crate::model::Publishing;

const FOLDERS: Key<'_> = Key("public_folders", &["carpetas_publicas"]);
const TYPES: Key<'_> = Key("file_types", &["tipos_de_archivo"]);
const IGNORED: Key<'_> = Key("ignore", &["ignorar"]);

/// Reads the settings; folders and extensions are brought to one form.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Publishing {
    let folders = fields.texts(FOLDERS).into_iter().map(folder);
    let types = fields.texts(TYPES).into_iter().map(extension);
    let (folders, types) = (folders.collect(), types.collect());
    let mut ignored = fields.texts(IGNORED);
    ignored.retain(|pattern| {
        let is_valid = Ignored::is_valid(&pattern.value);
        if !is_valid {
            let value = pattern.value.clone();
            fields.complain(Kind::InvalidPattern { value }, pattern.span.clone());
        }
        is_valid
    });
    Publishing {
        folders,
        types,
        ignored,
    }
}

/// Turns `content/descargas/` and `.\\descargas` into `descargas`.
fn folder(written: Located<String>) -> Located<String> {
    let path = written.value.replace('\\', "/");
    let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
    let path = parts.collect::<Vec<_>>().join("/");
    let path = path.strip_prefix("content/").unwrap_or(&path).to_owned();
    Located::new(path, written.span)
}

/// Turns `.DWG` and `*.dwg` into `dwg`.
fn extension(written: Located<String>) -> Located<String> {
    let name = written.value.trim_start_matches(['*', '.']);
    Located::new(name.to_lowercase(), written.span)
}
