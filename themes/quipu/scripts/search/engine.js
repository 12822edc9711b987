// The search engine: runs in the browser and anywhere else that can load the index files.
// src/search/query is its counterpart in Rust; docs/search-format.md describes both.

import { openIndex } from "./files.js";
import { lookup } from "./lookup.js";
import { pause } from "./pause.js";
import { rank } from "./rank.js";
import { clausesOf } from "./words.js";

const FOREIGN = 0.65;
// Characters of phrases, exclusions and facets.
const SPECIAL = /[":-]/;

/** Opens an index for readers of a language; `load` returns a promise of the data of a file. */
export async function openSearch(load, language) {
  const index = await openIndex(load);
  const { rootFile } = index;
  const edition = rootFile.languages.indexOf(language);

  // Most queries consist only of words and do not need the full parser.
  async function parsed(text) {
    const isTyping = /[\p{Alpha}\p{N}]$/u.test(text);
    if (!SPECIAL.test(text)) return { clauses: clausesOf(text, isTyping, rootFile.stops), excluded: [], filters: [] };
    const more = await index.rest();
    return more.parse(text, isTyping, rootFile);
  }

  /** Answers a query; `chosen` lists the selected facet terms, `order` is "", "date" or "title". */
  async function answer(text, chosen = [], order = "") {
    const { clauses, excluded, filters } = await parsed(text);
    filters.push(...chosen);
    const found = { forms: new Map(), corrections: [], unknownWords: [] };
    const parts = await lookup(index, found).parts(clauses);
    await pause();
    // Weights by document: lower in other languages than the reader's, 0 if hidden.
    const weightIn = (language) => (language === edition ? 1 : FOREIGN);
    const visible = Array(rootFile.count).fill(weightIn(0));
    rootFile.written.forEach((documents, at) => {
      for (const document of documents) visible[document] = weightIn(at + 1);
    });
    for (const document of rootFile.unseen[edition]) visible[document] = 0;
    let allowed = () => visible;
    if (filters[0] || excluded[0]) {
      const more = await index.rest();
      allowed = await more.filtered(index, filters, excluded, lookup, visible);
    }
    const isEmpty = !parts[0] && !filters[0];
    const [whole, some, scores] = isEmpty ? [[], []] : rank(rootFile, parts, allowed());
    if (order) {
      const more = await index.rest();
      await more.sortLists(index, order, whole, some);
    }
    return Object.assign(found, { parts, allowed, isEmpty, scores, whole: whole.length, hits: whole.concat(some) });
  }

  return { ...index, edition, answer };
}
