// Tests the cases of vectors.json, which src/search/query/vectors.rs shares. Needs no browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { code, reader, readSome } from "../../themes/quipu/scripts/search/bits.js";
import { distance } from "../../themes/quipu/scripts/search/distance.js";
import { excerpt, marks } from "../../themes/quipu/scripts/search/excerpt.js";
import { readName } from "../../themes/quipu/scripts/search/files.js";
import { parse } from "../../themes/quipu/scripts/search/query.js";
import { fold, wordReader } from "../../themes/quipu/scripts/search/words.js";

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8"));

test("folding", () => {
  for (const [text, folded] of vectors.fold) assert.equal(fold(text), folded);
});

test("distances", () => {
  for (const { a, b, most, isPrefix, distance: expected } of vectors.distance) {
    assert.equal(distance(a, b, most, isPrefix), expected ?? Infinity, `${a}, ${b}`);
  }
});

test("queries", () => {
  const { stops, facets, cases } = vectors.query;
  const root = { stops: new Set(stops), facets: facets.map((names) => [names]) };
  const clause = ({ words, isPhrase = false, isTyping = false, place }) => ({ words, isPhrase, isTyping, place });
  const filter = ({ facetPlace, slug, isExcluded }) => ({ facet: facetPlace, slug, isExcluded: Boolean(isExcluded) });
  for (const { text, ...expected } of cases) {
    const query = parse(text, /[\p{Alpha}\p{N}]$/u.test(text), root);
    const found = {
      clauses: query.clauses.map(clause),
      excluded: query.excluded.map(clause),
      filters: query.filters.map(filter),
    };
    assert.deepEqual(found, expected, text);
  }
});

test("numbers", () => {
  for (const { bits: written, data, reads } of vectors.bits) {
    const bits = reader(data);
    for (const [kind, ...values] of reads) {
      const expected = values.pop();
      assert.equal(bits[kind](...values), expected, `${kind} of ${written}`);
    }
  }
});

test("codes", () => {
  for (const { lengths, data, symbols } of vectors.huffman) {
    const bits = reader(data);
    const own = code(lengths);
    assert.deepEqual(symbols.map(() => bits.coded(own)), symbols);
  }
});

test("words", () => {
  for (const { data, words } of vectors.words) {
    const word = wordReader(reader(data));
    assert.deepEqual(words.map(() => word()), words);
  }
});

test("names", () => {
  for (const { data, name } of vectors.names) assert.equal(readName(reader(data)), name);
});

test("rising numbers", () => {
  for (const { data, universe, numbers } of vectors.rising) {
    assert.deepEqual(readSome(reader(data), universe), numbers);
  }
});

test("excerpts", () => {
  for (const { summary, sections, forms, text, section } of vectors.excerpt) {
    const fragment = { summary, sections: sections.map((body) => ({ body })) };
    const { stretch, source } = excerpt(fragment, marks(new Map(Object.entries(forms))));
    assert.equal(stretch, text);
    assert.equal(source ? fragment.sections.indexOf(source) : null, section, text);
  }
});
