// Word lists, as src/search/format/letters.rs writes them, and text folding.

import { times } from "./bits.js";

const LETTERS = "aoinscerultmdpbghy 0123456789qvfzjóíABáéúüñkwx-.,:;()«»\"'/%°¿º";
// Number of letters with codes of one bit, of two, …
const CODE = { counts: [0, 0, 2, 6, 5, 6, 10, 9, 0, 0, 24], meanings: LETTERS };

/** Returns a function that reads the next front-coded word: it shares a prefix with the one before. */
export function wordReader(bits) {
  const letter = () => bits.coded(CODE);
  let last = "";
  return () => {
    last = last.slice(0, bits.rice(2));
    for (let rest = bits.rice(2); rest > 0; rest--) {
      const next = letter();
      last += next === "A" ? letter().toUpperCase() : next === "B" ? String.fromCharCode(bits.bits(16)) : next;
    }
    return last;
  };
}

/** Reads a list: the count, then the words, each with what `more` reads after it. */
export function readList(bits, more) {
  const word = wordReader(bits);
  return times(bits.number(), () => (more ? [word(), more(bits)] : word()));
}

/** Folds case and removes accents. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Some accents are characters of their own; they are part of the word.
export const WORD = /[\p{Alpha}\p{N}\p{M}]+/gu;

/** Returns the words of a text. */
export const wordsOf = (text) => text.match(WORD) || [];

/** Converts text to a slug. */
export const dashed = (text) => wordsOf(fold(text)).join("-");

/** Returns a clause per word of a text except stop words; if `isTyping`, the last may be incomplete. */
export function clausesOf(text, isTyping, stops, place = 0) {
  const all = wordsOf(fold(text));
  const clauses = all.map((word, at) => ({ words: [[word, 0]], isTyping: isTyping && !all[at + 1], place: place + at }));
  return clauses.filter(({ words, isTyping }) => isTyping || !stops.has(words[0][0]));
}
