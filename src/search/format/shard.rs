//! A shard: a range of word forms, with their stems and posting lists.

use super::bits::{BitReader, BitWriter};
use super::letters::{WordReader, WordWriter};
use super::name::Name;

/// Rice parameter of the number of stems of a form, less one.
const EXTRA_STEMS: u32 = 0;
/// Rice parameter of the distance back to a known stem.
const DISTANCE: u32 = 2;
/// Rice parameter of the length of a form's ending, in UTF-16 units.
const ENDING: u32 = 1;
/// Ending length that marks a stem as no prefix of its form; also the maximum.
const NOT_A_PREFIX: u32 = 31;

/// A stem's encoded posting list.
#[derive(Debug, Clone, Default)]
pub(crate) struct StemBlock {
    /// Document frequency.
    pub documents: u32,
    /// The encoded documents.
    pub list: BitWriter,
    /// Positions of the stem in these documents.
    pub positions: Positions,
}

impl StemBlock {
    /// Returns the approximate size in bits.
    pub(crate) fn bits(&self) -> usize {
        let positions = match &self.positions {
            Positions::Inline(bits) => bits.length(),
            Positions::File(_) => 40,
        };
        self.list.length() + positions
    }
}

/// Location of a stem's positions.
#[derive(Debug, Clone)]
pub(crate) enum Positions {
    /// In the shard, after the list.
    Inline(BitWriter),
    /// In a separate file, since the list is long and few queries need them.
    File(Name),
}

impl Default for Positions {
    fn default() -> Self {
        Self::Inline(BitWriter::default())
    }
}

/// Encodes a shard: `forms`, each with the indices of its stems in `stems`.
pub(crate) fn write(
    forms: &[(&str, Vec<usize>)],
    stems: &[&StemBlock],
    stem_texts: &[&str],
) -> BitWriter {
    let mut bits = BitWriter::default();
    bits.number(forms.len() as u32);
    let mut words = WordWriter::default();
    let mut known = 0;
    for (form, own) in forms {
        words.write(form, &mut bits);
        bits.rice(own.len() as u32 - 1, EXTRA_STEMS);
        for stem in own {
            let is_new = *stem == known;
            bits.bits(u32::from(is_new), 1);
            if is_new {
                known += 1;
                bits.rice(ending_length(form, stem_texts[*stem]), ENDING);
            } else {
                bits.rice((known - 1 - stem) as u32, DISTANCE);
            }
        }
    }
    for stem in stems {
        let block = encode_block(stem);
        bits.number(block.length() as u32);
        bits.append(&block);
    }
    bits
}

/// Returns how many UTF-16 units `form` has beyond `stem`; [`NOT_A_PREFIX`] if it does not
/// begin with it.
fn ending_length(form: &str, stem: &str) -> u32 {
    match form.strip_prefix(stem) {
        Some(ending) if !stem.is_empty() => {
            (ending.encode_utf16().count() as u32).min(NOT_A_PREFIX)
        }
        _ => NOT_A_PREFIX,
    }
}

fn encode_block(stem: &StemBlock) -> BitWriter {
    let mut bits = BitWriter::default();
    bits.number(stem.documents);
    match &stem.positions {
        Positions::Inline(positions) => {
            bits.bits(0, 1);
            bits.append(&stem.list);
            bits.append(positions);
        }
        Positions::File(name) => {
            bits.bits(1, 1);
            name.write(&mut bits);
            bits.append(&stem.list);
        }
    }
    bits
}

/// A decoded shard. Posting lists are decoded on demand.
#[derive(Debug)]
pub(crate) struct Shard {
    units: Vec<u32>,
    /// Sorted forms, each with the indices of its stems.
    pub forms: Vec<(String, Vec<usize>)>,
    /// Texts of the stems; `None` if a stem is no prefix of its form.
    pub stems: Vec<Option<String>>,
    /// Position of each stem's block, in bits.
    blocks: Vec<usize>,
}

impl Shard {
    /// Decodes the forms and locates the blocks.
    pub(crate) fn read(units: Vec<u32>) -> Self {
        let mut bits = BitReader::new(&units);
        let mut forms: Vec<(String, Vec<usize>)> = Vec::new();
        let mut stems = Vec::new();
        let mut words = WordReader::default();
        for _ in 0..bits.number() {
            if bits.is_at_end() {
                break;
            }
            let form = words.read(&mut bits);
            let mut own = Vec::new();
            for _ in 0..=bits.rice(EXTRA_STEMS) {
                if bits.bits(1) == 1 {
                    let letters: Vec<u16> = form.encode_utf16().collect();
                    let stem_length = letters.len().checked_sub(bits.rice(ENDING) as usize);
                    stems.push(
                        stem_length
                            .filter(|stem_length| *stem_length > 0)
                            .map(|stem_length| String::from_utf16_lossy(&letters[..stem_length])),
                    );
                    own.push(stems.len() - 1);
                } else {
                    own.extend(stems.len().checked_sub(1 + bits.rice(DISTANCE) as usize));
                }
            }
            forms.push((form, own));
        }
        let mut blocks = Vec::with_capacity(stems.len());
        let mut at = bits.position();
        for _ in 0..stems.len() {
            let mut block = bits.at(at);
            let length = block.number() as usize;
            blocks.push(block.position());
            at = block.position() + length;
        }
        Self {
            forms,
            stems,
            blocks,
            units,
        }
    }

    /// Returns the stems of a form, if the shard contains it.
    pub(crate) fn stems_of(&self, form: &str) -> Option<&[usize]> {
        let same = self.forms.iter().find(|(own, _)| own == form);
        same.map(|(_, stems)| stems.as_slice())
    }

    /// Returns the block of a stem: its document frequency, the file of its positions if
    /// they have one, and a reader at its posting list.
    pub(crate) fn block(&self, stem: usize) -> (u32, Option<Name>, BitReader<'_>) {
        let mut bits = BitReader::new(&self.units).at(self.blocks[stem]);
        let documents = bits.number();
        let file = (bits.bits(1) == 1).then(|| Name::read(&mut bits));
        (documents, file, bits)
    }
}
