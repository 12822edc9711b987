//! For those who write: new sites and cases, documents that come in, and what is checked
//! beyond the rules of the content.

pub mod external_links;
pub mod import;
pub mod review;
pub mod schema;
pub mod starter;
pub mod tidy;
pub mod vscode;
