// Eleventy, started as its own command starts it.

import { cpSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { versionOf } from "../../measure/machine.mjs";
import { run } from "../../measure/process.mjs";
import { convert, FACETS } from "../content.mjs";
import { copyStaticFiles } from "./static-files.mjs";

const PROGRAM = fileURLToPath(new URL("../../node_modules/@11ty/eleventy/cmd.cjs", import.meta.url));
const projectIn = (work) => join(work, "eleventy-project");

export const eleventy = {
  name: "Eleventy",
  program: "Eleventy",
  version: () => versionOf(PROGRAM),
  folder: "eleventy",

  prepare({ root, work }) {
    const project = projectIn(work);
    cpSync(fileURLToPath(new URL("../eleventy", import.meta.url)), project, { recursive: true });
    convert(root, join(project, "content"));
    copyStaticFiles(join(project, "quipu"));
    writeFileSync(join(project, "facets.json"), JSON.stringify(FACETS));
  },

  build: ({ work, output }) =>
    run([process.execPath, PROGRAM, "--quiet", `--output=${relative(projectIn(work), output)}`], { cwd: projectIn(work) }),
};
