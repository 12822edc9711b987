//! Portable copies of a site: packed into folders and zip files, optionally signed, and
//! verifiable with only the files they contain.
//!
//! ```text
//! site → pack → fitness → write → copy → verify
//! base + pack → update (→ differences) → apply
//! ```
//!
//! A [`pack::Pack`] lists every file with its digest before anything is written. Each
//! target has a [`write::Form`]: [`fitness`] lets all forms inspect their targets, then
//! [`deliver`] has them written side by side, read back and finished. Folders and zip files
//! are read back by the code behind `quipu verify`, for which [`copy::open`] opens either.
//! An update is a pack without the files an earlier copy already has.

pub mod apply;
pub mod base;
pub mod copy;
pub mod deliver;
pub mod differences;
pub mod earlier;
pub mod edition;
pub mod fitness;
mod in_place;
pub mod instructions;
pub mod keys;
pub mod layout;
pub mod manifest;
pub mod names;
pub mod opening;
pub mod pack;
pub mod progress;
pub mod site;
pub mod source;
pub mod space;
pub mod update;
pub mod verify;
pub mod write;
