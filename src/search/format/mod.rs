//! The search index as files: `docs/search-format.md` in types.
//!
//! [`root`], [`shard`], [`spelling`], [`facet`] and [`fragment`] are the files;
//! [`bits`], [`letters`], [`postings`] and [`text`] are what they are made of.
//! Each has its writer and its reader side by side.

pub mod bits;
pub mod facet;
pub mod fragment;
pub mod huffman;
pub mod letters;
pub mod lexicon;
pub mod name;
pub mod pieces;
pub mod postings;
pub mod root;
pub mod shard;
pub mod spelling;
mod steps;
pub mod text;
mod word_encoding;
