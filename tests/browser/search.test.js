// The search page in Chromium and Firefox, with the real content.

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

    test("a mistake is forgiven and told", async () => {
      assert.ok((await search(site, "municpalidad")).length > 0);
      assert.match(await text(site, "#search-notes"), /se buscó «municipalidad»/);
      assert.ok((await search(site, "sanmartin")).length > 1);
    });

    test("phrases, exclusions and fields are understood", async () => {
      const apart = await search(site, "agua potable");
      const together = await search(site, '"agua potable"');
      assert.ok(together.length > 0 && together.length <= apart.length);
      const without = await search(site, "educación -piura");
      assert.ok(without.length > 0 && without.length < (await search(site, "educación")).length);
      const field = await search(site, "salud region:loreto");
      assert.deepEqual(field, await search(site, "salud", { region: "loreto" }));
    });

    test("a synonym finds what is written otherwise", async () => {
      assert.ok((await search(site, "DCI")).some((title) => /desnutrición crónica infantil/i.test(title)));
    });

    test("several terms of a facet are chosen, counted, and undone by the back button", async () => {
      await goto(site, "buscar.html#q=gobierno");
      await settled(site);
      const all = await count(site);
      await openFacet(site, "region");
      const loreto = await choose(site, "region", "loreto");
      assert.equal(await count(site), loreto);
      const piura = await choose(site, "region", "piura");
      assert.equal(await count(site), loreto + piura);
      assert.match(site.page.url(), /region=loreto&region=piura/);
      await site.page.goBack();
      await counted(site, loreto);
      await site.page.goBack();
      await counted(site, all);
    });

    test("results are sorted by title and by date", async () => {
      const found = await search(site, "gobierno", { sort: "title" });
      const compare = new Intl.Collator("es").compare;
      const plain = found.filter((title) => /^[A-Z]/.test(title));
      assert.deepEqual(plain, [...plain].sort(compare));
      assert.notDeepEqual(await search(site, "gobierno", { sort: "date" }), found);
    });

    test("results link to the section that has the words", async () => {
      await search(site, "sedimentos");
      const links = await site.page.$$eval("#search-results .meta a", (links) => links.map((link) => link.href));
      assert.ok(links.some((link) => /agua-moyobamba\.html#el-problema$/.test(link)), links.join("; "));
    });

    test("arrows lead from the field through the results and back", async () => {
      await search(site, "salud");
      await site.page.focus("#q");
      await site.page.keyboard.press("ArrowDown");
      await site.page.keyboard.press("ArrowDown");
      const focused = () => site.page.evaluate(() => document.activeElement.textContent);
      assert.equal(await focused(), (await titles(site))[1]);
      await site.page.keyboard.press("ArrowUp");
      await site.page.keyboard.press("ArrowUp");
      assert.equal(await site.page.evaluate(() => document.activeElement.id), "q");
    });

    test("a query that finds nothing leads on", async () => {
      await search(site, "xyzzyqwerty");
      const links = await site.page.$$eval("#search-near a", (links) => links.filter((link) => link.offsetParent).length);
      assert.ok(links > 3);
    });

    test("the header's field leads to results from any page", async () => {
      await goto(site, "casos/ara-san-martin.html");
      await site.page.type(".find input", "malaria");
      await Promise.all([site.page.waitForNavigation(), site.page.keyboard.press("Enter")]);
      await settled(site);
      assert.match(site.page.url(), /buscar\.html.*#q=malaria$/);
      assert.ok((await titles(site)).length > 0);
    });

    test("no message in the console", () => assert.deepEqual(site.messages, []));
  });
}

async function goto(site, path) {
  // about:blank forces a new document: a change of the fragment alone would not reload.
  await site.page.goto("about:blank");
  await site.page.goto(site.base + path, { waitUntil: "load" });
}

async function search(site, query, filters = {}) {
  const parameters = Object.entries({ q: query, ...filters }).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  await goto(site, `buscar.html#${parameters.join("&")}`);
  await settled(site);
  return titles(site);
}

// Waits for the results, which are complete once the status is set, and expands all of them.
async function settled(site) {
  await site.page.waitForFunction(
    () => {
      const status = document.getElementById("search-status").textContent;
      return status && !status.endsWith("…");
    },
    { timeout: 20_000 },
  );
  // Later key presses may still be pending.
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

// Returns the number of results that the status shows.
async function count(site) {
  return Number.parseInt((await status(site)).match(/\d+/)[0], 10);
}

function counted(site, wanted) {
  const says = (wanted) => document.getElementById("search-status").textContent.match(/\d+/)?.[0] === String(wanted);
  return site.page.waitForFunction(says, { timeout: 20_000 }, wanted);
}

async function openFacet(site, key) {
  await site.page.$eval(`details[data-facet=${key}]`, (facet) => {
    for (let open = facet; open; open = open.parentElement.closest("details")) open.open = true;
  });
  await site.page.waitForSelector(`details[data-facet=${key}] input`, { timeout: 20_000 });
}

// Selects a term of a facet. Returns the count that was shown beside it.
async function choose(site, key, slug) {
  const box = `details[data-facet=${key}] input[value=${slug}]`;
  const beside = await site.page.$eval(box, (input) => Number(input.parentElement.querySelector(".count").textContent));
  const before = await status(site);
  await site.page.click(box);
  await site.page.waitForFunction(
    (before) => document.getElementById("search-status").textContent !== before,
    { timeout: 20_000 },
    before,
  );
  return beside;
}

function text(site, selector) {
  return site.page.$eval(selector, (element) => element.textContent);
}

function titles(site) {
  return site.page.$$eval("#search-results h2", (headings) => headings.map((heading) => heading.textContent));
}

function status(site) {
  return site.page.$eval("#search-status", (element) => element.textContent);
}
