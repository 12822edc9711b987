//! Files for the root of the site: published as they are, unless they are secrets.

use crate::content::discover::AssetFile;
use crate::content::secret::secret;
use crate::messages::diagnostics::{Diagnostic, Kind, Location};
use crate::model::RootFile;

/// Returns the files with their addresses. Reports secrets.
pub(super) fn resolve(files: Vec<AssetFile>, diagnostics: &mut Vec<Diagnostic>) -> Vec<RootFile> {
    let mut published = Vec::with_capacity(files.len());
    for AssetFile { path, file, source } in files {
        let name = path.rsplit('/').next().unwrap_or(&path);
        let problem = match secret(name, &file) {
            Ok(secret) => secret.map(|secret| Kind::SecretFile { secret }),
            Err(error) => Some(Kind::Unreadable {
                refusal: (&error).into(),
            }),
        };
        match problem {
            Some(kind) => diagnostics.push(Diagnostic::new(kind, Location::whole(&source))),
            None => published.push(RootFile {
                address: path,
                file,
                source,
            }),
        }
    }
    published
}
