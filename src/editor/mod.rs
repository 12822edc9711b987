//! Tools for editors: new sites and cases, import of documents, and checks beyond the
//! validation of the content.

pub(crate) mod eject;
pub(crate) mod external_links;
pub(crate) mod import;
pub(crate) mod review;
pub(crate) mod schema;
pub(crate) mod starter;
pub mod tidy;
pub(crate) mod vscode;
