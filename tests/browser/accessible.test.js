// Every kind of page passes axe-core, needs no horizontal scrolling, and is fully usable by
// keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { open } from "./harness.js";
import { publicSite, siteOfOtherKinds } from "./sites.js";

const AXE = await readFile(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");

const KINDS = [
  "index.html", "en/index.html",
  "casos/index.html", "casos/pagina-2.html", "en/casos/index.html",
  "casos/pias-amazonia.html", "casos/agua-moyobamba.html#replicar", "en/casos/pias-amazonia.html",
  "modelos/index.html", "modelos/plataformas-itinerantes.html", "modelos/plataformas-itinerantes.html#replicar",
  "en/modelos/autoridad-ambiental-regional.html",
  "region/index.html", "region/loreto.html", "en/region/loreto.html", "sector/salud.html", "nivel/regional.html",
  "estado/validado.html", "objetivo/reducir-brechas.html", "anio/2017.html", "matriz.html",
  "datos/index.html", "mapa-del-sitio.html", "glosario.html", "404.html",
  "mi-municipalidad.html", "mi-municipalidad.html#ubigeo=220505",
  "mi-lista.html", "mi-lista.html#casos/pias-amazonia,casos/agua-moyobamba",
  "comparar.html", "comparar.html#casos/pias-amazonia,casos/agua-moyobamba",
  "paginas/acerca.html", "paginas/ayuda/mensajes.html",
  // Search: empty, with results, with a typo and open filters, without results, in English.
  "buscar.html", "buscar.html#q=agua%20potable", "buscar.html#q=municpalidad&region=loreto", "buscar.html#q=xyzzyqwerty",
  "en/buscar.html#q=health",
];

const SITES = [
  ["the real site", null, KINDS],
  ["the real site with a public address", publicSite, ["index.html", "casos/malaria-cero-loreto.html", "sector/salud.html"]],
  ["a site of other kinds", siteOfOtherKinds, ["paginas/ayuda/index.html", "paginas/ayuda/como.html", "pueblo/awajun.html", "sector/salud/pagina-2.html"]],
];

/** Selectors that match once a page has loaded its data, by part of its URL. */
const LOADED = {
  "mi-municipalidad.html#": ".place ul a",
  "mi-lista.html#": ".kept:has(li):not(:has(.small:empty))",
  "comparar.html#": ".comparison thead a",
  "&region=": "details[data-facet=region] input",
};

/** The axe rules to run by colour scheme, default all. Dark differs from light only in colours. */
const RULES = { dark: ["color-contrast", "link-in-text-block"] };

for (const [name, build, paths] of SITES) {
  describe(`every kind of page of ${name}`, { timeout: 600_000 }, () => {
    let built;
    let site;
    let shown;
    before(async () => {
      built = await build?.();
      site = await open("chromium", "http", built?.folder);
    });
    after(async () => {
      await site.close();
      await built?.remove();
    });

    const show = async (path) => {
      if (shown !== path) await load(site.page, site.base + path);
      shown = path;
      return site.page;
    };

    for (const path of paths) {
      test(`${path} is accessible, light and dark, 360 and 1280 px wide`, async () => {
        const page = await show(path);
        await page.evaluate(AXE);
        for (const scheme of ["light", "dark"]) {
          for (const width of [360, 1280]) {
            await look(page, scheme, width);
            assert.deepEqual(await violations(page, RULES[scheme]), [], `${scheme}, ${width} px`);
          }
        }
      });

      // 640 px is the width of 1280 px at 200 % zoom.
      test(`${path} needs no scrolling sideways at 320 and 640 px`, async () => {
        const page = await show(path);
        for (const width of [320, 640]) {
          await look(page, "light", width);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, `${width} px`);
        }
      });

      test(`${path} is reached by keyboard alone, and shows where the focus is, at 360 and 1280 px`, async () => {
        const page = await show(path);
        for (const width of [360, 1280]) {
          await look(page, "light", width);
          const count = await page.evaluate(watchFocus);
          assert.ok(count > 10, `only ${count} places to go`);
          await press(page, "Tab", count);
          // Tables that need scrolling are additional tab stops.
          if (await page.evaluate(() => window.unmet.size)) await press(page, "Tab", count);
          assert.deepEqual(await page.evaluate(unmetAndUnseen), [[], []], `${width} px`);
        }
      });
    }
  });
}

test("a page that moved is accessible while it is shown", { timeout: 60_000 }, async () => {
  const built = await siteOfOtherKinds();
  const site = await open("chromium", "http", built.folder);
  try {
    await stay(site.page);
    await site.page.goto(`${site.base}ayuda-vieja.html`);
    assert.match(await site.page.$eval("a", (link) => link.href), /paginas\/ayuda\/como\.html$/);
    await site.page.evaluate(AXE);
    assert.deepEqual(await violations(site.page), []);
  } finally {
    await site.close();
    await built.remove();
  }
});

async function load(page, address) {
  await page.setBypassCSP(true);
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto("about:blank");
  await page.goto(address);
  if (address.includes("#q=")) await page.waitForFunction(() => /[^…]$/.test(document.getElementById("search-status").textContent));
  for (const [part, selector] of Object.entries(LOADED)) if (address.includes(part)) await page.waitForSelector(selector);
}

async function look(page, scheme, width) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setViewport({ width, height: 800 });
}

async function violations(page, rules) {
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const { violations } = await page.evaluate((options) => window.axe.run(options), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

function press(page, key, times) {
  return Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)));
}

/** Moves the focus to the top and records the focusable elements not reached yet. Returns their count. */
function watchFocus() {
  const elements = document.querySelectorAll("a[href], button:enabled, input, select:enabled, summary, [tabindex='0']");
  const isShown = (element) => {
    const { outlineStyle, strokeWidth } = getComputedStyle(element);
    return outlineStyle !== "none" || parseFloat(strokeWidth) > 4;
  };
  const meet = ({ target }) => {
    if (window.unmet.delete(target) && ![target, ...target.children].some(isShown)) window.unseen.push(target);
  };
  if (!window.unmet) document.addEventListener("focusin", meet);
  window.unmet = new Set([...elements].filter((element) => element.checkVisibility({ visibilityProperty: true })));
  window.unseen = [];
  document.activeElement.blur();
  getSelection().setPosition(document.body, 0);
  return window.unmet.size;
}

function unmetAndUnseen() {
  return [[...window.unmet], window.unseen].map((elements) => elements.map((element) => element.outerHTML.slice(0, 200)));
}

/** Lets only the first navigation through; 204 No Content keeps the browser on the page. */
async function stay(page) {
  let isOpen = false;
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.isNavigationRequest() && isOpen) return request.respond({ status: 204 });
    isOpen ||= request.isNavigationRequest();
    return request.continue();
  });
}
