// The client-side scripts: up to date with their sources, small enough, and with the same
// answers to every judged query as the binary. Needs no browser.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const SOURCES = at("themes/quipu/scripts");
const source = (name) => import(new URL(`../../themes/quipu/scripts/search/${name}`, import.meta.url));
const SITE = process.env.QUIPU_SITE;
const BINARY = process.env.QUIPU ?? at("target/debug/quipu");
const MOST_BYTES = 12 * 1024;
const RESULTS = 50;

describe("the reader's scripts", { timeout: 300_000 }, () => {
  let built;

  before(async () => {
    if (!existsSync(join(SOURCES, "node_modules"))) {
      await run("npm", ["ci", "--silent", "--no-audit", "--no-fund"], { cwd: SOURCES });
    }
    const { scripts } = await import(new URL("../../themes/quipu/scripts/build.mjs", import.meta.url));
    built = await scripts();
  });

  test("are what the sources make", async () => {
    assert.deepEqual(Object.keys(built).sort(), ["comparison.js", "list.js", "municipality.js", "my-list.js", "search-more.js", "search.js"]);
    for (const [name, text] of Object.entries(built)) {
      const kept = await readFile(at(`themes/quipu/static/${name}`), "utf8");
      assert.ok(kept === text, `${name} is of other sources: run \`npm run build\` in themes/quipu/scripts`);
    }
  });

  test("are in the site", async () => {
    for (const [name, text] of Object.entries(built)) {
      assert.ok((await readFile(join(SITE, "quipu", name), "utf8")) === text, `${name} of the site is another`);
    }
  });

  test("take at most 12 KB for a search like most", () => {
    const bytes = Buffer.byteLength(built["search.js"]);
    assert.ok(bytes <= MOST_BYTES, `search.js has ${bytes} bytes`);
  });

  test("write no name of the template's another way", async () => {
    const template = await readFile(at("themes/quipu/templates/search.html"), "utf8");
    const names = Array.from(template.matchAll(/\bdata-([a-z]+)=/g), ([, name]) => name);
    assert.ok(names.includes("root") && names.includes("facet"));
    const all = Object.values(built).join("");
    for (const name of names) assert.match(all, new RegExp(`\\b${name}\\b`), `data-${name}`);
  });
});

describe("the reader and the program", { timeout: 600_000 }, () => {
  let queries;
  const searches = {};
  let excerpt;
  let marks;
  let more;

  before(async () => {
    const yaml = await readFile(at("tests/relevance/queries.yaml"), "utf8");
    const pattern = /^- kind: .+\n {2}lang: (\w+)\n {2}query: (".*")$/gm;
    queries = Array.from(yaml.matchAll(pattern), ([, language, query]) => ({ language, query: JSON.parse(query) }));
    assert.equal(queries.length, yaml.match(/^- /gm).length, "a query that this test cannot read");
    const { openSearch } = await source("engine.js");
    ({ more } = await source("more.js"));
    ({ excerpt, marks } = await source("excerpt.js"));
    for (const language of ["es", "en"]) searches[language] = await openSearch((path) => load(path, more), language);
  });

  test("answer every judged query alike", async () => {
    for (const { language, query } of queries) await compare(language, query);
  });

  test("answer what those do not ask alike", async () => {
    const others = [
      "", "agua -potable", '-"agua potable" agua', '"agua potable"', '"de agua potable"', "region:loreto",
      "region:loreto salud", "-region:loreto salud", 'region:"san martín" educacion', "municpalidad", "saludcomunitaria",
      "gestionando", "xyzzyqwerty", "agua xyzzyqwerty", "e", "edu", "dci", "desnutricion cronica infantil",
    ];
    for (const query of others) await compare("es", query);
  });

  test("put what they found in the same orders", async () => {
    for (const order of ["date", "title"]) {
      for (const query of ["gobierno", "agua potable loreto", "sector:salud"]) await compare("es", query, order);
    }
  });

  test("count how many documents each term of a facet leaves", async () => {
    const search = searches.es;
    for (const query of ["gobierno", "salud -agua", "region:loreto", ""]) {
      const found = await search.answer(query);
      for (const [place, [names]] of search.rootFile.facets.entries()) {
        for (const { slug, total } of await more.counts(search, found, place)) {
          const chosen = await search.answer(query, [{ facetPlace: place, slugs: [slug] }]);
          assert.equal(chosen.hits.length, total, `${query}: ${names} ${slug}`);
        }
      }
    }
  });

  async function compare(language, query, order = "") {
    const search = searches[language];
    const found = await search.answer(query, [], order);
    const results = [];
    for (const document of found.hits.slice(0, RESULTS)) {
      const fragment = await search.fragment(document);
      const { stretch, source } = excerpt(fragment, marks(found.forms));
      const anchor = (source && source.anchor) || null;
      results.push({ url: fragment.url, title: fragment.title, score: Math.floor(found.scores[document] * 64 + 0.5), excerpt: stretch, anchor });
    }
    const own = { count: found.whole, corrections: found.corrections, unknown: found.unknownWords, results };
    const options = ["--lang", language, "search", "--format", "json", "--output", SITE, "--limit", String(RESULTS), "--sort", order || "relevance", "--", query];
    const { stdout } = await run(BINARY, options, { maxBuffer: 1 << 26 });
    const { count, corrections, unknown, results: rows } = JSON.parse(stdout);
    const programs = rows.map(({ url, title, score, excerpt, anchor }) => ({ url, title, score: score * 64, excerpt, anchor }));
    assert.deepEqual(own, { count, corrections, unknown, results: programs }, `${language}: ${query} ${order}`);
  }
});

// Loads the data of an index file: the argument of the callback in its script.
async function load(path, more) {
  const [name] = path.split("?");
  if (name === "../search-more") return more;
  const script = (await readFile(join(SITE, "quipu/search", `${name}.js`))).toString("utf16le");
  return script.slice(script.indexOf(',"') + 2, -2);
}
