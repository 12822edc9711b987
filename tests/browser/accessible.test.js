// axe-core finds nothing on the search page: empty, with results, with filters open.

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

describe("the search page", { timeout: 300_000 }, () => {
  let site;
  before(async () => (site = await open("chromium", "http")));
  after(() => site.close());

  for (const [name, path] of Object.entries(PAGES)) {
    for (const scheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        test(`is accessible ${name}, ${scheme}, ${width} px wide`, async () => {
          const { page } = site;
          await page.setBypassCSP(true);
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          await page.setViewport({ width, height: 800 });
          await page.goto("about:blank");
          await page.goto(site.base + path);
          await page.waitForFunction(
            (isEmpty) => isEmpty || /[^…]$/.test(document.getElementById("search-status").textContent),
            { timeout: 20_000 },
            name === "empty",
          );
          if (name.includes("filters")) await page.waitForSelector("details[data-facet=region] input");
          await page.evaluate(await readFile(AXE, "utf8"));
          const { violations } = await page.evaluate(() => window.axe.run());
          const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
          assert.deepEqual(told, []);
        });
      }
    }
  }
});
