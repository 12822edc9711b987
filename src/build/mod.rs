//! The pipeline from a site's folder to its output, as a full build or an incremental
//! preview.

#[cfg(test)]
mod documented;
pub mod inputs;
pub mod pipeline;
pub mod preview;
pub mod publication;
pub mod up_to_date;
