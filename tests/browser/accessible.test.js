// axe-core finds nothing on any kind of page, nor on the search page: empty, with results,
// with filters open.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { open } from "./harness.js";

const AXE = fileURLToPath(new URL("node_modules/axe-core/axe.min.js", import.meta.url));

const PAGES = {
  empty: "buscar.html",
  "with results": "buscar.html#q=agua%20potable",
  "with a mistake and filters open": "buscar.html#q=municpalidad&region=loreto",
  "without results": "buscar.html#q=xyzzyqwerty",
  "in English": "en/buscar.html#q=health",
};

const KINDS = [
  "index.html", "casos/index.html", "casos/pias-amazonia.html", "casos/agua-moyobamba.html#replicar",
  "modelos/plataformas-itinerantes.html", "modelos/index.html", "region/index.html", "region/loreto.html", "matriz.html",
  "datos/index.html", "mapa-del-sitio.html", "paginas/acerca.html", "paginas/ayuda/mensajes.html", "404.html",
  "en/casos/pias-amazonia.html",
];

describe("every kind of page", { timeout: 300_000 }, () => {
  let site;
  before(async () => (site = await open("chromium", "http")));
  after(() => site.close());

  for (const path of KINDS) {
    test(`${path} is accessible, light and dark, 360 and 1280 px wide`, async () => {
      for (const scheme of ["light", "dark"]) {
        for (const width of [360, 1280]) {
          await show(site.page, site.base + path, scheme, width);
          assert.deepEqual(await violations(site.page), [], `${scheme}, ${width} px`);
        }
      }
    });

    test(`${path} needs no scrolling sideways at 320 px`, async () => {
      await show(site.page, site.base + path, "light", 320);
      assert.equal(await site.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    });
  }
});

async function show(page, address, scheme, width) {
  await page.setBypassCSP(true);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setViewport({ width, height: 800 });
  await page.goto("about:blank");
  await page.goto(address);
}

async function violations(page) {
  await page.evaluate(await readFile(AXE, "utf8"));
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

describe("the search page", { timeout: 300_000 }, () => {
  let site;
  before(async () => (site = await open("chromium", "http")));
  after(() => site.close());

  for (const [name, path] of Object.entries(PAGES)) {
    for (const scheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        test(`is accessible ${name}, ${scheme}, ${width} px wide`, async () => {
          const { page } = site;
          await show(page, site.base + path, scheme, width);
          await page.waitForFunction(
            (isEmpty) => isEmpty || /[^…]$/.test(document.getElementById("search-status").textContent),
            { timeout: 20_000 },
            name === "empty",
          );
          if (name.includes("filters")) await page.waitForSelector("details[data-facet=region] input");
          assert.deepEqual(await violations(page), []);
        });
      }
    }
  }
});
