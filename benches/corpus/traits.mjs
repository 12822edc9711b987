// Traits of a collection that the size of an index depends on.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const FUNCTION_WORDS = new Set(`
  a al ante aunque aun así cada casi como con contra cual cuando de del desde donde durante e el ella ellas ellos en
  entre era es esa ese eso esos esta este esto estos estas está están fue fueron ha han había hasta hay hacia la las
  le les lo los mas más me mi mientras mucho muy ni no nos nunca o otra otras otro otros para pero poco por porque
  pues que quien quienes se según ser si sí siempre sin sobre solo son su sus también tan todas todo todos todavía
  toda tras u un una unas unos varias varios y ya algunos algunas pueden puede bien antes después además allí
`.trim().split(/\s+/).map(folded));

export function folded(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

export const wordsOf = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words a reader sees, without front matter and markup. */
export function plainBody(markdown) {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/^[#>|\-\s:]+|[*_`[\]|]|---/gm, "")
    .replace(/[ \t]+/g, " ");
}

export function measureTraits(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".md") && !name.endsWith(".en.md"));
  const forms = new Map();
  const sums = { words: 0, functionWords: 0, bytes: 0, zipped: 0, ratio: 0, distinct: 0 };
  for (const file of files) addDocument(sums, forms, plainBody(readFileSync(join(folder, file), "utf8")));
  return {
    documents: files.length,
    wordsPerDocument: sums.words / files.length,
    bytesPerDocument: sums.bytes / files.length,
    distinctPerDocument: sums.distinct / files.length,
    distinctForms: forms.size,
    onceOnly: [...forms.values()].filter((times) => times === 1).length / forms.size,
    functionWords: sums.functionWords / sums.words,
    gzipRatio: sums.ratio / files.length,
  };
}

function addDocument(sums, forms, text) {
  const words = wordsOf(text);
  sums.words += words.length;
  sums.functionWords += words.filter((word) => FUNCTION_WORDS.has(word)).length;
  sums.distinct += new Set(words).size;
  sums.bytes += Buffer.byteLength(text);
  sums.ratio += gzipSync(text, { level: 6 }).length / Buffer.byteLength(text);
  for (const word of words) forms.set(word, (forms.get(word) ?? 0) + 1);
}
