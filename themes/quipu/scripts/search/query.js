// Parses queries that are more than words: a port of the rest of src/search/query/syntax.rs.

import { clausesOf, dashed, fold, wordsOf } from "./words.js";

const PART = /(-(?=[\p{Alpha}\p{N}"]))?(?:([\p{Alpha}_]+):(?=[\p{Alpha}\p{N}"]))?(?:"([^"]*)"|(\S+))/gu;

/** Parses a query into clauses, exclusions and facet filters. */
export function parse(text, isTyping, { facets, stops }) {
  const query = { clauses: [], excluded: [], filters: [] };
  const parts = [...text.matchAll(PART)];
  let place = 0;
  parts.forEach(([, isExcluded, field = "", quoted, plain], at) => {
    const facetPlace = facets.findIndex(([names]) => names.split(" ").includes(fold(field)));
    if (facetPlace >= 0) {
      query.filters.push({ facetPlace, slug: dashed(quoted || plain || ""), isExcluded });
      return;
    }
    const clauses = isExcluded ? query.excluded : query.clauses;
    const all = `${field} ${quoted || plain || ""}`;
    if (quoted === undefined) {
      clauses.push(...clausesOf(all, isTyping && !parts[at + 1], stops, place));
    } else {
      const words = wordsOf(fold(all)).map((word, offset) => [word, offset]).filter(([word]) => !stops.has(word));
      if (words[0]) clauses.push({ words, isPhrase: true, place });
    }
    place += wordsOf(fold(all)).length;
  });
  return query;
}
