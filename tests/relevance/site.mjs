// The site that is searched: the real content plus generated cases.

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "yaml";

const run = promisify(execFile);
const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const CORPUS = join(REPOSITORY, "benches", "corpus.mjs");

/** Builds the site in a temporary folder; `close` deletes it. */
export async function makeSite(binary, distractors) {
  const folder = await mkdtemp(join(tmpdir(), "quipu-relevance-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const root = join(folder, "site");
    await mkdir(root);
    for (const name of ["content", "themes", "quipu.yaml"]) {
      await cp(join(REPOSITORY, name), join(root, name), { recursive: true });
    }
    const generated = distractors > 0 ? await addGenerated(distractors, join(folder, "generated"), root) : [];
    await run(binary, ["--root", root, "--quiet", "build"], { timeout: 600_000 });
    return { root, generated, pages: await readPages(join(root, "public")), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Adds generated cases and models to the site. Returns the URL, title and front matter of each case. */
async function addGenerated(count, folder, root) {
  await run(process.execPath, [CORPUS, String(count), folder], { timeout: 600_000 });
  for (const kind of ["modelos", "casos"]) {
    await cp(join(folder, "content", kind), join(root, "content", kind), { recursive: true, force: false, errorOnExist: true });
  }
  const names = (await readdir(join(folder, "content", "casos"))).sort();
  return Promise.all(names.map((name) => readCase(join(folder, "content", "casos", name))));
}

async function readCase(path) {
  const front = parse((await readFile(path, "utf8")).split(/^---$/m)[1]);
  return { url: `casos/${basename(path, ".md")}.html`, title: front.titulo, front };
}

/** Returns the case, model and plain pages of a built site, without lists and redirects. */
async function readPages(publicFolder) {
  const entries = await readdir(publicFolder, { recursive: true, withFileTypes: true });
  const urls = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(publicFolder.length + 1).split(sep).join("/"))
    .filter((url) => /^(en\/)?(casos|modelos|paginas)\/.*\.html$/.test(url) && !/\/(index|pagina-\d+)\.html$/.test(url))
    .sort();
  const pages = [];
  for (const url of urls) {
    const html = await readFile(join(publicFolder, url), "utf8");
    if (html.includes("<article")) pages.push({ url, html });
  }
  return pages;
}

/** Returns the pages for readers of a language: translations, and originals without one. */
export function edition(pages, language) {
  const translated = new Set(pages.filter(({ url }) => url.startsWith("en/")).map(({ url }) => url.slice(3)));
  return pages.filter(({ url }) =>
    language === "es" ? !url.startsWith("en/") : url.startsWith("en/") || !translated.has(url),
  );
}
