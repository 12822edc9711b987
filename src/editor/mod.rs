//! Tools for editors: new sites and cases, import of documents, and checks beyond the
//! validation of the content.

pub mod eject;
pub mod external_links;
pub mod import;
pub mod review;
pub mod schema;
pub mod starter;
pub mod tidy;
pub mod vscode;
