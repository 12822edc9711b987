// The VS Code tasks that `quipu init` writes: their problem matchers parse actual output.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const quipu = process.env.QUIPU ?? fileURLToPath(new URL("../../target/debug/quipu", import.meta.url));

const CASE = `---
titulo: Agua
region: Loretoo
sector: salud
modelo_de_gestion: modelo-de-ejemplo
---

# Otro título

Vea el [portal](https:/gob.pe)[^nota].
`;

// Multi-line matching as in VS Code: each pattern must match the next line.
function matched({ pattern, severity }, lines) {
  const found = [];
  for (let at = 0; at + pattern.length <= lines.length; at++) {
    const parts = pattern.map(({ regexp }, step) => new RegExp(regexp).exec(lines[at + step]));
    if (!parts.every(Boolean)) continue;
    const value = (name) => {
      const step = pattern.findIndex((one) => name in one);
      return parts[step][pattern[step][name]];
    };
    found.push([severity, value("code"), value("file"), Number(value("line")), Number(value("column"))]);
  }
  return found;
}

for (const language of ["es", "en"]) {
  describe(`tasks in ${language}`, () => {
    let folder, task;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), "quipu-"));
      execFileSync(quipu, ["--lang", language, "--quiet", "init", folder]);
      writeFileSync(join(folder, "content/casos/agua.md"), CASE);
      const { tasks } = JSON.parse(readFileSync(join(folder, ".vscode/tasks.json"), "utf8"));
      task = tasks.find(({ group }) => group?.isDefault);
    });
    after(() => rmSync(folder, { recursive: true }));

    test("every complaint is listed in its place", () => {
      const run = spawnSync(quipu, task.args, { cwd: folder, encoding: "utf8" });
      assert.equal(run.status, 1, run.stderr);
      const lines = run.stderr.split("\n");
      const found = task.problemMatcher.flatMap((matcher) => matched(matcher, lines));
      const own = found.filter(([, , file]) => file === "content/casos/agua.md").sort();
      assert.deepEqual(own, [
        ["error", "Q0022", "content/casos/agua.md", 3, 9],
        ["error", "Q0023", "content/casos/agua.md", 10, 17],
        ["info", "Q0113", "content/casos/agua.md", 8, 1],
        ["warning", "Q0058", "content/casos/agua.md", 10, 31],
      ]);
    });

    test("the task before it renews the suggestions", () => {
      const { tasks } = JSON.parse(readFileSync(join(folder, ".vscode/tasks.json"), "utf8"));
      const renew = tasks.find(({ label }) => label === task.dependsOn);
      const run = spawnSync(quipu, renew.args, { cwd: folder, encoding: "utf8" });
      assert.equal(run.status, 0, run.stderr);
      assert.match(run.stderr, /caso\.code-snippets/);
    });
  });
}
