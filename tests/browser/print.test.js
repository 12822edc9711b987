// Printing: a case takes at most two pages, with its sources, URL and QR code; a replication
// sheet takes one; controls that only work on a screen are left out.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { filesIn, open } from "./harness.js";
import { ADDRESS, publicSite } from "./sites.js";

const USELESS = ".masthead nav, .find, .pager, .contents, .neighbours, button, .crumbs, .colophon";
const TWO_CENTIMETRES = (2 / 2.54) * 96;

describe("on paper", { timeout: 300_000 }, () => {
  let built;
  let site;
  before(async () => {
    built = await publicSite();
    site = await print(built.folder);
  });
  after(async () => {
    await site.close();
    await built.remove();
  });

  test("every case takes at most two pages, and its sources have their addresses", async () => {
    const cases = (await filesIn(site.folder)).filter((path) => /^(en\/)?casos\/(?!index|pagina)[^/]+\.html$/.test(path));
    assert.ok(cases.length > 15);
    const long = [];
    for (const path of cases) {
      await goto(site, path);
      const count = await pages(site);
      if (count > 2) long.push(`${path}: ${count}`);
      const addresses = await site.page.$$eval(".sources .address", (all) => all.map((address) => address.checkVisibility()));
      assert.ok(addresses.length > 0 && addresses.every(Boolean), `${path}: ${addresses}`);
    }
    assert.deepEqual(long, []);
  });

  test("my list has the title of every case and what it is", async () => {
    await goto(site, "mi-lista.html#casos/pias-amazonia,casos/agua-moyobamba");
    await site.page.waitForSelector(".kept:has(li):not(:has(.small:empty))");
    const titles = await shown(site, ".kept a");
    assert.match(titles[0], /^Plataformas Itinerantes/);
    assert.match(titles[1], /^Agua de Moyobamba/);
    const summaries = await shown(site, ".kept .small");
    assert.ok(summaries.length === 2 && summaries.every((summary) => summary.length > 40), summaries.join("; "));
    assert.equal(await pages(site), 1);
  });

  test("nothing is printed that only a screen can use", async () => {
    for (const path of ["index.html", "casos/index.html", "casos/pias-amazonia.html", "mi-lista.html#casos/pias-amazonia", "comparar.html#casos/pias-amazonia,casos/agua-moyobamba", "mi-municipalidad.html#ubigeo=220505"]) {
      await goto(site, path);
      const useless = await site.page.$$eval(USELESS, (all) => all.filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 100)));
      assert.deepEqual(useless, [], path);
    }
  });

  test("a case and a model have their own address, and a square of it large enough to scan", async () => {
    for (const path of ["casos/pias-amazonia.html", "en/casos/pias-amazonia.html", "modelos/salud-comunitaria.html"]) {
      await goto(site, path);
      assert.deepEqual(await shown(site, ".citation p a"), [ADDRESS + path]);
      const [width, height] = await site.page.$eval(".citation svg", (square) => [square.getBoundingClientRect().width, square.getBoundingClientRect().height]);
      assert.ok(width >= TWO_CENTIMETRES && width === height, `${path}: ${width} by ${height} px`);
    }
  });

  test("a replication sheet takes one, and ends with the address of what it is about", async () => {
    const models = (await filesIn(site.folder)).filter((path) => /^modelos\/(?!index)[^/]+\.html$/.test(path));
    const long = [];
    for (const path of ["casos/agua-moyobamba.html", ...models]) {
      await goto(site, `${path}#replicar`);
      if ((await pages(site)) > 1) long.push(path);
      assert.deepEqual(await shown(site, "#replicar > p:last-child"), [ADDRESS + path]);
    }
    assert.deepEqual(long, []);
  });
});

async function print(built) {
  const site = await open("chromium", "file", built);
  await site.page.emulateMediaType("print");
  return site;
}

async function goto(site, path) {
  await site.page.goto("about:blank");
  await site.page.goto(site.base + path, { waitUntil: "load" });
}

/** Counts the printed pages. Chromium does not compress the page objects of its PDFs. */
async function pages(site) {
  const pdf = Buffer.from(await site.page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type \/Page\b/g).length;
}

/** Returns the texts of the visible elements. */
function shown(site, selector) {
  return site.page.$$eval(selector, (all) => all.filter((element) => element.checkVisibility()).map((element) => element.textContent.trim()));
}
