// What was just written or deleted goes on being written to the disk for a while, which slows
// down whoever comes next. Waits for the end of that.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const MEMORY = "/proc/meminfo";
const FEW_KILOBYTES = 4096;
const PATIENCE = 30_000;

export async function settle() {
  const end = performance.now() + PATIENCE;
  do {
    spawnSync("sync");
    await new Promise((resolve) => setTimeout(resolve, 200));
  } while (unwritten() > FEW_KILOBYTES && performance.now() < end);
}

function unwritten() {
  if (!existsSync(MEMORY)) return 0;
  const lines = readFileSync(MEMORY, "utf8").matchAll(/^(?:Dirty|Writeback): +(\d+) kB$/gm);
  return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0);
}
