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

pub(crate) mod apply;
pub(crate) mod base;
pub(crate) mod copy;
pub(crate) mod deliver;
pub(crate) mod differences;
pub(crate) mod earlier;
pub(crate) mod edition;
pub(crate) mod fitness;
mod in_place;
pub(crate) mod instructions;
pub(crate) mod keys;
pub(crate) mod layout;
pub(crate) mod manifest;
pub(crate) mod opening;
pub(crate) mod pack;
pub(crate) mod progress;
pub(crate) mod site;
pub(crate) mod source;
pub(crate) mod space;
pub(crate) mod update;
pub(crate) mod verify;
pub(crate) mod write;
