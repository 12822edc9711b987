// Words: lists of them as src/search/format/letters.rs writes them, and folding.

import { times } from "./bits.js";

const LETTERS = "aoinscerultmdpbghy 0123456789qvfzjóíABáéúüñkwx-.,:;()«»\"'/%°¿º";
// How many letters have codes of one bit, of two, …
const CODE = { counts: [0, 0, 2, 6, 5, 6, 10, 9, 0, 0, 24], meanings: LETTERS };

/** Reads words that each begin like the one before. */
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

/** A list: how many, then the words, each with what `more` reads after it. */
export function readList(bits, more) {
  const word = wordReader(bits);
  return times(bits.number(), () => (more ? [word(), more(bits)] : word()));
}

/** Text without case and accents. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const WORD = /[\p{Alpha}\p{N}]+/gu;

/** The words of a text. */
export const wordsOf = (text) => text.match(WORD) || [];

/** Text as addresses write it. */
export const dashed = (text) => wordsOf(fold(text)).join("-");

/** What is asked for with words of a text. The last one may not be whole while it is typed. */
export function clausesOf(text, isTyping, stops, place = 0) {
  const all = wordsOf(fold(text));
  const clauses = all.map((word, at) => ({ words: [[word, 0]], isTyping: isTyping && !all[at + 1], place: place + at }));
  return clauses.filter(({ words, isTyping }) => isTyping || !stops.has(words[0][0]));
}
