import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { KINDS, isMeant } from "./judged.mjs";

const queries = parse(readFileSync(new URL("queries.yaml", import.meta.url), "utf8"));

test("there are queries enough of every kind", () => {
  for (const [language, least] of [["es", 8], ["en", 2]]) {
    for (const kind of KINDS) {
      const count = queries.filter((query) => query.lang === language && query.kind === kind).length;
      assert.ok(count >= least, `${count} ${language} ${kind}`);
    }
  }
});

test("no query stands twice, and phrases stand in quotes", () => {
  const names = queries.map(({ lang, kind, query }) => `${lang} ${kind} ${query}`);
  assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
  for (const { kind, query } of queries) assert.equal(kind === "phrase", /^".+"$/.test(query), query);
});

test("every judged page is in the content, in the reader's edition", () => {
  const exists = (path) => existsSync(new URL(`../../content/${path}`, import.meta.url));
  for (const { lang, query, relevant } of queries) {
    for (const url of Object.keys(relevant)) {
      const path = url.replace(/^en\//, "").replace(/\.html$/, "");
      const translated = exists(`${path}.en.md`);
      assert.ok(exists(url.startsWith("en/") ? `${path}.en.md` : `${path}.md`), `${query}: ${url}`);
      assert.equal(url.startsWith("en/"), lang === "en" && translated, `${query}: ${url}`);
    }
  }
});

test("generated cases are meant by their terms or their place", () => {
  const generated = {
    title: "Red de cafetales en Santa Rosa, El Dorado",
    front: { region: "san-martin", sector: ["ambiente", "salud"], provincia: "El Dorado" },
  };
  assert.ok(isMeant(generated, { region: "san-martin", sector: "salud" }));
  assert.ok(!isMeant(generated, { region: "san-martin", sector: "educacion" }));
  assert.ok(isMeant(generated, { place: "El Dorado" }));
  assert.ok(!isMeant(generated, { place: "Rosario" }));
});
