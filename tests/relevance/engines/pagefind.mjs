// Pagefind, as readers have it: its API in a browser, over http.

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize, sep } from "node:path";
import { ARGUMENTS, EXECUTABLE } from "../../browser/chromium.js";
import { edition } from "../site.mjs";
import { LEFT_OUT } from "./page.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json", ".css": "text/css" };

export async function pagefind(site) {
  const folder = await mkdtemp(join(tmpdir(), "quipu-pagefind-"));
  for (const language of ["es", "en"]) await writeBundle(site, language, join(folder, language));
  const server = createServer((request, response) => serve(folder, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.launch({
    executablePath: EXECUTABLE,
    headless: true,
    args: ARGUMENTS,
  });
  const tabs = {};
  for (const language of ["es", "en"]) {
    tabs[language] = await browser.newPage();
    await tabs[language].goto(`${base}/${language}/index.html`);
    await tabs[language].evaluate(async () => {
      window.engine = await import("./pagefind/pagefind.js");
      await window.engine.init();
    });
  }
  return {
    name: "Pagefind",
    async search({ query, language }) {
      const urls = await tabs[language].evaluate(async (words) => {
        const { results } = await window.engine.search(words);
        const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return found.map(({ raw_url, url }) => raw_url ?? url);
      }, query);
      return urls.map((url) => url.replace(/^\//, ""));
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An index of what the readers of a language are shown, in that language's pipeline. */
async function writeBundle(site, language, folder) {
  const library = await import("pagefind");
  const { index, errors } = await library.createIndex({
    rootSelector: "main article",
    excludeSelectors: LEFT_OUT,
    forceLanguage: language,
  });
  if (!index) throw new Error(errors.join("\n"));
  for (const { url, html } of edition(site.pages, language)) {
    const { errors: problems } = await index.addHTMLFile({ url: `/${url}`, content: html });
    if (problems.length > 0) throw new Error(`${url}: ${problems.join("; ")}`);
  }
  await mkdir(folder, { recursive: true });
  await index.writeFiles({ outputPath: join(folder, "pagefind") });
  await writeFile(join(folder, "index.html"), `<!doctype html><html lang="${language}"><title>Pagefind</title>`);
  await library.close();
}

async function serve(folder, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)).slice(1);
  if (path.startsWith("..")) return response.writeHead(404).end();
  try {
    const content = await readFile(join(folder, path.split("/").join(sep)));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}
