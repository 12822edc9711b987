// The style and scripts that the peers' pages name: those of Quipu's theme.

import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const THEME = new URL("../../../themes/quipu/static/", import.meta.url);

export function copyStaticFiles(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ["quipu.css", "quipu.svg", "list.js"]) cpSync(new URL(name, THEME), join(folder, name));
}
