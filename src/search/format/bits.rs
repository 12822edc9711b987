//! Numbers as bits, and bits as text that a script can hold.
//!
//! Thirty-one bits make two characters, from U+0100 on: none of them is a quote, a
//! backslash or a surrogate, and in UTF-16 each takes two bytes.

/// Bits in two characters.
const WIDTH: u32 = 31;
/// The character that stands for zero.
const FIRST: u32 = 0x100;
/// Characters in use: the square root of 2³¹, rounded up. There are enough below the
/// surrogates.
const BASE: u32 = 46_341;
/// Bytes that a unit's two characters take at most.
const LONGEST_UNIT: usize = 6;
/// Longest run of ones before a Rice code gives way to a plain number.
const LONGEST_RUN: u32 = 20;

/// Bits being written, the first the most significant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BitWriter {
    units: Vec<u32>,
    /// Bits that do not yet fill a unit.
    open: u32,
    /// How many these are.
    used: u32,
}

impl BitWriter {
    /// How many bits there are.
    pub fn length(&self) -> usize {
        self.units.len() * WIDTH as usize + self.used as usize
    }

    /// Writes the lowest `width` bits of `value`, at most 31.
    pub fn bits(&mut self, value: u32, width: u32) {
        debug_assert!(width < 32 && value < 1 << width);
        let bits = u64::from(self.open) << width | u64::from(value);
        self.used += width;
        if self.used >= WIDTH {
            self.used -= WIDTH;
            self.units.push((bits >> self.used) as u32);
        }
        self.open = bits as u32 & mask(self.used);
    }

    /// Writes any number below 2³¹: how many bits it takes, then these.
    pub fn number(&mut self, value: u32) {
        let width = u32::BITS - value.leading_zeros();
        self.bits(width, 5);
        self.bits(value, width);
    }

    /// Writes a number that is usually about 2ᵏ: Rice's code, a run of ones for
    /// `value >> k`, a zero, and k bits. R. F. Rice, "Some practical universal
    /// noiseless coding techniques" (1979).
    pub fn rice(&mut self, value: u32, k: u32) {
        let run = value >> k;
        if run >= LONGEST_RUN {
            self.bits((1 << LONGEST_RUN) - 1, LONGEST_RUN);
            self.number(value);
            return;
        }
        self.bits((1 << (run + 1)) - 2, run + 1);
        self.bits(value & ((1 << k) - 1), k);
    }

    /// Writes what another writer holds.
    pub fn append(&mut self, other: &Self) {
        for unit in &other.units {
            self.bits(*unit, WIDTH);
        }
        self.bits(other.open, other.used);
    }

    /// The bits as text.
    pub fn into_text(mut self) -> String {
        if self.used > 0 {
            self.units.push(self.open << (WIDTH - self.used));
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

/// Bits that a rice code takes.
pub fn rice_length(value: u32, k: u32) -> u32 {
    match value >> k {
        run if run >= LONGEST_RUN => LONGEST_RUN + 5 + u32::BITS - value.leading_zeros(),
        run => run + 1 + k,
    }
}

/// The k that makes numbers of this mean shortest.
pub fn rice_parameter(mean: f64) -> u32 {
    let median = mean * std::f64::consts::LN_2;
    // Doubling is exact in every language; logarithms are not.
    (0..30)
        .take_while(|k| f64::from(2u32 << k) <= median)
        .count() as u32
}

/// Reads what a [`BitWriter`] wrote. Past the end there are only zeros.
#[derive(Debug, Clone)]
pub struct BitReader<'t> {
    units: &'t [u32],
    /// Bits read so far.
    at: usize,
}

impl<'t> BitReader<'t> {
    /// Reads units as [`units`] gives them.
    pub fn new(units: &'t [u32]) -> Self {
        Self { units, at: 0 }
    }

    /// Bits read so far.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The same bits from another place.
    pub fn at(&self, position: usize) -> Self {
        Self {
            units: self.units,
            at: position,
        }
    }

    /// Whether all that was written has been read.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.units.len() * WIDTH as usize
    }

    /// Reads `width` bits, at most 31.
    pub fn bits(&mut self, mut width: u32) -> u32 {
        let mut value = 0;
        while width > 0 {
            let used = (self.at % WIDTH as usize) as u32;
            let unit = self
                .units
                .get(self.at / WIDTH as usize)
                .copied()
                .unwrap_or_default();
            let taken = width.min(WIDTH - used);
            let part = (unit >> (WIDTH - used - taken)) & mask(taken);
            value = value << taken | part;
            self.at += taken as usize;
            width -= taken;
        }
        value
    }

    /// Reads what [`BitWriter::number`] wrote.
    pub fn number(&mut self) -> u32 {
        let width = self.bits(5);
        self.bits(width)
    }

    /// Reads what [`BitWriter::rice`] wrote.
    pub fn rice(&mut self, k: u32) -> u32 {
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

/// Text that [`BitWriter::into_text`] made, as units of 31 bits.
pub fn units(text: &str) -> Vec<u32> {
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
    use super::{BitReader, BitWriter, rice_length, units};

    #[test]
    fn what_is_written_is_read() {
        let values = [0, 1, 2, 14, 15, 16, 1023, 65_535, 0x7fff_ffff];
        let mut writer = BitWriter::default();
        for value in values {
            writer.number(value);
            for k in [0, 3, 11] {
                let before = writer.length();
                writer.rice(value, k);
                assert_eq!(writer.length() - before, rice_length(value, k) as usize);
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
