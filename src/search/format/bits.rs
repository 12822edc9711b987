//! A bit stream, stored as text in a script's string literal.
//!
//! Each unit of 31 bits becomes two characters from U+0100 on. None of these is a quote, a
//! backslash or a surrogate, and each takes two bytes in UTF-16.

/// Bits per unit, which two characters encode.
const WIDTH: u32 = 31;
/// Code point of the digit 0.
const FIRST: u32 = 0x100;
/// Number of digits: the square root of 2³¹, rounded up. All fit below the surrogates.
const BASE: u32 = 46_341;
/// Maximum length of a unit's two characters in UTF-8, in bytes.
const LONGEST_UNIT: usize = 6;
/// Longest run of ones in a Rice code; larger values are escaped to [`BitWriter::number`].
const LONGEST_RUN: u32 = 20;

/// A bit stream under construction, most significant bit first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct BitWriter {
    units: Vec<u32>,
    /// Trailing bits that do not fill a unit yet.
    partial: u32,
    /// Number of bits in `partial`.
    filled: u32,
}

impl BitWriter {
    /// Returns the number of bits written so far.
    pub(crate) fn length(&self) -> usize {
        self.units.len() * WIDTH as usize + self.filled as usize
    }

    /// Writes the lowest `width` bits of `value`, at most 31.
    pub(crate) fn bits(&mut self, value: u32, width: u32) {
        debug_assert!(width < 32 && value < 1 << width);
        let bits = u64::from(self.partial) << width | u64::from(value);
        self.filled += width;
        if self.filled >= WIDTH {
            self.filled -= WIDTH;
            self.units.push((bits >> self.filled) as u32);
        }
        self.partial = bits as u32 & mask(self.filled);
    }

    /// Writes a number below 2³¹: its bit length in five bits, then its bits.
    pub(crate) fn number(&mut self, value: u32) {
        let width = u32::BITS - value.leading_zeros();
        self.bits(width, 5);
        self.bits(value, width);
    }

    /// Writes a number that is usually about 2ᵏ in Rice's code: a run of ones for
    /// `value >> k`, a zero, and the lowest `k` bits. R. F. Rice, "Some practical universal
    /// noiseless coding techniques" (1979).
    pub(crate) fn rice(&mut self, value: u32, k: u32) {
        let run = value >> k;
        if run >= LONGEST_RUN {
            self.bits((1 << LONGEST_RUN) - 1, LONGEST_RUN);
            self.number(value);
            return;
        }
        self.bits((1 << (run + 1)) - 2, run + 1);
        self.bits(value & ((1 << k) - 1), k);
    }

    /// Appends the bits of another writer.
    pub(crate) fn append(&mut self, other: &Self) {
        for unit in &other.units {
            self.bits(*unit, WIDTH);
        }
        self.bits(other.partial, other.filled);
    }

    /// Encodes the bits as text, padding the last unit with zeros.
    pub(crate) fn into_text(mut self) -> String {
        if self.filled > 0 {
            self.units.push(self.partial << (WIDTH - self.filled));
        }
        let mut text = String::with_capacity(self.units.len() * LONGEST_UNIT);
        for unit in self.units {
            let characters = [unit / BASE, unit % BASE].map(|digit| char::from_u32(FIRST + digit));
            text.extend(characters.into_iter().flatten());
        }
        text
    }
}

fn mask(width: u32) -> u32 {
    (1 << width) - 1
}

/// Returns the Rice parameter that encodes numbers of this mean in the fewest bits.
pub(crate) fn rice_parameter(mean: f64) -> u32 {
    let median = mean * std::f64::consts::LN_2;
    // Doubling gives the same result in every language; logarithms may not.
    (0..30)
        .take_while(|k| f64::from(2u32 << k) <= median)
        .count() as u32
}

/// Reads a stream from a [`BitWriter`]. Past the end, every bit is zero.
#[derive(Debug, Clone)]
pub(crate) struct BitReader<'t> {
    units: &'t [u32],
    /// Position in bits.
    at: usize,
}

impl<'t> BitReader<'t> {
    /// Creates a reader over the result of [`units`].
    pub(crate) fn new(units: &'t [u32]) -> Self {
        Self { units, at: 0 }
    }

    /// Returns the position in bits.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Returns a reader over the same bits at another position.
    pub(crate) fn at(&self, position: usize) -> Self {
        Self {
            units: self.units,
            at: position,
        }
    }

    /// Whether all units have been read.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.units.len() * WIDTH as usize
    }

    /// Reads `width` bits, at most 31.
    pub(crate) fn bits(&mut self, mut width: u32) -> u32 {
        let mut value = 0;
        while width > 0 {
            let offset = (self.at % WIDTH as usize) as u32;
            let unit = self
                .units
                .get(self.at / WIDTH as usize)
                .copied()
                .unwrap_or_default();
            let taken = width.min(WIDTH - offset);
            let part = (unit >> (WIDTH - offset - taken)) & mask(taken);
            value = value << taken | part;
            self.at += taken as usize;
            width -= taken;
        }
        value
    }

    /// Reads a number written by [`BitWriter::number`].
    pub(crate) fn number(&mut self) -> u32 {
        let width = self.bits(5);
        self.bits(width)
    }

    /// Reads a number written by [`BitWriter::rice`].
    pub(crate) fn rice(&mut self, k: u32) -> u32 {
        let mut run = 0;
        while run < LONGEST_RUN && self.bits(1) == 1 {
            run += 1;
        }
        if run == LONGEST_RUN {
            return self.number();
        }
        run << k | self.bits(k)
    }
}

/// Decodes text from [`BitWriter::into_text`] into units of 31 bits.
pub(crate) fn units(text: &str) -> Vec<u32> {
    let digits: Vec<u32> = text
        .chars()
        .map(|character| u32::from(character).saturating_sub(FIRST))
        .collect();
    let pairs = digits.chunks_exact(2);
    pairs
        .map(|pair| pair[0].wrapping_mul(BASE).wrapping_add(pair[1]) & mask(WIDTH))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{BitReader, BitWriter, units};

    #[test]
    fn numbers_round_trip() {
        let values = [0, 1, 2, 14, 15, 16, 1023, 65_535, 0x7fff_ffff];
        let mut writer = BitWriter::default();
        for value in values {
            writer.number(value);
            for k in [0, 3, 11] {
                writer.rice(value, k);
            }
        }
        let mut outer = BitWriter::default();
        outer.bits(1, 3);
        outer.append(&writer);
        outer.bits(5, 3);
        let units = units(&outer.into_text());
        let mut reader = BitReader::new(&units);
        assert_eq!(reader.bits(3), 1);
        for value in values {
            assert_eq!(reader.number(), value);
            for k in [0, 3, 11] {
                assert_eq!(reader.rice(k), value);
            }
        }
        assert_eq!(reader.bits(3), 5);
    }
}
