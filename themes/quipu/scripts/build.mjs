// Makes the scripts in the theme's static folder of the sources here.

import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";

// Properties of the search's own objects, which may be called anything. None may be a
// name that it uses of the browser's, or that the template gives (`data-…`).
const OWN = `
  addForms allowed anchor answer at backwards bits body clauses coded common context corrections
  count counts data document documents edition endings excluded extra facetPlace facets file
  filtered filters first forms form forwards fragment heading hits impacts inflected isEmpty
  isExcluded isPhrase isTyping keep kind label labels languages lexicon matchesOf meanings
  mistakes names number offer others own parameters parse parts phrase piece place positions
  postings ranks rarity rest rice rising rootFile same score scores sections shards
  showFacets similar slug slugs sortLists source stem stems stops
  stretch summary symbols synonyms tellMore titles total unknownWords unseen url versions
  whole words worth written year
`.trim().split(/\s+/);

const source = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The scripts, by name. */
export async function scripts() {
  return { ...(await searchScripts()), ...(await readerScripts()) };
}

async function searchScripts() {
  const scripts = await bundled({
    entryPoints: { search: source("search/page.js"), "search-more": source("search/search-more.js") },
    mangleCache: {}, // for both scripts to call properties the same
    mangleProps: RegExp(`^(${OWN.join("|")})$`),
  });
  const version = createHash("sha256").update(scripts["search-more.js"]).digest("hex").slice(0, 6);
  scripts["search.js"] = scripts["search.js"].replace("VERSION", version);
  return scripts;
}

function readerScripts() {
  const names = ["comparison", "list", "municipality", "my-list"];
  return bundled({ entryPoints: Object.fromEntries(names.map((name) => [name, source(`reader/${name}.js`)])) });
}

async function bundled(options) {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    format: "iife",
    minifySyntax: true,
    outdir: "static",
    supported: { "regexp-unicode-property-escapes": true },
    target: ["chrome80", "firefox78"],
    write: false,
  });
  const scripts = {};
  for (const { path, text } of outputFiles) scripts[basename(path)] = await minified(text);
  return scripts;
}

async function minified(text) {
  const { code } = await minify(text, {
    compress: { hoist_funs: true, keep_fargs: false, passes: 8, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
    ecma: 2020,
    format: { ascii_only: true },
    toplevel: true,
  });
  return code + "\n";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, code] of Object.entries(await scripts())) {
    await writeFile(new URL(`../static/${name}`, import.meta.url), code);
    console.log(`${name}: ${Buffer.byteLength(code)} bytes`);
  }
}
