// Live preview: `quipu serve` in browsers while files change.

import assert from "node:assert/strict";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { caseStudy, preview } from "./preview.js";

const CASE = "content/casos/uno.md";

/** Waits until the page contains the text, across reloads. */
async function says(page, text, selector = "main", patience = 10_000) {
  const until = Date.now() + patience;
  let found = "";
  while (Date.now() < until) {
    found = await page.$eval(selector, (element) => element.innerText).catch(() => "");
    if (found.includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`no «${text}» in: ${found}`);
}

const problems = (page) => page.$eval("#quipu-problems", (panel) => panel.innerText).catch(() => "");

describe("a site being written", { timeout: 240_000 }, () => {
  let site;

  before(async () => {
    site = await preview();
  });
  after(() => site.close());

  test("shows a saved text at once, in its place, and leaves other pages alone", async () => {
    const long = Array.from({ length: 200 }, (_, line) => `Línea ${line}.`).join("\n\n");
    await site.write(CASE, caseStudy("Uno", long));
    const page = await site.open("casos/uno.html");
    await says(page, "Línea 199");
    const other = await site.open("casos/dos.html");
    await other.evaluate(() => { window.isOld = true; });
    await page.bringToFront();
    await page.evaluate(() => window.scrollTo(0, 2500));
    await site.write(CASE, caseStudy("Uno", long.replace("Línea 199.", "Línea nueva.")));
    await says(page, "Línea nueva");
    assert.ok(Math.abs((await page.evaluate(() => window.scrollY)) - 2500) < 50);
    assert.ok(await other.evaluate(() => window.isOld === true));
    await Promise.all([page.close(), other.close()]);
  });

  test("takes a new title everywhere it stands", async () => {
    const list = await site.open("casos/index.html");
    const neighbour = await site.open("casos/dos.html");
    await site.write(CASE, caseStudy("Agua para todos", "Se hizo."));
    await says(list, "Agua para todos");
    await says(neighbour, "Agua para todos");
    await list.goto(`${site.base}buscar.html#q=agua`, { waitUntil: "load" });
    await says(list, "Agua para todos");
    await Promise.all([list.close(), neighbour.close()]);
  });

  test("shows what is wrong over the last sound page until it is mended", async () => {
    const page = await site.open("casos/dos.html");
    await says(page, "a pie");
    await site.write(CASE, caseStudy("Uno", "Vea [otro](falta.md)."));
    // A save may be read half-way, as an empty file; the last state is what counts.
    await says(page, "falta.md", "#quipu-problems");
    const shown = await problems(page);
    assert.match(shown, /^1 error/);
    assert.match(shown, /content\/casos\/uno\.md:8:12/);
    await says(page, "a pie");
    await site.write(CASE, "---\ntitulo: [\n---\n");
    await says(page, "uno.md:2", "#quipu-problems");
    await site.write(CASE, caseStudy("Uno", "Vea [otro](dos.md)."));
    await page.waitForFunction(() => !document.getElementById("quipu-problems"));
    assert.ok(site.isRunning());
    await page.close();
  });

  test("shows a template that fails, and goes on", async () => {
    const page = await site.open("casos/uno.html");
    await site.write("quipu.yaml", "titulo: Sitio\nidiomas: [es]\ntema: propio\n");
    await site.write("themes/propio/templates/case.html", "<body><main>{{ nada }}</main></body>");
    await says(page, "case.html:1:16", "body");
    await site.write("themes/propio/templates/case.html", "<body><main>{{ page.title }} a solas</main></body>");
    await says(page, "Uno a solas");
    await site.write("themes/propio/static/quipu.css", "main { color: rgb(1, 2, 3) }");
    await site.write("themes/propio/templates/case.html", '<link rel="stylesheet" href="{{ root }}quipu/quipu.css"><body><main>Con estilo</main></body>');
    await says(page, "Con estilo");
    await site.write("themes/propio/static/quipu.css", "main { color: rgb(3, 2, 1) }");
    await page.waitForFunction(() => getComputedStyle(document.querySelector("main")).color === "rgb(3, 2, 1)");
    await site.write("quipu.yaml", "titulo: Sitio de prueba\nidiomas: [es]\n");
    await says(page, "Vea otro");
    await page.close();
  });

  test("takes in files that are new, renamed, moved over another, or gone", async () => {
    const page = await site.open("casos/index.html");
    await site.write("content/casos/nueva carpeta/tres.md", caseStudy("Tres", "Se hizo."));
    await says(page, "Tres");
    await rename(join(site.folder, "content/casos/nueva carpeta"), join(site.folder, "content/casos/otra"));
    await page.waitForSelector('a[href$="otra/tres.html"]');
    // Some editors save atomically: they write a temporary file and rename it.
    await site.write(".uno.md.tmp", caseStudy("Uno por renombre", "Se hizo."));
    await rename(join(site.folder, ".uno.md.tmp"), join(site.folder, CASE));
    await says(page, "Uno por renombre");
    await site.remove("content/casos/otra/tres.md");
    await page.waitForFunction(() => !document.querySelector("main").innerText.includes("Tres"));
    await page.close();
  });

  test("has nothing to say in the console", () => {
    assert.deepEqual(site.messages.filter((message) => !/500 \(Internal|404 \(Not/.test(message)), []);
  });
});

const TABS = 9;

/** Saves a text and waits until all tabs show it. */
async function renewed(site, tabs, text) {
  await site.write(CASE, caseStudy("Uno", text));
  await Promise.all(tabs.map((tab) => says(tab, text)));
}

async function withoutWorkers(page) {
  await page.evaluateOnNewDocument(() => { delete window.SharedWorker; });
}

for (const browser of ["chromium", "firefox"]) {
  describe(`nine tabs in ${browser}`, { timeout: 120_000 }, () => {
    let site;
    const tabs = [];

    before(async () => {
      site = await preview(undefined, browser);
    });
    after(() => site.close());

    test("all load and all renew", async () => {
      for (let tab = 0; tab < TABS; tab += 1) tabs.push(await site.open("casos/uno.html"));
      await renewed(site, tabs, "Todas a la vez.");
      await renewed(site, tabs, "Y otra vez.");
    });

    test("show the same problems", async () => {
      await site.write(CASE, caseStudy("Uno", "Vea [otro](falta.md)."));
      await Promise.all(tabs.map((tab) => says(tab, "falta.md", "#quipu-problems")));
      await renewed(site, tabs, "Ya no falta.");
      for (const tab of tabs) assert.equal(await problems(tab), "");
    });

    test("renew without the tab that was opened first", async () => {
      await tabs.shift().close();
      await renewed(site, tabs, "Sin la primera.");
      tabs.push(await site.open("casos/uno.html"));
      await renewed(site, tabs, "Con una nueva.");
    });

    test("renew after the server was away", async () => {
      await site.stop();
      await site.write(CASE, caseStudy("Uno", "Mientras no estaba."));
      await site.start();
      await Promise.all(tabs.map((tab) => says(tab, "Mientras no estaba", "main", 40_000)));
      await renewed(site, tabs, "De vuelta.");
    });

    test("renew without shared workers", async () => {
      const others = [];
      for (let tab = 0; tab < TABS; tab += 1) others.push(await site.open("casos/uno.html", withoutWorkers));
      for (const tab of others) {
        await tab.bringToFront();
        await renewed(site, [tab], `Sin obrero ${others.indexOf(tab)}.`);
      }
    });
  });
}

test("a tab that slept is renewed when it wakes", { timeout: 60_000 }, async () => {
  const site = await preview();
  try {
    const page = await site.open("casos/uno.html");
    const session = await page.createCDPSession();
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    await site.write(CASE, caseStudy("Uno", "Mientras dormía."));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await says(page, "Mientras dormía");
  } finally {
    await site.close();
  }
});

test("a thousand saves in a minute, broken and mended, end where they should", { timeout: 240_000 }, async () => {
  const site = await preview();
  try {
    const page = await site.open("casos/uno.html");
    const text = (save) => (save % 10 === 5 ? "---\ntitulo: [\n---\n" : caseStudy(`Uno ${save % 3}`, `Guardado ${save}.`));
    const save = async (from, to) => {
      const begin = Date.now();
      for (let count = from; count < to; count += 1) {
        await site.write(CASE, text(count));
        await new Promise((resolve) => setTimeout(resolve, begin + (count - from) * 55 - Date.now()));
      }
    };
    await save(0, 250);
    const before = await site.memory();
    await save(250, 1000);
    const later = await site.memory();
    await site.write(CASE, caseStudy("Uno", "Guardado al final."));
    await says(page, "Guardado al final");
    assert.equal(await problems(page), "");
    assert.ok(later < before + 16 * 1024 * 1024, `${before} bytes, then ${later}`);
    const answer = await fetch(`${site.base}casos/uno.html`);
    assert.match(await answer.text(), /Guardado al final/);
  } finally {
    await site.close();
  }
});
