// Where and with what the numbers were made.

import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { EXECUTABLE } from "../../tests/browser/chromium.js";

export function describeMachine() {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? "unknown",
    cores: cores.length,
    memory: totalmem(),
    node: process.version,
    chromium: versionOf(EXECUTABLE),
    date: new Date().toISOString().slice(0, 10),
  };
}

export function versionOf(program) {
  try {
    const text = execFileSync(program, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return text.match(/\d+(\.\d+)+/)?.[0] ?? text.trim();
  } catch {
    return "unknown";
  }
}
