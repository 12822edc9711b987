//! File formats of the search index, as specified in `docs/search-format.md`.
//!
//! [`root`], [`shard`], [`spelling`], [`facet`] and [`fragment`] are the files; [`bits`],
//! [`letters`], [`postings`] and [`text`] are the encodings they share. Each module has its
//! writer and its reader side by side.

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
