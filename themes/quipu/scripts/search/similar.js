// Matches and corrections for words that occur on no page: a port of the rest of
// src/search/query/lookup.rs, which gives the reasons.

import { reader } from "./bits.js";
import { distance } from "./distance.js";
import { readList } from "./words.js";

const INFLECTED = 0.9;
const MISSPELLED = [1, 0.7, 0.5];
const SPELLING_FILES = 2;
const MISTAKE_LENGTHS = [4, 8];
const MEANT = 3;
const HALF = 3;

const reverse = (text) => text.split("").reverse().join("");

function readForms(data) {
  const bits = reader(data);
  return readList(bits, () => bits.bits(4));
}

const spellings = (index, directory, prefix, most) => index.stretch(directory, prefix, most, readForms);

/** Looks up inflections and corrections of a word; records corrections in `found`. */
export async function similar(index, found, lookup, word, isTyping, part) {
  const matches = lookup.matchesOf();
  const isFound = () => matches.documents.length > 0;

  // An unknown form of a known stem.
  async function addInflected(mustKnow) {
    const [shard] = await index.shards(word);
    const stems = shard && lookup.inflected(shard, word, mustKnow);
    if (stems) await lookup.addForms(matches, shard, stems, INFLECTED, part);
  }

  async function addMeant() {
    // A word that can be an inflection is not reported as corrected.
    const isInflected = isFound();
    let forms = await meant(index, word);
    if (!forms.length && isTyping && !isInflected) forms = await meant(index, word, true);
    if (forms.length && !isInflected) found.corrections.push([word, forms[0].form]);
    for (const { form, mistakes } of forms) {
      const own = await lookup.same(form, MISSPELLED[mistakes], part);
      matches.rarity = Math.max(matches.rarity, own.rarity);
      for (const document of own.documents) {
        lookup.offer(matches, document, own.scores[document]);
        matches.positions[document] = matches.positions[document] || own.positions[document];
      }
    }
  }

  async function isForm(text) {
    const files = await spellings(index, index.rootFile.forwards, text, 1);
    return files.some((forms) => forms.some(([form]) => form === text));
  }

  // Two words written as one.
  async function halves() {
    let both = matches;
    for (let cut = HALF; cut <= word.length - HALF; cut++) {
      const pair = [word.slice(0, cut), word.slice(cut)];
      if (!(await isForm(pair[0])) || !(await isForm(pair[1]))) continue;
      both = await lookup.phrase(pair.map((half, at) => [half, at]), false, part);
      if (both.documents.length) {
        found.corrections.push([word, pair.join(" ")]);
        return both;
      }
    }
    found.unknownWords.push(word);
    return both;
  }

  await addInflected(true);
  await addMeant();
  if (!isFound()) await addInflected(false);
  return isFound() ? matches : halves();
}

/** Returns the known forms at the smallest edit distance, most likely first. */
export async function meant(index, word, isPrefix, most = MISTAKE_LENGTHS.filter((least) => word.length >= least).length) {
  if (!most) return [];
  const half = Math.max(2, (word.length - 1) >> 1);
  const { forwards, backwards } = index.rootFile;
  const files = await spellings(index, forwards, word.slice(0, half), SPELLING_FILES);
  const reversed = isPrefix ? [] : await spellings(index, backwards, reverse(word.slice(-half)), SPELLING_FILES);
  const near = new Map();
  const weigh = (form, common) => {
    const mistakes = distance(word, form, most, isPrefix);
    if (mistakes && mistakes <= most) near.set(form, { mistakes, form, common });
  };
  for (const forms of files) for (const [form, common] of forms) weigh(form, common);
  for (const forms of reversed) for (const [form, common] of forms) weigh(reverse(form), common);
  const all = Array.from(near.values());
  const fewest = Math.min(...all.map(({ mistakes }) => mistakes));
  const isOther = ({ form }) => (form[0] === word[0] ? 0 : 1);
  return all
    .filter(({ mistakes }) => mistakes === fewest)
    .sort((a, b) => isOther(a) - isOther(b) || b.common - a.common || (a.form < b.form ? -1 : 1))
    .slice(0, MEANT);
}

/** Returns suggestions for unknown words, at a larger edit distance than is searched. */
export async function suggested(index, unknown) {
  const near = [];
  const long = unknown.filter((word) => word.length >= MISTAKE_LENGTHS[0]);
  for (const word of long) near.push(...(await meant(index, word, false, 3)));
  return near.map(({ form }) => form);
}
