// Quipu itself: with its search index, from nothing; and again over what it has just built.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "../../measure/machine.mjs";
import { run } from "../../measure/process.mjs";
import { PROGRAM } from "../../search/engines/quipu.mjs";

export const quipu = {
  name: "Quipu",
  program: "Quipu",
  version: () => versionOf(PROGRAM),
  // What it may remember of an earlier build is next to the content.
  clear: ({ root }) => rmSync(join(root, ".quipu"), { recursive: true, force: true }),
  build: ({ root, output }) => build(root, output),
  folder: "quipu",
};

export const unchanged = {
  name: "Quipu, nothing changed",
  after: "Quipu",
  build: ({ root, output }) => build(root, output),
  folder: "quipu",
};

function build(root, output) {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: run cargo build --release`);
  return run([PROGRAM, "build", "--quiet", "--root", root, "--output", output]);
}
