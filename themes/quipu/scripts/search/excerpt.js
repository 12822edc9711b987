// Chooses the excerpt of a text that best shows why it matched; see src/search/query/excerpt.rs.

import { fold, wordsOf } from "./words.js";

const LENGTH = 36;
const BEFORE = 6;

// Words are interned as numbers, which are faster to compare: each key press compares about
// nine thousand words.
const numbers = new Map();
// Cache of the numbers of texts: words repeat, and folding is slow.
const numbered = new Map();

const numberOf = (word) => numbers.get(word) || numbers.set(word, numbers.size + 1).size;

/** Returns the numbers of the folded words of a text, usually a single word. */
export function numbersOf(text) {
  let own = numbered.get(text);
  if (!own) numbered.set(text, (own = wordsOf(fold(text)).map(numberOf)));
  return own;
}

/** Returns, by word number, the part of the query that the word matches, counted from 1. */
export function marks(forms) {
  const parts = [];
  forms.forEach((part, form) => (parts[numberOf(form)] = part + 1));
  return parts;
}

/** Returns the passage with the most query words, or the summary if no section has any. */
export function excerpt({ summary, sections }, parts) {
  let best = { worth: 0, stretch: summary };
  for (const section of sections) {
    // For each space-separated token, a zero and then the numbers of its words.
    section.words = section.words || section.body.split(" ").flatMap((word) => [0, ...numbersOf(word)]);
    const hits = [];
    let at = -1;
    let last = -1;
    for (const number of section.words) {
      if (!number) at++;
      else if (parts[number] && last < at) hits.push([(last = at), parts[number]]);
    }
    hits.forEach(([first], from) => {
      const seen = new Set();
      let end = from;
      for (; hits[end] && hits[end][0] < first + (LENGTH - BEFORE); end++) seen.add(hits[end][1]);
      const worth = seen.size * LENGTH + end - from;
      if (worth > best.worth) best = { worth, first, source: section };
    });
  }
  if (best.source) {
    const words = best.source.body.split(" ");
    const start = Math.max(0, best.first - BEFORE);
    const end = start + LENGTH;
    best.stretch = (start ? "… " : "") + words.slice(start, end).join(" ") + (end < words.length ? " …" : "");
  }
  return best;
}
