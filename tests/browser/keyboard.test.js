// The main paths through the site at the width of a phone, using only Tab, Enter, Space and
// the arrow keys.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open } from "./harness.js";

const MOST_PRESSES = 80;

for (const browser of ["chromium", "firefox"]) {
  describe(`by keyboard alone in ${browser}`, { timeout: 180_000 }, () => {
    let site;
    let page;
    before(async () => {
      ({ page } = site = await open(browser, "http"));
      await page.setViewport({ width: 360, height: 800 });
    });
    after(() => site.close());

    const goto = async (path) => {
      await page.goto("about:blank");
      await page.goto(site.base + path, { waitUntil: "load" });
    };
    const press = (key) => page.keyboard.press(key);
    const followed = (action) => Promise.all([page.waitForNavigation(), action()]);
    const isAt = (selector) => page.evaluate((selector) => document.activeElement.matches(selector), selector);
    const tabTo = async (selector) => {
      for (let presses = 0; presses < MOST_PRESSES; presses++) {
        await press("Tab");
        if (await isAt(selector)) return;
      }
      assert.fail(`${MOST_PRESSES} presses do not lead to ${selector}`);
    };
    const found = () => page.waitForFunction(() => /\d[^…]*$/.test(document.getElementById("search-status").textContent), { timeout: 20_000 });

    test("the first stop skips to the content, and the next is in it", async () => {
      await goto("casos/index.html");
      await press("Tab");
      assert.ok(await isAt(".skip"));
      const { left, width } = await page.$eval(".skip", (link) => link.getBoundingClientRect().toJSON());
      assert.ok(left >= 0 && width > 0);
      await press("Enter");
      await press("Tab");
      assert.ok(await isAt("main a"));
    });

    test("the menu leads to the models", async () => {
      await goto("index.html");
      await tabTo(".masthead nav a[href='modelos/index.html']");
      await followed(() => press("Enter"));
      assert.match(page.url(), /\/modelos\/index\.html$/);
    });

    test("the header's field leads to results, and these to the page found", async () => {
      await goto("casos/index.html");
      await tabTo(".find input");
      await page.keyboard.type("malaria");
      await followed(() => press("Enter"));
      await found();
      await tabTo("#q");
      await press("ArrowDown");
      const first = await page.$eval("#search-results h2 a", (link) => link.href);
      assert.equal(await page.evaluate(() => document.activeElement.href), first);
      await followed(() => press("Enter"));
      assert.equal(page.url(), first);
    });

    test("a filter is opened and chosen from, and keeps the focus", async () => {
      await goto("buscar.html#q=gobierno");
      await found();
      const all = await page.$eval("#search-status", (status) => status.textContent);
      await tabTo("details[data-facet=region] summary");
      await press("Enter");
      await page.waitForSelector("details[data-facet=region][open] input");
      await tabTo("input[value=loreto]");
      await press(" ");
      await page.waitForFunction((all) => document.getElementById("search-status").textContent !== all, { timeout: 20_000 }, all);
      assert.match(page.url(), /region=loreto/);
      await page.waitForFunction(() => document.activeElement.matches("input[value=loreto]:checked"));
    });

    test("the map leads to a department", async () => {
      await goto("index.html");
      await tabTo(".map a[href='region/cusco.html']");
      await followed(() => press("Enter"));
      assert.match(page.url(), /\/region\/cusco\.html$/);
    });

    test("a case is kept, and its replication sheet is opened", async () => {
      await goto("casos/agua-moyobamba.html");
      await tabTo("a[href='#replicar']");
      await tabTo("[data-keep]");
      await press("Enter");
      assert.equal(await page.$eval("#my-list", (link) => link.textContent), "Mi lista (1)");
      await page.keyboard.down("Shift");
      await tabTo("a[href='#replicar']");
      await page.keyboard.up("Shift");
      await press("Enter");
      assert.deepEqual(await page.$$eval("#replicar, main > article", (parts) => parts.map((part) => part.checkVisibility())), [true, false]);
    });

    test("what makes places alike is unfolded and weighed", async () => {
      await goto("mi-municipalidad.html#ubigeo=220505");
      await page.waitForSelector(".place ul a");
      await tabTo(".weights summary");
      await press("Enter");
      await tabTo("#q-altitude");
      await press("Home");
      assert.match(page.url(), /altitude=0/);
    });
  });
}
