//! The inverted index in memory: forms, stems, postings.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::analysis::Token;

/// The parts of a document that are searched, heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Title and other names.
    Title,
    /// Place, sector, model, entity.
    Facets,
    /// Summary.
    Summary,
    /// Headings of the body.
    Headings,
    /// The body.
    Body,
}

const FIELDS: usize = 5;

/// What a word counts in each field, in the order of [`Field`].
const WEIGHTS: [f64; FIELDS] = [8.0, 5.0, 4.0, 2.5, 1.0];
/// How much a field's length dampens its words, in the order of [`Field`].
const LENGTH: [f64; FIELDS] = [0.3, 0.2, 0.4, 0.4, 0.75];
/// How soon repetition stops to count.
const SATURATION: f64 = 1.2;

/// How often each stem stands in each field of one document.
#[derive(Debug)]
pub struct DocumentTerms {
    language: String,
    prior: f64,
    counts: BTreeMap<String, [u32; FIELDS]>,
    forms: BTreeSet<(String, String)>,
    stops: BTreeSet<String>,
    lengths: [u32; FIELDS],
}

impl DocumentTerms {
    /// No terms yet; `prior` scales what each of them will count.
    pub fn new(language: &str, prior: f64) -> Self {
        Self {
            language: language.to_owned(),
            prior,
            counts: BTreeMap::new(),
            forms: BTreeSet::new(),
            stops: BTreeSet::new(),
            lengths: [0; FIELDS],
        }
    }

    /// Counts the words of one field.
    pub fn add(&mut self, field: Field, tokens: &[Token]) {
        for token in tokens {
            match token {
                Token::Word { form, stem } => {
                    self.counts.entry(stem.clone()).or_default()[field as usize] += 1;
                    self.forms.insert((form.clone(), stem.clone()));
                    self.lengths[field as usize] += 1;
                }
                Token::Stop(form) => {
                    self.stops.insert(form.clone());
                }
            }
        }
    }

    /// BM25F without its inverse document frequency, which the reader multiplies in:
    /// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
    /// Beyond" (2009), section 3.5. Scaled to a byte.
    fn impact(&self, counts: &[u32; FIELDS], average: &[f64; FIELDS]) -> u8 {
        let weighted: f64 = (0..FIELDS)
            .filter(|field| counts[*field] > 0)
            .map(|field| {
                let relative = f64::from(self.lengths[field]) / average[field];
                let dampening = 1.0 - LENGTH[field] + LENGTH[field] * relative;
                WEIGHTS[field] * f64::from(counts[field]) / dampening
            })
            .sum();
        let saturated = weighted / (SATURATION * WEIGHTS[0] / 2.0 + weighted);
        (self.prior * saturated * 255.0).round().clamp(1.0, 255.0) as u8
    }
}

/// Every word of a site with the documents it stands in.
#[derive(Debug, Default)]
pub struct InvertedIndex {
    /// Folded forms with their stems, sorted as JavaScript sorts strings.
    pub forms: Vec<(String, Vec<usize>)>,
    /// By stem: documents in order, each with its impact from 1 to 255.
    pub postings: Vec<Vec<(u32, u8)>>,
    /// Folded words that no query needs.
    pub stops: BTreeSet<String>,
}

impl InvertedIndex {
    /// Inverts the documents; their numbers are their positions.
    pub fn new(documents: &[DocumentTerms]) -> Self {
        let average = average_lengths(documents);
        let mut index = Self::default();
        let mut stems: HashMap<(&str, &str), usize> = HashMap::new();
        let mut forms: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (number, document) in documents.iter().enumerate() {
            for (stem, counts) in &document.counts {
                let next = stems.len();
                let stem = *stems.entry((&document.language, stem)).or_insert(next);
                if stem == next {
                    index.postings.push(Vec::new());
                }
                let impact = document.impact(counts, &average);
                index.postings[stem].push((number as u32, impact));
            }
            for (form, stem) in &document.forms {
                let stem = stems[&(document.language.as_str(), stem.as_str())];
                forms.entry(form).or_default().insert(stem);
            }
            index.stops.extend(document.stops.iter().cloned());
        }
        index
            .stops
            .retain(|stop| !forms.contains_key(stop.as_str()));
        index.forms = forms
            .into_iter()
            .map(|(form, stems)| (form.to_owned(), stems.into_iter().collect()))
            .collect();
        index
            .forms
            .sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        index
    }
}

fn average_lengths(documents: &[DocumentTerms]) -> [f64; FIELDS] {
    let mut sums = [0.0; FIELDS];
    for document in documents {
        for (sum, length) in sums.iter_mut().zip(document.lengths) {
            *sum += f64::from(length);
        }
    }
    sums.map(|sum| (sum / documents.len().max(1) as f64).max(1.0))
}
