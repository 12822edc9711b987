//! A page's public address as a QR code, for paper.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use serde::Serialize;

use super::views::Views;

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

impl Views<'_> {
    /// The public address of a page; none for a site without one.
    pub fn code(&self, permalink: &str) -> Option<CodeView> {
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

/// The code of an address; none for one that is too long. A seventh of it may be unreadable.
///
/// The mask is not the one of eight with the fewest flaws, as the standard has it: readers
/// take any, and to draw and judge all of them takes forty times as long.
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

/// Each run of dark modules as a line of the width of one.
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

/// There are some thousand numbers in a code: formatting them took longer than drawing it.
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

    /// By row and column: whether `path` draws a module there.
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
    fn every_code_says_its_address() {
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
