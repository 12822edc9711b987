//! A page's public address as a QR code, for paper.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

use super::context::Views;

/// Empty modules that readers need around a code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// A QR code.
#[derive(Serialize)]
pub struct CodeView {
    /// The address.
    address: String,
    /// Modules on each side, with the quiet zone.
    size: usize,
    /// The dark modules, as an SVG path.
    path: String,
}

impl Views<'_> {
    /// The public address of a page; none for a site without one.
    pub fn code(&self, permalink: &str) -> Option<CodeView> {
        let base = self.site.config.base_url.as_ref()?;
        let address = format!("{base}{permalink}");
        let code = QrCode::with_error_correction_level(&address, EcLevel::M).ok()?;
        Some(CodeView {
            size: code.width() + 2 * QUIET_ZONE,
            path: path(&code),
            address,
        })
    }
}

/// Each run of dark modules as a bar.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    let colors = code.to_colors();
    for (row, modules) in colors.chunks(code.width()).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let (x, y, length) = (column + QUIET_ZONE, row + QUIET_ZONE, run.len());
                write!(path, "M{x} {y}h{length}v1h-{length}z")
                    .expect("writing to a string does not fail");
            }
            column += run.len();
        }
    }
    path
}
