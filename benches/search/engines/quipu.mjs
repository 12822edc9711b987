// Quipu itself: its index is made with the site.

import { fileURLToPath } from "node:url";
import { filesIn, sizeOf } from "../../measure/folder.mjs";
import { versionOf } from "../../measure/machine.mjs";
import { run } from "../../measure/process.mjs";

const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));
export const PROGRAM = process.env.QUIPU ?? `${REPOSITORY}target/release/quipu`;

export const quipu = {
  name: "Quipu",
  version: () => versionOf(PROGRAM),
  page: "buscar.html",
  // The search script and the index, which is all that the page loads but for itself and its looks.
  counts: (path) => path.startsWith("/quipu/search"),

  index({ root, site }) {
    const build = run([PROGRAM, "build", "--root", root, "--output", site, "--timings", "--lang", "en"]);
    if (!build.ok) return { failure: build.errors.trim().split("\n")[0] };
    const stage = build.errors.match(/([\d.]+) ms\s+Making the search index/)?.[1];
    return {
      folder: site,
      indexSeconds: stage && Number(stage) / 1000,
      totalSeconds: build.seconds,
      peakBytes: build.peakBytes,
      ...sizeOf(filesIn(`${site}/quipu/search`)),
    };
  },
};
