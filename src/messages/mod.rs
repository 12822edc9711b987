//! User-facing messages: diagnostics as data, and the catalogues that put them into words.

pub mod diagnostics;
pub mod locale;
