//! File formats of the search index, as specified in `docs/search-format.md`.
//!
//! [`root`], [`shard`], [`spelling`], [`facet`] and [`fragment`] are the files; [`bits`],
//! [`letters`], [`postings`] and [`text`] are the encodings they share. Each module has its
//! writer and its reader side by side.

pub(crate) mod bits;
pub(crate) mod facet;
pub(crate) mod fragment;
pub(crate) mod huffman;
pub(crate) mod letters;
pub(crate) mod lexicon;
pub(crate) mod name;
pub(crate) mod pieces;
pub(crate) mod postings;
pub(crate) mod root;
pub(crate) mod shard;
pub(crate) mod spelling;
mod steps;
pub(crate) mod text;
mod word_encoding;
