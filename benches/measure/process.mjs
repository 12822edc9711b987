// Runs a program and says how long it took, how much it computed and how much memory it had
// at its peak: of several processes, that of the largest.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const GNU_TIME = "/usr/bin/time";
const TIMEOUT = 30 * 60 * 1000;

export function run(command, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), "quipu-bench-"));
  const report = join(folder, "usage");
  const measured = existsSync(GNU_TIME) ? [GNU_TIME, "-f", "%M %U %S", "-o", report, ...command] : command;
  const start = performance.now();
  const result = spawnSync(measured[0], measured.slice(1), { encoding: "utf8", maxBuffer: 2 ** 28, timeout: TIMEOUT, ...options });
  const seconds = (performance.now() - start) / 1000;
  const usage = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n").at(-1) : "";
  rmSync(folder, { recursive: true });
  const [kilobytes, user, system] = usage.split(" ").map(Number);
  return {
    ok: result.status === 0,
    seconds,
    cpuSeconds: kilobytes ? user + system : undefined,
    peakBytes: kilobytes ? kilobytes * 1024 : undefined,
    output: result.stdout ?? "",
    errors: result.stderr || String(result.error ?? ""),
  };
}
