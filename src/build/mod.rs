//! The pipeline from a site's folder to its output, as a full build or an incremental
//! preview.

mod claims;
#[cfg(test)]
mod documented;
mod finished;
pub(crate) mod inputs;
mod outputs;
pub mod pipeline;
pub mod preview;
pub mod publication;
pub(crate) mod up_to_date;
