// Queries for generated cases, which have no human judgments: some words of a case's title,
// unchanged and altered. Every page whose title contains the words is relevant.

import { edition } from "./site.mjs";
import { fold, wordsOf } from "./words.mjs";

const CASES = 60;
const MOST_RELEVANT = 8;
const STOP_WORDS = new Set("ante bajo como con contra del desde donde entre esta este hacia hasta las los para pero por que sin sobre una uno unas unos".split(" "));

/** Derives queries from the generated cases of a site; deterministic for a site and seed. */
export function derivedQueries(site, seed = 1) {
  const random = generator(seed);
  const titles = edition(site.pages, "es").map(({ url, html }) => ({ url, words: new Set(wordsOf(titleOf(html)).map(fold)) }));
  const known = new Set(titles.flatMap(({ words }) => [...words]));
  const queries = [];
  let taken = 0;
  for (const { title } of shuffled(site.generated, random)) {
    if (taken === CASES) break;
    const words = someWords(title, random);
    const relevant = titles.filter((page) => words.every((word) => page.words.has(fold(word))));
    if (words.length < 2 || relevant.length > MOST_RELEVANT) continue;
    taken += 1;
    for (const [kind, altered] of Object.entries(alterations(words, known, random))) {
      if (!altered) continue;
      const judgments = new Map(relevant.map(({ url }) => [url, 3]));
      queries.push({ set: "derived", kind, language: "es", query: altered.join(" "), relevant: judgments });
    }
  }
  return queries;
}

function titleOf(html) {
  const title = /<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? "";
  return title.replace(/<[^>]+>/g, "").replace(/&[#\w]+;/g, " ");
}

/** Chooses two or three content words of a title, in their order. */
function someWords(title, random) {
  const words = [...new Set(wordsOf(title))].filter((word) => word.length >= 4 && !STOP_WORDS.has(fold(word)));
  const chosen = new Set(shuffled(words, random).slice(0, 2 + Math.floor(random() * 2)));
  return words.filter((word) => chosen.has(word));
}

/** Returns the words altered in each way; null for alterations that do not apply. */
export function alterations(words, known, random) {
  const plain = words.map(fold);
  const misspelt = (from, edits) => replaceOne(words, (word) => word.length >= from, (word) => misspell(word, edits, known, random), random);
  return {
    title: words,
    "no-accents": plain.join() === words.join().toLowerCase() ? null : plain,
    inflected: replaceOne(words, (word) => /^\p{Ll}{4,}$/u.test(word), changeNumber, random),
    prefix: cutLast(words, random),
    typo: misspelt(6, 1),
    "two-typos": misspelt(9, 2),
  };
}

function replaceOne(words, fits, replace, random) {
  for (const word of shuffled(words.filter(fits), random)) {
    const other = replace(word);
    if (other) return words.map((each) => (each === word ? other : each));
  }
  return null;
}

/** Cuts the last word to at least four letters, short of the complete word; null if it is too short. */
function cutLast(words, random) {
  const last = [...words.at(-1)];
  if (last.length < 5) return null;
  const length = 4 + Math.floor(random() * (last.length - 4));
  return [...words.slice(0, -1), last.slice(0, length).join("")];
}

/** Converts between Spanish singular and plural; null if the form is ambiguous. */
export function changeNumber(word) {
  if (/[iuáéíóú]s$/.test(word)) return null;
  if (/ces$/.test(word)) return `${word.slice(0, -3)}z`;
  if (/[aeiou]nes$/.test(word)) return singularOfN(word.slice(0, -2));
  if (/([aeiouáéíóú][dlr]|ll)es$/.test(word)) return word.endsWith("lles") ? word.slice(0, -1) : unaccented(word, word.slice(0, -2));
  if (/[aeo]s$/.test(word)) return word.slice(0, -1);
  if (/[aeo]$/.test(word)) return `${word}s`;
  if (/z$/.test(word)) return `${word.slice(0, -1)}ces`;
  if (/[áéíóú]n$/.test(word)) return `${fold(word)}es`;
  return /[dlr]$/.test(word) ? `${word}es` : null;
}

/** Fixes the accent of a singular in -n: “canción” from “cancion”, “imagen” from “imágen”, “pan” as is. */
function singularOfN(stem) {
  if (/[áéíóú]/.test(stem)) return stem.replace(/[áéíóú]/g, fold);
  if ((stem.match(/[aeiou]+/g) ?? []).length < 2) return stem;
  const accents = { a: "á", e: "é", i: "í", o: "ó", u: "ú" };
  return stem.replace(/([aeiou])n$/, (_, vowel) => `${accents[vowel]}n`);
}

function unaccented(plural, singular) {
  return /[áéíóú]/.test(plural) ? null : singular;
}

const NEIGHBOURS = {
  a: "se", b: "vn", c: "sx", d: "sf", e: "ri", f: "gd", g: "jh", h: "gj", i: "oe", j: "gh", k: "cq", l: "k", m: "n",
  n: "mñ", ñ: "n", o: "ip", p: "o", q: "k", r: "te", s: "cz", t: "r", u: "iy", v: "b", w: "v", x: "s", y: "i", z: "s",
  á: "s", é: "r", í: "o", ó: "i", ú: "i",
};

/** Makes `edits` typos in a word, apart from each other, not in its first letter; null if none fits. */
export function misspell(word, edits, known, random) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const places = shuffled([...word].keys(), random).filter((place) => place > 0);
    const chosen = places.filter((place) => Math.abs(place - places[0]) > 2).slice(0, edits - 1);
    chosen.push(places[0]);
    const letters = [...word];
    for (const place of chosen.sort((a, b) => b - a)) slip(letters, place, random);
    const other = letters.join("");
    if (chosen.length === edits && distance(fold(word), fold(other)) === edits && !known.has(fold(other))) return other;
  }
  return null;
}

function slip(letters, place, random) {
  const letter = letters[place].toLowerCase();
  const neighbours = NEIGHBOURS[letter] ?? "e";
  const slips = [
    () => letters.splice(place, 1),
    () => letters.splice(place, 0, letter),
    () => letters.splice(place - 1, 2, letters[place], letters[place - 1]),
    () => letters.splice(place, 1, neighbours[Math.floor(random() * neighbours.length)]),
  ];
  // Swapping the second letter with the first would change the first letter.
  const allowed = place === 1 ? slips.filter((_, index) => index !== 2) : slips;
  allowed[Math.floor(random() * allowed.length)]();
}

/** Damerau-Levenshtein distance, in its optimal string alignment variant. */
export function distance(from, to) {
  const a = [...from];
  const b = [...to];
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity;
      rows[i].push(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced, swapped));
    }
  }
  return rows[a.length][b.length];
}

/** Returns a seeded generator of numbers from 0 to below 1 (mulberry32). */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(values, random) {
  const list = [...values];
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [list[index], list[other]] = [list[other], list[index]];
  }
  return list;
}
