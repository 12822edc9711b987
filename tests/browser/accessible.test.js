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
  "datos/index.html", "mapa-del-sitio.html", "glosario.html", "mi-municipalidad.html#ubigeo=220505", "mi-lista.html",
  "mi-lista.html#casos/pias-amazonia,casos/agua-moyobamba", "comparar.html#casos/pias-amazonia,casos/agua-moyobamba", "paginas/acerca.html", "paginas/ayuda/mensajes.html", "404.html",
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

    // 640 px is what 1280 px leave at 200 % zoom.
    for (const width of [320, 640]) {
      test(`${path} needs no scrolling sideways at ${width} px`, async () => {
        await show(site.page, site.base + path, "light", width);
        assert.equal(await site.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      });
    }

    test(`${path} is reached by keyboard alone, and shows where the focus is`, async () => {
      const { page } = site;
      await show(page, site.base + path, "light", 1280);
      const count = await page.evaluate(markFocusable);
      assert.ok(count > 10, `only ${count} places to go`);
      for (let presses = 0; presses < count * 2; presses++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(meetFocused)) break;
      }
      assert.deepEqual(await page.evaluate(() => [window.unmet.size ? [...window.unmet].map((it) => it.outerHTML.slice(0, 200)) : [], window.unseen]), [[], []]);
    });
  }
});

/** Remembers all that a keyboard should reach. */
function markFocusable() {
  const elements = document.querySelectorAll("a[href], button:enabled, input, select:enabled, summary, [tabindex='0']");
  window.unmet = new Set([...elements].filter((element) => element.checkVisibility({ visibilityProperty: true })));
  window.unseen = [];
  return window.unmet.size;
}

/** Forgets what has the focus; tells whether nothing is left. */
function meetFocused() {
  const focused = document.activeElement;
  const isShown = (element) => {
    const { outlineStyle, strokeWidth } = getComputedStyle(element);
    return outlineStyle !== "none" || parseFloat(strokeWidth) > 4;
  };
  if (window.unmet.delete(focused) && ![focused, ...focused.children].some(isShown)) window.unseen.push(focused.outerHTML.slice(0, 200));
  return !window.unmet.size;
}

async function show(page, address, scheme, width) {
  await page.setBypassCSP(true);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setViewport({ width, height: 800 });
  await page.goto("about:blank");
  await page.goto(address);
  // Some pages load what they show.
  if (address.includes("#")) await page.waitForNetworkIdle({ idleTime: 300 });
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
