// The search page, in real browsers, over the real content.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { WAYS, open } from "./harness.js";

for (const [browser, transport] of WAYS) {
  describe(`search in ${browser} over ${transport}`, { timeout: 300_000 }, () => {
    let site;
    before(async () => (site = await open(browser, transport)));
    after(() => site.close());

    test("the environmental authority is first for gestion ambiental", async () => {
      const titles = await search(site, "gestion ambiental");
      assert.match(titles[0], /Autoridad Regional Ambiental/);
    });

    test("case and accents do not matter", async () => {
      const plain = await search(site, "educación");
      assert.ok(plain.length > 1);
      assert.deepEqual(await search(site, "EDUCACION"), plain);
      assert.deepEqual(await search(site, "educacion"), plain);
    });

    test("inflected forms meet", async () => {
      assert.ok((await search(site, "educativos")).length > 1);
    });

    test("a word is found while it is typed", async () => {
      const titles = await search(site, "desnutr");
      assert.ok(titles.some((title) => /desnutrición|PAIMNI/i.test(title)), titles.join("; "));
    });

    test("a region filter narrows the results", async () => {
      for (const query of ["educación", "gestion ambiental"]) {
        const all = await search(site, query);
        const some = await search(site, query, { region: "san-martin" });
        assert.ok(some.length > 0 && some.length < all.length, `${query}: ${some.length} of ${all.length}`);
      }
    });

    test("sector and model filters narrow too, and work without words", async () => {
      const health = await search(site, "", { sector: "salud" });
      const model = await search(site, "", { management_model: "autoridad-ambiental-regional" });
      assert.ok(health.length > 0 && model.length > 0);
      assert.ok(model.some((title) => /Autoridad Regional Ambiental/.test(title)));
    });

    test("the words that were found are marked in the excerpt", async () => {
      await search(site, "desnutricion cronica");
      const marks = await site.page.$$eval("#search-results mark", (marks) => marks.map((mark) => mark.textContent));
      assert.ok(marks.some((mark) => mark.toLowerCase() === "desnutrición"), marks.join("; "));
    });

    test("typing changes the results and the address", async () => {
      await goto(site, "buscar.html");
      await site.page.type("#q", "salud");
      await settled(site);
      assert.match(site.page.url(), /#q=salud$/);
      assert.ok((await titles(site)).length > 0);
    });

    test("nothing found is said in words", async () => {
      assert.deepEqual(await search(site, "xyzzyqwerty"), []);
      assert.match(await status(site), /No se encontró nada/);
    });

    test("the home page's field leads to results", async () => {
      await goto(site, "index.html");
      await site.page.type("#q", "alerta");
      await Promise.all([site.page.waitForNavigation(), site.page.keyboard.press("Enter")]);
      await settled(site);
      assert.ok((await titles(site)).length > 0, await status(site));
    });

    test("English readers get English pages first and results in English", async () => {
      await goto(site, "en/buscar.html#q=environmental+authority".replace("+", "%20"));
      await settled(site);
      const links = await site.page.$$eval("#search-results h2 a", (links) => links.map((link) => link.href));
      assert.match(links[0], /\/en\/casos\/ara-san-martin\.html$/);
    });

    test("no message in the console", () => assert.deepEqual(site.messages, []));
  });
}

async function goto(site, path) {
  // A new document each time: an address that differs in its fragment alone would not load one.
  await site.page.goto("about:blank");
  await site.page.goto(site.base + path, { waitUntil: "load" });
}

async function search(site, query, filters = {}) {
  const parameters = Object.entries({ q: query, ...filters }).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  await goto(site, `buscar.html#${parameters.join("&")}`);
  await settled(site);
  return titles(site);
}

// Results are there once the status has a word to say on them.
async function settled(site) {
  await site.page.waitForFunction(
    () => {
      const status = document.getElementById("search-status").textContent;
      return status && !status.endsWith("…");
    },
    { timeout: 20_000 },
  );
  // Later key presses may still be under way.
  await new Promise((resolve) => setTimeout(resolve, 250));
  while (await site.page.$(".more button")) {
    const before = (await titles(site)).length;
    await site.page.$eval(".more button", (button) => button.click());
    await site.page.waitForFunction(
      (count) => document.querySelectorAll("#search-results h2").length > count,
      {},
      before,
    );
  }
}

function titles(site) {
  return site.page.$$eval("#search-results h2", (headings) => headings.map((heading) => heading.textContent));
}

function status(site) {
  return site.page.$eval("#search-status", (element) => element.textContent);
}
