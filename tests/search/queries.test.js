// Answers the queries of queries.json on a small site, as the search page does; the suite of
// the program answers the same. Needs no browser, but the program, to build the site.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

import { openSearch } from "../../themes/quipu/scripts/search/engine.js";
import { excerpt, marks } from "../../themes/quipu/scripts/search/excerpt.js";
import { more } from "../../themes/quipu/scripts/search/more.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const QUIPU = process.env.QUIPU ?? here("../../target/debug/quipu");

const site = mkdtempSync(join(tmpdir(), "quipu-queries-"));

before(() => {
  cpSync(here("../fixtures/ten-cases"), site, { recursive: true });
  execFileSync(QUIPU, ["--root", site, "--quiet", "build"]);
});

after(() => rmSync(site, { recursive: true, force: true }));

/** Runs a script of the index, which passes its data to a callback, like the page. */
async function load(path) {
  const [name, version] = path.split("?");
  if (name === "../search-more") return more;
  const script = readFileSync(join(site, "public/quipu/search", `${name}.js`), "utf16le");
  const passed = {};
  runInNewContext(script, { quipu: (name, data) => (passed[name] = data) });
  // Fragments are identified by number, all other files by a string.
  return passed[version ? name.split("/")[1] : name];
}

for (const expected of JSON.parse(readFileSync(here("queries.json"), "utf8"))) {
  const { query, language = "es", sort = "", why } = expected;
  const title = [`«${query}» finds its documents`, language, sort, why].filter(Boolean).join(", ");
  test(title, async () => {
    const search = await openSearch(load, language);
    const found = await search.answer(query, [], sort);
    const fragments = await Promise.all(found.hits.map(search.fragment));
    assert.deepEqual(fragments.map(({ url }) => url), expected.results);
    assert.equal(found.whole, expected.whole ?? 0);
    assert.deepEqual(found.corrections, expected.corrections ?? []);
    assert.deepEqual(found.unknownWords, expected.unknown ?? []);
    if (expected.scores) assert.deepEqual(found.hits.map((hit) => found.scores[hit]), expected.scores);
    if (expected.excerpts) {
      const parts = marks(found.forms);
      const excerpts = fragments.map((fragment) => {
        const { stretch, source } = excerpt(fragment, parts);
        return [stretch, source?.anchor || null];
      });
      assert.deepEqual(excerpts, expected.excerpts);
    }
  });
}
