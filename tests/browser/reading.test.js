// Client-side features other than search: the list of cases, comparison, similar places, the
// map, the matrix and the language switch.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { WAYS, open } from "./harness.js";

const CASES = ["casos/agua-moyobamba", "casos/pias-amazonia", "casos/malaria-cero-loreto"];
const FIVE = [...CASES, "casos/ara-san-martin", "casos/paimni-san-martin"];

for (const [browser, transport] of WAYS) {
  describe(`a reader in ${browser} over ${transport}`, { timeout: 300_000 }, () => {
    let site;
    let page;
    before(async () => ({ page } = site = await open(browser, transport)));
    after(() => site.close());

    const goto = async (path) => {
      await page.goto("about:blank");
      await page.goto(site.base + path, { waitUntil: "load" });
    };
    const text = (selector) => page.$eval(selector, (element) => element.textContent);
    const texts = (selector) => page.$$eval(selector, (elements) => elements.map((element) => element.textContent));
    const until = (condition, ...values) => page.waitForFunction(condition, { timeout: 20_000 }, ...values);
    const followed = (action) => Promise.all([page.waitForNavigation(), action()]);

    test("keeps cases in a list that every page counts", async () => {
      for (const name of CASES) {
        await goto(`${name}.html`);
        await page.click("[data-keep]");
        assert.equal(await text("[data-keep]"), "Quitar de mi lista");
      }
      await goto("index.html");
      assert.equal(await text("#my-list"), "Mi lista (3)");
      await goto("mi-lista.html");
      await until(() => document.querySelectorAll(".kept .small:not(:empty)").length === 3);
      assert.match((await texts(".kept a"))[0], /Agua de Moyobamba/);
      await page.$$eval(".kept button", (buttons) => buttons[0].click());
      assert.equal((await texts(".kept a")).length, 2);
      await goto(`${CASES[0]}.html`);
      assert.equal(await text("[data-keep]"), "Guardar en mi lista");
    });

    test("compares the cases chosen from the list", async () => {
      await goto("mi-lista.html");
      const isDisabled = () => page.$eval("button[data-compare]", (button) => button.disabled);
      assert.ok(await isDisabled());
      await page.$$eval(".kept input", (boxes) => boxes.forEach((box) => box.click()));
      assert.ok(!(await isDisabled()));
      await followed(() => page.click("button[data-compare]"));
      await until(() => document.querySelectorAll(".comparison thead a").length === 2);
      const rows = await page.$$eval(".comparison tbody tr", (rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
      assert.deepEqual(rows[0], ["Región", "Loreto, Ucayali, Puno", "Loreto"]);
      assert.match(rows.find(([fact]) => fact === "Resultados en cifras")[2], /Antes: 50 \(2017\) · Después: 12 \(2020\)/);
    });

    test("compares four cases, and no fifth", async () => {
      await goto(`mi-lista.html#${FIVE.join(",")}`);
      await until(() => document.querySelectorAll(".kept .small:not(:empty)").length === 5);
      const canCompare = () => page.$eval("button[data-compare]", (button) => !button.disabled);
      const choose = (at) => page.$$eval(".kept input", (boxes, at) => boxes[at].click(), at);
      for (const at of [0, 1, 2, 3]) await choose(at);
      assert.ok(await canCompare());
      await choose(4);
      assert.ok(!(await canCompare()));
      await choose(4);
      await followed(() => page.click("button[data-compare]"));
      await until(() => document.querySelectorAll(".comparison thead a").length === 4);
      const widths = await page.$$eval(".comparison tbody tr", (rows) => rows.map((row) => row.cells.length));
      assert.deepEqual(new Set(widths), new Set([5]));
      await goto(`comparar.html#${FIVE.join(",")}`);
      await until(() => document.querySelectorAll(".comparison thead a").length > 0);
      assert.deepEqual(await page.$$eval(".comparison thead a", (links) => links.map((link) => link.getAttribute("href"))), FIVE.slice(0, 4).map((name) => `${name}.html`));
    });

    test("takes a case out of a comparison, and opens one that is not there", async () => {
      await goto(`comparar.html#${CASES.join(",")}`);
      await until(() => document.querySelectorAll(".comparison thead button").length === 3);
      await page.$eval(".comparison thead button", (button) => button.click());
      await until(() => document.querySelectorAll(".comparison thead a").length === 2);
      await goto(`comparar.html#${CASES[0]},${CASES[1]},casos/no-esta`);
      await until(() => document.querySelector("#comparison [role=status]").textContent.includes("no-esta"));
      await goto("comparar.html#https://ejemplo.org/casos,javascript:alert(1)");
      assert.ok(await page.$eval("#comparison [data-empty]", (empty) => !empty.hidden));
      assert.equal(await page.$("iframe"), null);
    });

    test("is shown a list that somebody shared, and keeps it", async () => {
      await goto(`mi-lista.html#${CASES[0]},${CASES[2]}`);
      await until(() => document.querySelectorAll(".kept .small:not(:empty)").length === 2);
      await page.click("button[data-keep-all]");
      await until(() => document.querySelector("#my-list").textContent.includes("(3)"));
      await until(() => document.querySelectorAll(".kept a").length === 3);
    });

    test("takes the list along as one file", async () => {
      await goto(`mi-lista.html#${CASES[0]},${CASES[2]}`);
      await page.click("button[data-save]");
      await until(() => document.querySelector("#list-page [data-status]").textContent.includes("2 casos"));
      const file = await downloaded(join(site.downloads, "mi-lista.html"));
      assert.match(file, /<h2>Agua de Moyobamba/);
      assert.match(file, /<h2 ?[^>]*>El problema<\/h2>/);
      assert.doesNotMatch(file, /<script|<img|<svg| on\w+=| href="(?!https?:)/);
    });

    test("finds cases of places like the own, and why they are alike", async () => {
      await goto("mi-municipalidad.html");
      await page.select("#q-department", "22");
      await until(() => document.querySelector("#q-province").options.length > 5);
      await page.select("#q-province", "2205");
      await until(() => document.querySelector("#q-district").options.length > 5);
      await page.select("#q-district", "220505");
      await until(() => document.querySelector(".place ul a"));
      const names = await texts(".place h2");
      assert.match(names[0], /Cuñumbuqui, Lamas, San Martín el lugar que eligió/);
      const shares = names.slice(1).map((name) => Number(name.match(/(\d+)\s% de parecido/)[1]));
      assert.deepEqual(shares, [...shares].sort((a, b) => b - a));
      assert.match(await text(".place:nth-child(2) [data-factor=nature]"), /selva baja.*selva baja.*100\s%/);
      assert.match(page.url(), /#ubigeo=220505$/);
    });

    test("weighs what makes places alike, and the address keeps it", async () => {
      await goto("mi-municipalidad.html#ubigeo=220505&sector=salud");
      await until(() => document.querySelectorAll(".place ul a").length > 1);
      const before = await texts(".place h2");
      await page.$eval(".weights", (weights) => (weights.open = true));
      for (const factor of ["nature", "altitude", "poverty", "population"]) {
        await page.$eval(`#q-${factor}`, (field) => {
          field.value = 0;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        });
      }
      assert.match(page.url(), /nature=0&altitude=0&population=0&poverty=0/);
      const now = await texts(".place h2");
      assert.notDeepEqual(now, before);
      await goto("mi-municipalidad.html" + new URL(page.url()).hash);
      await until((count) => document.querySelectorAll(".place h2").length === count, now.length);
      assert.deepEqual(await texts(".place h2"), now);
    });

    test("follows the map to a region by mouse and by keyboard", async () => {
      const link = (region) => `.map a[href='region/${region}.html']`;
      const follow = async (region, action) => {
        await goto("index.html");
        assert.match(await text(`${link(region)} title`), /: (\d+ casos?|ningún caso)$/);
        await followed(action);
        assert.match(page.url(), new RegExp(`/region/${region}\\.html$`));
      };
      await follow("loreto", () => page.click(link("loreto")));
      // Callao is too small on the map; a circle beside it links to it, too.
      await follow("callao", () => page.click(`${link("callao")} circle`));
      await follow("puno", async () => {
        await page.$eval(link("puno"), (area) => area.focus());
        await page.keyboard.press("Enter");
      });
      assert.equal(await text("h1"), "Puno");
    });

    test("follows the matrix to the cases it counts", async () => {
      await goto("matriz.html");
      const [count, name] = await page.$eval(".matrix td a", (cell) => [Number(cell.textContent), cell.getAttribute("aria-label")]);
      assert.match(name, new RegExp(`: ${count} caso`));
      await followed(() => page.click(".matrix td a"));
      await until((count) => document.querySelectorAll("#search-results h2").length === count, count);
    });

    test("skips to the content without losing what the address keeps", async () => {
      const path = `comparar.html#${CASES[0]},${CASES[1]}`;
      await goto(path);
      await until(() => document.querySelectorAll(".comparison thead a").length === 2);
      await page.focus(".skip");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.localName), "main");
      assert.ok(page.url().endsWith(path));
      assert.equal((await texts(".comparison thead a")).length, 2);
    });

    test("switches the language and stays on the page", async () => {
      for (const [here, there] of [["casos/pias-amazonia.html", "en/casos/pias-amazonia.html"], ["mi-municipalidad.html", "en/mi-municipalidad.html"], ["region/loreto.html", "en/region/loreto.html"]]) {
        await goto(here);
        await followed(() => page.click(".switch [lang=en]"));
        assert.ok(page.url().endsWith(there));
        assert.equal(await page.$eval("html", (root) => root.lang), "en");
      }
    });

    test("no message in the console, nothing from another host", () => {
      assert.deepEqual(site.messages.filter((message) => !/no-esta/.test(message)), []);
      assert.deepEqual(site.outside.filter((host) => !/(mozilla\.(com|net|org)|firefox\.com|google(apis)?\.com|gstatic\.com)/.test(host)), []);
    });
  });
}

/** Returns the text of a downloaded file once it is complete. */
async function downloaded(file) {
  for (;;) {
    const text = await readFile(file, "utf8").catch(() => "");
    if (text.endsWith("</html>\n")) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
