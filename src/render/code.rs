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
    /// The dark modules, as an SVG path to be drawn with a line of width 1.
    path: String,
}

const UNFAILING: &str = "writing to a string does not fail";

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

/// Each run of dark modules as a line of the width of one.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    let colors = code.to_colors();
    for (row, modules) in colors.chunks(code.width()).enumerate() {
        write!(path, "M{QUIET_ZONE} {}.5", row + QUIET_ZONE).expect(UNFAILING);
        for run in modules.chunk_by(|a, b| a == b) {
            let length = run.len();
            let step = match run[0] {
                Color::Dark => write!(path, "h{length}"),
                Color::Light => write!(path, "m{length} 0"),
            };
            step.expect(UNFAILING);
        }
    }
    path
}
