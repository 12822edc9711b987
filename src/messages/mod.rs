//! Everything Quipu says to people: problems as data, and the words for them.

pub mod diagnostics;
pub mod locale;
