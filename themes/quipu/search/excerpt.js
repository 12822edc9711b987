// The stretch of a text that shows best why it was found: src/search/excerpt.rs.

import { fold, wordsOf } from "./words.js";

const LENGTH = 36;
const BEFORE = 6;

// Texts repeat their words, and folding is slow.
const folded = new Map();

/** The folded words of a text, usually one. */
export function foldedWords(text) {
  let words = folded.get(text);
  if (!words) folded.set(text, (words = wordsOf(text).map(fold)));
  return words;
}

/** The part of the query that the first of these words belongs to that belongs to any. */
export function partOf(words, forms) {
  for (const word of words) if (forms.has(word)) return forms.get(word);
}

/** The stretch with most of the words; the summary if no section has any. */
export function excerpt({ summary, sections }, forms) {
  let best = { worth: 0, stretch: summary };
  for (const section of sections) {
    section.words = section.words || section.body.split(" ").map(foldedWords);
    const hits = [];
    section.words.forEach((words, at) => {
      const part = partOf(words, forms);
      if (part !== undefined) hits.push([at, part]);
    });
    hits.forEach(([first], at) => {
      const within = hits.slice(at).filter(([word]) => word < first + LENGTH - BEFORE);
      const worth = new Set(within.map(([, part]) => part)).size * LENGTH + within.length;
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
