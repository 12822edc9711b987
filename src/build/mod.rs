//! The flow from a site's folder to its output, whole or renewed as files change.

#[cfg(test)]
mod documented;
pub mod inputs;
pub mod pipeline;
pub mod preview;
pub mod up_to_date;
