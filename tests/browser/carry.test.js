// ABRIR.html, the page that opens a packed copy: from file:// in a folder with spaces and ñ,
// complete and with files missing, with and without JavaScript.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { open } from "./harness.js";

const PROGRAM = process.env.QUIPU ?? fileURLToPath(new URL("../../target/debug/quipu", import.meta.url));
const AXE = fileURLToPath(new URL("node_modules/axe-core/axe.min.js", import.meta.url));
// Hosts that browsers contact by themselves, regardless of the page.
const BROWSERS_OWN = /(mozilla\.(com|net|org)|firefox\.com|google(apis)?\.com|gstatic\.com)/;

let folder;
let copy;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "quipu-"));
  copy = join(folder, "copia");
  await promisify(execFile)(PROGRAM, ["pack", "--to", copy, "--site", process.env.QUIPU_SITE, "--edition", "2026-11-26T14:30:00Z"]);
});

after(() => rm(folder, { recursive: true, force: true }));

for (const browser of ["chromium", "firefox"]) {
  describe(`the opening page in ${browser}`, { timeout: 120_000 }, () => {
    let site;
    before(async () => (site = await open(browser, "file", copy)));
    after(() => site.close());

    test("says which edition it is and that the copy is whole", async () => {
      const text = await show(site);
      assert.match(text, /26 de noviembre de 2026, 14:30 UTC/);
      assert.match(text, /November 26, 2026, 14:30 UTC/);
      assert.match(text, /la copia está completa/);
      assert.match(text, /the copy is whole/);
    });

    test("leads to the site", async () => {
      await show(site);
      for (const [language, title] of [["es", "es"], ["en", "en"]]) {
        await show(site);
        await Promise.all([site.page.waitForNavigation(), site.page.click(`section[lang=${language}] .open`)]);
        assert.equal(await site.page.evaluate(() => document.documentElement.lang), title);
        assert.match(site.page.url(), /sitio\/(en\/)?index\.html$/);
      }
    });

    test("asks no other host and has nothing to complain of", async () => {
      await show(site);
      assert.deepEqual(site.messages, []);
      assert.deepEqual(site.outside.filter((host) => !BROWSERS_OWN.test(host)), []);
    });

    test("names what is missing", async () => {
      const shards = join(site.folder, "sitio/quipu/search");
      const [first] = (await readdir(shards)).sort();
      for (const [what, path] of [
        ["style", "quipu/quipu.css"],
        ["picture", "quipu/quipu.svg"],
        ["search", "quipu/search/root.js"],
        ["a folder", `quipu/search/${first}`],
        ["edition", "quipu/edicion.js"],
      ]) {
        await rm(join(site.folder, "sitio", path), { recursive: true });
        const text = await show(site);
        assert.match(text, /La copia no está completa/, what);
        assert.match(text, /The copy is not whole/, what);
        assert.ok(text.includes(`sitio/${path}`), `${path}: ${text}`);
      }
    });

    test("tells a copy of two editions", async () => {
      const file = join(copy, "sitio/quipu/edicion.js");
      const text = await readFile(file, "utf8");
      await writeFile(join(site.folder, "sitio/quipu/edicion.js"), text.replace("2026-11-26", "2025-11-26"));
      assert.match(await show(site), /mezcla dos ediciones/);
    });
  });
}

test("a copy opens from what a FAT32 stick holds of it", { timeout: 60_000 }, async () => {
  const stick = join(folder, "memoria.img");
  const read = join(folder, "de la memoria");
  const run = promisify(execFile);
  await run("/usr/sbin/mkfs.vfat", ["-F", "32", "-C", stick, "65536"]);
  await run("mcopy", ["-i", stick, "-s", copy, "::sitio"]);
  await run("mcopy", ["-i", stick, "-s", "-n", "::sitio", read]);
  const site = await open("chromium", "file", read);
  try {
    assert.match(await show(site), /la copia está completa/);
    await site.page.goto(`${site.base}sitio/buscar.html?q=agua`);
    await site.page.waitForSelector("#search-results h2 a");
    assert.deepEqual(site.messages, []);
  } finally {
    await site.close();
  }
});

test("the opening page opens the site without scripts", { timeout: 60_000 }, async () => {
  const site = await open("chromium", "file", copy);
  try {
    await site.page.setJavaScriptEnabled(false);
    await site.page.goto(`${site.base}ABRIR.html`);
    const text = await site.page.$eval("main", (main) => main.innerText);
    assert.match(text, /siga las instrucciones de LEEME\.txt/);
    await Promise.all([site.page.waitForNavigation(), site.page.click(".open")]);
    assert.match(site.page.url(), /sitio\/index\.html$/);
  } finally {
    await site.close();
  }
});

test("the opening page is accessible, light and dark, on a phone and a desk", { timeout: 60_000 }, async () => {
  const site = await open("chromium", "http", copy);
  try {
    await site.page.setBypassCSP(true);
    for (const scheme of ["light", "dark"]) {
      for (const width of [320, 1280]) {
        await site.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await site.page.setViewport({ width, height: 800 });
        await show(site);
        await site.page.evaluate(await readFile(AXE, "utf8"));
        const { violations } = await site.page.evaluate(() => window.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`), []);
        assert.equal(await site.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      }
    }
  } finally {
    await site.close();
  }
});

/** Opens the page. Returns its text once it has checked the copy. */
async function show({ page, base }) {
  await page.goto(`${base}ABRIR.html`);
  await page.waitForFunction(() => document.querySelector(".state.whole, .state.wrong"), { timeout: 20_000 });
  return page.$eval("main", (main) => main.innerText);
}
