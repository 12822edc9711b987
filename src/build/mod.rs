//! The pipeline from a site's folder to its output, as a full build or an incremental
//! preview.

#[cfg(test)]
mod documented;
pub(crate) mod inputs;
pub mod pipeline;
pub mod preview;
pub mod publication;
pub(crate) mod up_to_date;
