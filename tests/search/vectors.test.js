// Tests the cases of vectors.json, which src/search/query/vectors.rs shares. Needs no browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { code, reader, readSome, times } from "../../themes/quipu/scripts/search/bits.js";
import { distance } from "../../themes/quipu/scripts/search/distance.js";
import { excerpt, marks } from "../../themes/quipu/scripts/search/excerpt.js";
import { AT_HAND, LOADED, openIndex, readName } from "../../themes/quipu/scripts/search/files.js";
import { parse } from "../../themes/quipu/scripts/search/query.js";
import { rank } from "../../themes/quipu/scripts/search/rank.js";
import { fold, WORD, wordReader } from "../../themes/quipu/scripts/search/words.js";

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8"));

test("folding", () => {
  for (const [text, folded] of vectors.fold) assert.equal(fold(text), folded);
});

test("words to highlight include every accent", () => {
  assert.deepEqual("La ɨ̃ka, y 2 más.".match(WORD), ["La", "ɨ̃ka", "y", "2", "más"]);
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

test("rankings", () => {
  for (const { why, ranks, weights, parts, whole, hits } of vectors.rank) {
    const count = ranks.length;
    const matches = ({ scores, positions, ...part }) => ({
      ...part,
      documents: Object.keys(scores).map(Number),
      scores: times(count, (document) => scores[document] ?? 0),
      positions: times(count, (document) => positions[document]),
    });
    const [full, some, scores] = rank({ ranks, count }, parts.map(matches), weights);
    const rounded = (score) => Math.floor(score * 64 + 0.5) / 64;
    assert.deepEqual([...full, ...some].map((document) => [document, rounded(scores[document])]), hits, why);
    assert.equal(full.length, whole, why);
  }
});

test("roots", async () => {
  const { root: expected } = vectors.index;
  const { rootFile } = await index();
  const { languages, unseen: hidden, written, ranks, stops, endings, facets, versions } = rootFile;
  const found = { languages, hidden, written, ranks, stops: [...stops], endings: [...endings], versions };
  assert.deepEqual({ ...found, facets: facets.map(([names]) => names) }, expected);
});

test("directories", async () => {
  const { shards } = await index();
  for (const { prefix, most, first } of vectors.index.prefixes) {
    const found = await shards(prefix, most);
    assert.deepEqual(found.map(({ forms }) => forms[0][0]), first, `${most} for ${prefix}`);
  }
});

test("shards and their postings", async () => {
  const { shards, postings } = await index();
  for (const { forms, stems, lists } of vectors.index.shards) {
    const [shard] = await shards(forms[0][0]);
    assert.deepEqual(shard.forms, forms);
    assert.deepEqual(shard.stems.map(({ stem }) => stem), stems);
    for (const [at, { isApart, list }] of lists.entries()) {
      const stem = shard.stems[at];
      assert.equal(stem.count, list.length);
      assert.equal((await postings(shard, stem, AT_HAND)).positions === undefined, isApart);
      const { documents, impacts, positions } = await postings(shard, stem, LOADED);
      const found = documents.map((document, at) => ({
        document,
        impact: Math.sqrt(impacts[at]),
        positions: positions[at],
      }));
      assert.deepEqual(found, list, stems[at]);
    }
  }
});

test("the data of every vector are the bits beside them", () => {
  const { bits, huffman, words, names, rising, index } = vectors;
  for (const { bits: written, data } of [bits, huffman, words, names, rising, index.files].flat()) {
    assert.equal(data, packed(Object.values(written).join("")), JSON.stringify(written));
  }
});

/** Opens the index of the vectors; files that they lack are empty. */
function index() {
  const files = new Map(vectors.index.files.map(({ name, data }) => [name, data]));
  return openIndex(async (name) => files.get(name) ?? "");
}

/** Packs 31 bits in two characters, as docs/search-format.md describes. */
function packed(text) {
  const units = text.replace(/[^01]/g, "").match(/.{1,31}/g);
  const digits = units.map((bits) => parseInt(bits.padEnd(31, "0"), 2)).flatMap((unit) => [unit / 46341, unit % 46341]);
  return String.fromCharCode(...digits.map((digit) => 0x100 + Math.floor(digit)));
}
