// The search of a site that carries old theme files with it, opened from a USB stick.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open } from "./harness.js";
import { siteWithOldTheme } from "./sites.js";

let built;
let site;
before(async () => {
  built = await siteWithOldTheme();
  site = await open("chromium", "file", built.folder);
});
after(async () => {
  await site?.close();
  await built?.remove();
});

test("search finds a case with the program's scripts", { timeout: 60_000 }, async () => {
  await site.page.goto(`${site.base}buscar.html#q=adopto`, { waitUntil: "load" });
  await site.page.waitForSelector("#search-results h2", { timeout: 20_000 });
  const titles = await site.page.$$eval("#search-results h2", (headings) => headings.map((heading) => heading.textContent));
  assert.ok(titles.length > 0);
  assert.deepEqual(site.messages, []);
});
