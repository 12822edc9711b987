// On paper: a case is a sheet of two pages with its sources and its address, the
// replication sheet one page, and nothing stands there that only a screen can use.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { filesIn, open } from "./harness.js";

const USELESS = ".masthead nav, .find, .pager, .contents, .neighbours, button, .crumbs, .colophon";

describe("on paper", { timeout: 300_000 }, () => {
  let site;
  before(async () => {
    site = await open("chromium", "file");
    await site.page.emulateMediaType("print");
  });
  after(() => site.close());

  const goto = async (path) => {
    await site.page.goto("about:blank");
    await site.page.goto(site.base + path, { waitUntil: "load" });
  };
  // As Chromium writes them, page objects are not compressed.
  const pages = async () => {
    const pdf = Buffer.from(await site.page.pdf({ preferCSSPageSize: true })).toString("latin1");
    return pdf.match(/\/Type \/Page\b/g).length;
  };

  test("every case takes at most two pages, and its sources have their addresses", async () => {
    const cases = (await filesIn(site.folder)).filter((path) => /^casos\/(?!index|pagina)[^/]+\.html$/.test(path));
    assert.ok(cases.length > 10);
    const long = [];
    for (const path of cases) {
      await goto(path);
      const count = await pages();
      if (count > 2) long.push(`${path}: ${count}`);
      const addresses = await site.page.$$eval(".sources .address", (all) => all.map((address) => address.checkVisibility()));
      assert.ok(addresses.length > 0 && addresses.every(Boolean), `${path}: ${addresses}`);
    }
    assert.deepEqual(long, []);
  });

  test("the replication sheet takes one", async () => {
    await goto("casos/agua-moyobamba.html#replicar");
    assert.equal(await pages(), 1);
  });

  test("nothing is printed that only a screen can use", async () => {
    for (const path of ["index.html", "casos/index.html", "casos/pias-amazonia.html", "mi-lista.html#casos/pias-amazonia", "comparar.html#casos/pias-amazonia,casos/agua-moyobamba", "mi-municipalidad.html#ubigeo=220505"]) {
      await goto(path);
      const shown = await site.page.$$eval(USELESS, (all) => all.filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 100)));
      assert.deepEqual(shown, [], path);
    }
  });
});
