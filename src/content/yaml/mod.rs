//! YAML with source positions.
//!
//! [`parse`] reads untrusted text into a tree of [`Node`]s, within fixed limits. [`Fields`]
//! reads typed values from a mapping and collects all diagnostics instead of stopping at
//! the first.

mod fields;
mod node;
mod number;
mod recording;
mod shape;
mod values;

pub(crate) use fields::{Complaint, Fields, Key, fold_key};
pub(crate) use node::{Content, Node, parse};
pub(crate) use shape::{KeyShape, Shape};
