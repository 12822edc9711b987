// Every page of the real site loads, has no broken links, no requests to other hosts, and no
// console messages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { WAYS, filesIn, open } from "./harness.js";

// Hosts that browsers contact by themselves, regardless of the page.
const BROWSERS_OWN = /(mozilla\.(com|net|org)|firefox\.com|google(apis)?\.com|gstatic\.com)/;

for (const [browser, transport] of WAYS) {
  test(`every page of the site works in ${browser} over ${transport}`, { timeout: 600_000 }, async () => {
    const site = await open(browser, transport);
    try {
      const files = new Set(await filesIn(site.folder));
      const pages = [...files].filter((file) => file.endsWith(".html"));
      const seen = new Map();
      for (const path of pages) seen.set(path, await look(site, path));
      assert.ok(pages.length > 100, `only ${pages.length} pages`);
      assert.deepEqual(broken(site, files, seen), []);
      assert.deepEqual(site.messages, []);
      assert.deepEqual(site.outside.filter((host) => !BROWSERS_OWN.test(host)), []);
    } finally {
      await site.close();
    }
  });
}

test("every page can be reached and read without JavaScript", { timeout: 300_000 }, async () => {
  const site = await open("chromium", "http");
  try {
    await site.page.setJavaScriptEnabled(false);
    const reached = await crawl(site, ["index.html"]);
    const files = await filesIn(site.folder);
    const pages = files.filter((file) => file.endsWith(".html") && !file.endsWith("404.html"));
    assert.deepEqual(pages.filter((path) => !reached.has(path)), []);
    for (const [path, text] of reached) assert.ok(text.trim().length > 30, `${path}: ${text}`);
  } finally {
    await site.close();
  }
});

// Pictures are not counted: they load after the text.
test("pages are light", async () => {
  const weigh = async (...paths) => {
    const files = await Promise.all(paths.map((path) => readFile(join(process.env.QUIPU_SITE, path))));
    const sum = (sizes) => sizes.reduce((all, size) => all + size, 0);
    return [sum(files.map((file) => file.length)), sum(files.map((file) => gzipSync(file).length))];
  };
  const shared = ["quipu/quipu.css", "quipu/list.js"];
  const cases = (await filesIn(process.env.QUIPU_SITE)).filter((path) => /^(en\/)?casos\/[^/]+\.html$/.test(path));
  for (const folder of ["casos/", "en/casos/"]) assert.ok(cases.filter((path) => path.startsWith(folder)).length > 3, folder);
  for (const path of cases) {
    const [bytes, compressed] = await weigh(path, ...shared);
    assert.ok(bytes <= 50_000 && compressed <= 20_000, `${path}: ${bytes} bytes, ${compressed} compressed`);
  }
  for (const path of ["index.html", "en/index.html"]) {
    const [bytes] = await weigh(path, ...shared);
    assert.ok(bytes <= 90_000, `${path}: ${bytes} bytes`);
  }
});

for (const browser of ["chromium", "firefox"]) {
  test(`a first screen needs no JavaScript in ${browser}`, { timeout: 120_000 }, async () => {
    const site = await open(browser, "http", undefined, { hasScripts: false });
    try {
      for (const path of ["index.html", "en/index.html", "casos/pias-amazonia.html", "en/casos/pias-amazonia.html"]) {
        await site.page.goto(site.base + path, { waitUntil: "load" });
        const seen = await site.page.evaluate(firstScreen);
        assert.ok(!seen.hasScripts, path);
        assert.deepEqual([seen.atOnce, seen.furtherDown], [[true, true, true], [true]], path);
        assert.match(seen.font, /serif/, path);
        assert.equal(seen.margin, "0px", path);
      }
    } finally {
      await site.close();
    }
  });
}

test("every page that is in both languages switches to the other and back", async () => {
  const folder = process.env.QUIPU_SITE;
  const files = new Set(await filesIn(folder));
  const pairs = [...files].filter((path) => path.endsWith(".html") && files.has(`en/${path}`)).map((path) => [path, `en/${path}`]);
  assert.ok(pairs.length > 50, `only ${pairs.length} pages in both languages`);
  const wrong = [];
  for (const [spanish, english] of pairs) {
    if ((await switchOf(folder, spanish)).en !== english) wrong.push(spanish);
    if ((await switchOf(folder, english)).es !== spanish) wrong.push(english);
  }
  assert.deepEqual(wrong, []);
});

/** Returns the targets of a page's language switch by language. */
async function switchOf(folder, path) {
  const html = await readFile(join(folder, path), "utf8");
  const [list = ""] = html.match(/<ul class="switch"[^]*?<\/ul>/) ?? [];
  const links = list.matchAll(/<a href="([^"#?]+)"[^>]* hreflang="(\w+)"/g);
  return Object.fromEntries(Array.from(links, ([, href, language]) => [language, posix.join(dirname(path), href)]));
}

/** Runs in the page: what is visible at once, what further down, and whether the style applies. */
function firstScreen() {
  const find = (...selectors) => document.querySelector(selectors.map((selector) => `main > ${selector}`).join());
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.offsetHeight > 0;
  const isAtOnce = (element) => isShown(element) && element.getBoundingClientRect().top < innerHeight;
  const heading = find("article h1", ".hero h1");
  return {
    hasScripts: !matchMedia("(scripting: none)").matches,
    atOnce: [heading, find("article .lead", ".hero .lead"), document.querySelector(".masthead nav a")].map(isAtOnce),
    furtherDown: [find("article .prose p", "* .cards .card")].map(isShown),
    font: getComputedStyle(heading).fontFamily,
    margin: getComputedStyle(document.body).marginTop,
  };
}

// Follows all internal links from some pages. Returns the text of each page reached, by path.
async function crawl(site, waiting) {
  const reached = new Map();
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (reached.has(path)) continue;
    const { links, text } = await look(site, path);
    reached.set(path, text);
    const own = links.filter((link) => link.startsWith(site.base)).map((link) => link.slice(site.base.length).split(/[?#]/)[0]);
    waiting.push(...own.map(decodeURI).filter((link) => link.endsWith(".html")));
  }
  return reached;
}

// Opens a page. Returns its text, links, ids, loaded resources and layout problems.
async function look(site, path) {
  await site.page.goto(site.base + encodeURI(path), { waitUntil: "load" });
  return site.page.evaluate(() => ({
    address: document.URL,
    text: document.querySelector("main")?.innerText ?? "",
    links: [...document.querySelectorAll("a[href]")].map((link) => new URL(link.getAttribute("href"), document.baseURI).href),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    loaded: performance.getEntriesByType("resource").map((entry) => entry.name),
    isStyled: getComputedStyle(document.body).marginTop === "0px" || !document.querySelector("link[rel=stylesheet]"),
    images: [...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.src),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
}

function broken(site, files, seen) {
  const problems = [];
  // The fragment of the search page is a query, and that of the comparison lists cases.
  const leads = (file, anchor) => {
    if (seen.get(file)?.ids.includes(anchor) || file.endsWith("buscar.html")) return true;
    return file.endsWith("comparar.html") && anchor.split(",").every((name) => files.has(`${name}.html`));
  };
  for (const [path, page] of seen) {
    if (!page.isStyled) problems.push(`${path}: without its style`);
    if (page.overflow > 0) problems.push(`${path}: ${page.overflow} px too wide`);
    for (const image of page.images) problems.push(`${path}: image ${image}`);
    for (const name of page.loaded) {
      if (!name.startsWith(site.base)) problems.push(`${path}: loaded ${name}`);
    }
    for (const link of page.links) {
      if (!link.startsWith(site.base)) {
        if (!/^(https?:|mailto:|tel:)/.test(link) || link.startsWith("http://127.")) problems.push(`${path}: ${link}`);
        continue;
      }
      const [target, anchor] = link.slice(site.base.length).split("#");
      const file = decodeURI(target.split("?")[0]);
      if (!files.has(file)) problems.push(`${path}: ${link}`);
      else if (anchor && !leads(file, decodeURIComponent(anchor))) problems.push(`${path}: ${link}`);
    }
  }
  return problems;
}
