// What readers type, taken apart: src/search/query.rs in JavaScript.

import { dashed, fold, wordsOf } from "./words.js";

const PART = /(-(?=[\p{Alpha}\p{N}"]))?(?:([\p{Alpha}_]+):(?=[\p{Alpha}\p{N}"]))?(?:"([^"]*)"|(\S+))/gu;

/** Takes a query apart. */
export function parse(text, { facets, stops }) {
  const query = { clauses: [], excluded: [], filters: [] };
  const isTyping = /[\p{Alpha}\p{N}]$/u.test(text);
  const parts = [...text.matchAll(PART)];
  let place = 0;
  parts.forEach(([, isExcluded, field = "", quoted, plain], at) => {
    const isPlain = quoted === undefined;
    const value = isPlain ? plain : quoted;
    const facetPlace = facets.findIndex(([names]) => names.split(" ").includes(fold(field)));
    if (facetPlace >= 0) {
      query.filters.push({ facetPlace, slug: dashed(value), isExcluded });
      return;
    }
    const all = wordsOf(fold(field + " " + value));
    const isOpen = (offset) => isTyping && isPlain && !parts[at + 1] && !all[offset + 1];
    const words = all.map((word, offset) => [word, offset]).filter(([word, offset]) => isOpen(offset) || !stops.has(word));
    const clauses = isExcluded ? query.excluded : query.clauses;
    if (isPlain) {
      for (const [word, offset] of words) {
        clauses.push({ words: [[word, 0]], isTyping: isOpen(offset), place: place + offset });
      }
    } else if (words[0]) {
      clauses.push({ words, isPhrase: true, place });
    }
    place += all.length;
  });
  return query;
}
