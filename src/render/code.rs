//! A page's public address as a QR code, for printed pages.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use serde::Serialize;

use super::views::Views;

/// Width of the empty margin that readers need around a code, in modules (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// A QR code, as templates see it.
#[derive(Serialize)]
pub(super) struct CodeView {
    /// The encoded address.
    address: String,
    /// Modules on each side, including the quiet zone.
    size: usize,
    /// The dark modules, as an SVG path to be stroked with a width of 1.
    path: String,
}

impl Views<'_> {
    /// Returns the QR code of a page's public address; `None` if the site has no base URL.
    pub(super) fn code(&self, permalink: &str) -> Option<CodeView> {
        let base = self.site.config.base_url.as_ref()?;
        let address = format!("{base}{permalink}");
        let code = code(&address)?;
        Some(CodeView {
            size: code.size() as usize + 2 * QUIET_ZONE,
            path: path(&code),
            address,
        })
    }
}

/// Encodes an address; `None` if it is too long. About a seventh of the code may be
/// unreadable.
///
/// The mask is fixed. The standard asks for the one of eight with the lowest penalty, but
/// readers accept any, and evaluating all takes forty times as long.
fn code(address: &str) -> Option<QrCode> {
    let segments = QrSegment::make_segments(address);
    let mask = Some(Mask::new(0));
    QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::MAX,
        mask,
        false,
    )
    .ok()
}

/// Draws each run of dark modules as a horizontal line.
fn path(code: &QrCode) -> String {
    let size = code.size();
    let mut path = String::with_capacity((size * size * 2) as usize);
    for row in 0..size {
        path.push('M');
        push_number(&mut path, QUIET_ZONE);
        path.push(' ');
        push_number(&mut path, row as usize + QUIET_ZONE);
        path.push_str(".5");
        let modules: Vec<bool> = (0..size)
            .map(|column| code.get_module(column, row))
            .collect();
        for run in modules.chunk_by(|a, b| a == b) {
            let is_dark = run[0];
            path.push(if is_dark { 'h' } else { 'm' });
            push_number(&mut path, run.len());
            path.push_str(if is_dark { "" } else { " 0" });
        }
    }
    path
}

/// Appends a decimal number. A code has thousands of them, and `fmt` took longer than
/// drawing it.
fn push_number(path: &mut String, number: usize) {
    if number > 9 {
        push_number(path, number / 10);
    }
    path.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use rqrr::{Grid, SimpleGrid};

    use super::{QUIET_ZONE, code, path};

    /// Returns by row and column whether `path` draws a dark module there.
    fn drawn(path: &str, size: usize) -> Vec<Vec<bool>> {
        let rows = path.split('M').skip(1).map(|row| {
            let mut modules = vec![false; size];
            let mut column = 0;
            let (start, steps) = row.split_at(row.find(['h', 'm']).unwrap());
            assert!(start.starts_with(&format!("{QUIET_ZONE} ")));
            for step in steps
                .split_inclusive(['h', 'm'])
                .zip(steps.split(['h', 'm']).skip(1))
            {
                let length: usize = step.1.trim_end_matches(" 0").parse().unwrap();
                modules[column..column + length].fill(step.0.ends_with('h'));
                column += length;
            }
            modules
        });
        rows.collect()
    }

    #[test]
    fn every_code_decodes_to_its_address() {
        let name = "vigilancia-comunal-del-agua-".repeat(20);
        for length in 0..300 {
            let address = format!("https://casos.example/en/{}{length}.html", &name[..length]);
            let code = code(&address).unwrap();
            let size = code.size() as usize;
            let drawn = drawn(&path(&code), size);
            let grid = SimpleGrid::from_func(size, |column, row| drawn[row][column]);
            assert_eq!(Grid::new(grid).decode().unwrap().1, address);
        }
    }
}
