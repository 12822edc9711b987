// Runs a program and says how long it took and how much memory it had at its peak.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const GNU_TIME = "/usr/bin/time";
const TIMEOUT = 30 * 60 * 1000;

export function run(command, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), "quipu-bench-"));
  const report = join(folder, "peak");
  const measured = existsSync(GNU_TIME) ? [GNU_TIME, "-f", "%M", "-o", report, ...command] : command;
  const start = performance.now();
  const result = spawnSync(measured[0], measured.slice(1), { encoding: "utf8", maxBuffer: 2 ** 28, timeout: TIMEOUT, ...options });
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = existsSync(report) ? Number(readFileSync(report, "utf8").trim().split("\n").at(-1)) : NaN;
  rmSync(folder, { recursive: true });
  return {
    ok: result.status === 0,
    seconds,
    peakBytes: kilobytes ? kilobytes * 1024 : undefined,
    output: result.stdout ?? "",
    errors: result.stderr || String(result.error ?? ""),
  };
}
