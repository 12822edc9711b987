// elasticlunr, with the Spanish of lunr-languages: one index that the page loads whole.

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn, sizeOf } from "../../measure/folder.mjs";
import { run } from "../../measure/process.mjs";
import { searchPage } from "./page.mjs";

const require = createRequire(import.meta.url);
const INDEXER = fileURLToPath(new URL("elasticlunr-index.mjs", import.meta.url));

const SCRIPTS = {
  "elasticlunr.js": require.resolve("elasticlunr/elasticlunr.min.js"),
  "lunr.stemmer.support.js": require.resolve("lunr-languages/lunr.stemmer.support.js"),
  "lunr.es.js": require.resolve("lunr-languages/lunr.es.js"),
};

const SCRIPT = `
const load = (address) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  Object.assign(script, { src: address, onload: resolve, onerror: reject });
  document.head.append(script);
});
await load("engine/elasticlunr.js");
// lunr-languages asks for a function of lunr that elasticlunr lacks.
elasticlunr.generateStopWordFilter = (words) => {
  const stopWords = new Set(words);
  return (word) => (stopWords.has(word) ? undefined : word);
};
self.lunr = elasticlunr;
await load("engine/lunr.stemmer.support.js");
await load("engine/lunr.es.js");
const { index, shown } = await (await fetch("engine/index.json")).json();
const loaded = elasticlunr.Index.load(index);
async function search(query) {
  const options = { expand: true, bool: "AND", fields: { title: { boost: 3 }, body: { boost: 1 } } };
  return loaded.search(query.toLowerCase(), options).slice(0, 10).map(({ ref }) => shown[ref]);
}
`;

export const elasticlunr = {
  name: "elasticlunr",
  version: () => require("elasticlunr/package.json").version,
  page: "buscar.html",
  counts: (path) => path.startsWith("/engine/"),

  index({ root, work }) {
    const folder = join(work, "elasticlunr");
    const engine = join(folder, "engine");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(engine, { recursive: true });
    for (const [name, path] of Object.entries(SCRIPTS)) copyFileSync(path, join(engine, name));
    writeFileSync(join(folder, "buscar.html"), searchPage(SCRIPT));
    const build = run([process.execPath, INDEXER, join(root, "content/casos"), join(engine, "index.json")]);
    if (!build.ok) return { failure: reason(build.errors) };
    return { folder, indexSeconds: build.seconds, totalSeconds: build.seconds, peakBytes: build.peakBytes, ...sizeOf(filesIn(engine)) };
  },
};

function reason(errors) {
  if (/heap out of memory/.test(errors)) return "out of memory while indexing";
  return errors.match(/^\w*Error: .*/m)?.[0] ?? "failed while indexing";
}
