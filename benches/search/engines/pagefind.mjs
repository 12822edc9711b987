// Pagefind, over the pages of the cases that Quipu built.

import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn, sizeOf } from "../../measure/folder.mjs";
import { versionOf } from "../../measure/machine.mjs";
import { run } from "../../measure/process.mjs";
import { searchPage } from "./page.mjs";

const PROGRAM = fileURLToPath(new URL("../../node_modules/.bin/pagefind", import.meta.url));

// Ten results with their excerpts, as its own interface shows them; without that interface's waiting time.
const SCRIPT = `
const pagefind = await import("./pagefind/pagefind.js");
const engine = location.search === "?mainthread" ? pagefind.createInstance({ noWorker: true }) : pagefind;
async function search(query) {
  const { results } = await engine.search(query);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return shown.map(({ url, meta, excerpt }) => ({ url, title: meta.title, excerpt }));
}
`;

export const pagefind = {
  name: "Pagefind",
  version: () => versionOf(PROGRAM),
  page: "buscar.html",
  // The browser slows down the page alone, so its search must not be in a worker there.
  typingPage: "buscar.html?mainthread",
  counts: (path) => path.startsWith("/pagefind/"),

  index({ site, work }) {
    if (!existsSync(site)) return { failure: "no site to index, since Quipu did not build it" };
    const folder = join(work, "pagefind");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "buscar.html"), searchPage(SCRIPT));
    const output = join(folder, "pagefind");
    const build = run([
      PROGRAM, "--site", site, "--output-path", output, "--force-language", "es", "--root-selector", "main",
      // Cases end in a code; the lists of cases beside them do not.
      "--glob", "casos/*-<[0-9]:6>.html",
    ]);
    if (!build.ok) return { failure: build.errors.trim().split("\n").at(-1) };
    return { folder, indexSeconds: build.seconds, totalSeconds: build.seconds, peakBytes: build.peakBytes, ...sizeOf(neededFiles(output)) };
  },
};

// Its ready-made interfaces are left out: the page above does without.
const neededFiles = (output) => filesIn(output).filter((path) => !/pagefind-[a-z-]*(ui|highlight)\.(js|css)$/.test(path));
