// Answers queries over an index, in the browser and wherever else its files can be had.
// src/search/query does the same on the command line; docs/search-format.md describes both.

import { openIndex } from "./files.js";
import { lookup } from "./lookup.js";
import { pause } from "./pause.js";
import { rank } from "./rank.js";
import { clausesOf } from "./words.js";

const FOREIGN = 0.65;
// Quotes, what is excluded and facets.
const SPECIAL = /[":-]/;

/** Opens an index for readers of a language; `load` gives the data of a file. */
export async function openSearch(load, language) {
  const index = await openIndex(load);
  const { rootFile } = index;
  const edition = rootFile.languages.indexOf(language);

  // Most queries are words and nothing else.
  async function parsed(text) {
    const isTyping = /[\p{Alpha}\p{N}]$/u.test(text);
    if (!SPECIAL.test(text)) return { clauses: clausesOf(text, isTyping, rootFile.stops), excluded: [], filters: [] };
    const more = await index.rest();
    return more.parse(text, isTyping, rootFile);
  }

  /** Answers a query; `chosen` has the terms chosen of facets, `order` is "", "date" or "title". */
  async function answer(text, chosen = [], order = "") {
    const { clauses, excluded, filters } = await parsed(text);
    filters.push(...chosen);
    const found = { forms: new Map(), corrections: [], unknownWords: [] };
    const parts = await lookup(index, found).parts(clauses);
    await pause();
    // By document what it counts, less in another language than the reader's.
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
