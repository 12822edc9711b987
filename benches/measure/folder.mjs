// What a folder holds, by apparent size: the same on every file system.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export function filesIn(folder, extension = "") {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

export function sizeOf(paths) {
  return {
    files: paths.length,
    bytes: bytesOf(paths),
    zipped: paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0),
  };
}

export const bytesOf = (paths) => paths.reduce((sum, path) => sum + statSync(path).size, 0);
