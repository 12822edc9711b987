//! A shard: forms of words from one to the next shard's first, with all they lead to.

use super::bits::{BitReader, BitWriter};
use super::letters::{WordReader, WordWriter};
use super::name::Name;

/// Rice parameters: stems of a form beyond one, how far back a known stem is, letters
/// that a form has beyond its stem.
const STEMS: u32 = 0;
const BACK: u32 = 2;
const ENDING: u32 = 1;
/// Stands for a stem that its form does not begin with.
const NO_STEM: u32 = 31;

/// A stem as a shard holds it: its posting list, written.
#[derive(Debug, Clone, Default)]
pub struct StemBlock {
    /// In how many documents it is.
    pub documents: u32,
    /// These, written.
    pub list: BitWriter,
    /// Where it stands in them.
    pub positions: Positions,
}

impl StemBlock {
    /// Bits that it takes, about.
    pub fn bits(&self) -> usize {
        let positions = match &self.positions {
            Positions::Inline(bits) => bits.length(),
            Positions::File(_) => 40,
        };
        self.list.length() + positions
    }
}

/// Where a stem's positions are.
#[derive(Debug, Clone)]
pub enum Positions {
    /// With the list.
    Inline(BitWriter),
    /// In a file of their own: the list is long, and few queries need them.
    File(Name),
}

impl Default for Positions {
    fn default() -> Self {
        Self::Inline(BitWriter::default())
    }
}

/// Writes a shard: `forms` with the stems that each has, by index of `stems`.
pub fn write(forms: &[(&str, Vec<usize>)], stems: &[&StemBlock], stem_texts: &[&str]) -> BitWriter {
    let mut bits = BitWriter::default();
    bits.number(forms.len() as u32);
    let mut words = WordWriter::default();
    let mut known = 0;
    for (form, own) in forms {
        words.write(form, &mut bits);
        bits.rice(own.len() as u32 - 1, STEMS);
        for stem in own {
            let is_new = *stem == known;
            bits.bits(u32::from(is_new), 1);
            if is_new {
                known += 1;
                bits.rice(ending(form, stem_texts[*stem]), ENDING);
            } else {
                bits.rice((known - 1 - stem) as u32, BACK);
            }
        }
    }
    for stem in stems {
        let block = block(stem);
        bits.number(block.length() as u32);
        bits.append(&block);
    }
    bits
}

/// How many letters `form` has beyond `stem`.
fn ending(form: &str, stem: &str) -> u32 {
    match form.strip_prefix(stem) {
        Some(ending) if !stem.is_empty() => (ending.encode_utf16().count() as u32).min(NO_STEM),
        _ => NO_STEM,
    }
}

fn block(stem: &StemBlock) -> BitWriter {
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

/// A shard, read: lists are read when they are asked for.
#[derive(Debug)]
pub struct Shard {
    units: Vec<u32>,
    /// Forms in order, each with its stems.
    pub forms: Vec<(String, Vec<usize>)>,
    /// What inflections share, where forms begin with it.
    pub stems: Vec<Option<String>>,
    /// Where each stem's block begins.
    blocks: Vec<usize>,
}

impl Shard {
    /// Reads the forms and where the blocks are.
    pub fn read(units: Vec<u32>) -> Self {
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
            for _ in 0..=bits.rice(STEMS) {
                if bits.bits(1) == 1 {
                    let letters: Vec<u16> = form.encode_utf16().collect();
                    let kept = letters.len().checked_sub(bits.rice(ENDING) as usize);
                    stems.push(
                        kept.filter(|kept| *kept > 0)
                            .map(|kept| String::from_utf16_lossy(&letters[..kept])),
                    );
                    own.push(stems.len() - 1);
                } else {
                    own.extend(stems.len().checked_sub(1 + bits.rice(BACK) as usize));
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

    /// The stems of a form, if it is here.
    pub fn stems_of(&self, form: &str) -> Option<&[usize]> {
        let same = self.forms.iter().find(|(own, _)| own == form);
        same.map(|(_, stems)| stems.as_slice())
    }

    /// The block of a stem: in how many documents it is, the file of its positions if
    /// they have one, and the bits of its list.
    pub fn block(&self, stem: usize) -> (u32, Option<Name>, BitReader<'_>) {
        let mut bits = BitReader::new(&self.units).at(self.blocks[stem]);
        let documents = bits.number();
        let file = (bits.bits(1) == 1).then(|| Name::read(&mut bits));
        (documents, file, bits)
    }
}
