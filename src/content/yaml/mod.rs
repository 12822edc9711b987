//! YAML in which every value knows where it stands.
//!
//! [`parse`] reads untrusted text into a tree of [`Node`]s within firm limits;
//! [`Fields`] reads typed values out of a mapping and collects every complaint
//! instead of stopping at the first.

mod fields;
mod node;
mod number;
mod recording;
mod shape;
mod values;

pub use fields::{Complaint, Fields, Key, fold_key};
pub use node::{Content, Node, parse};
pub use shape::{KeyShape, Shape};
