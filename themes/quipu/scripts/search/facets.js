// Facet filters and counts, and sorting by date and title.

import { reader, readSome, times } from "./bits.js";
import { gather } from "./rank.js";
import { dashed, wordReader } from "./words.js";

const readTerms = (index, facet) =>
  index.keep(index.rootFile.facets[facet][1], (data) => {
    const bits = reader(data);
    return times(bits.number(), () => {
      const word = wordReader(bits);
      const slug = word();
      const names = index.rootFile.languages.map(() => word());
      return { slug, names, documents: readSome(bits, index.rootFile.count) };
    });
  });

/**
 * Applies filters and exclusions. Returns a function from a facet to the document weights under all
 * filters except those selected in that facet. Sets documents with excluded words to 0 in `visible`.
 */
export async function filtered(index, filters, excluded, lookup, visible) {
  // A separate `found`: excluded words must not be marked.
  const { phrase } = lookup(index, { forms: new Map() });
  for (const { words } of excluded) {
    for (const document of (await phrase(words, true)).documents) visible[document] = 0;
  }
  const masks = [];
  for (const { facetPlace, slugs, slug: own, isExcluded } of filters) {
    const takes = ({ slug, names }) =>
      slugs ? slugs.includes(slug) : slug === own || names.some((name) => dashed(name) === own);
    const mask = new Uint8Array(visible.length).fill(isExcluded ? 1 : 0);
    for (const term of await readTerms(index, facetPlace)) {
      if (takes(term)) for (const document of term.documents) mask[document] = isExcluded ? 0 : 1;
    }
    masks.push([slugs ? facetPlace : -1, mask]);
  }
  return (but) => visible.map((is, document) => (masks.every(([facet, mask]) => facet === but || mask[document]) ? is : 0));
}

/** Returns the terms of a facet with the number of documents each would leave. */
export async function counts(index, { parts, allowed }, facet) {
  const left = new Uint8Array(index.rootFile.count);
  const [whole, some] = gather(parts, allowed(facet));
  for (const document of whole.concat(some)) left[document] = 1;
  const terms = await readTerms(index, facet);
  return terms.map(({ slug, names, documents }) => ({
    slug,
    label: names[index.edition],
    total: documents.reduce((sum, document) => sum + left[document], 0),
  }));
}

/** Sorts lists of documents, in place. */
export async function sortLists(index, order, ...lists) {
  const titles = order === "title" && (await index.keep(index.rootFile.titles, readTitles));
  for (const documents of lists) documents.sort((a, b) => (titles ? titles[a] - titles[b] : b - a));

  function readTitles(data) {
    const bits = reader(data);
    return index.rootFile.ranks.map(() => bits.bits(32 - Math.clz32(index.rootFile.count)));
  }
}
