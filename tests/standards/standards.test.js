// The Nu HTML checker finds no error on any page of the real site, neither as it is nor
// with a public address, which brings feeds, a sitemap and QR codes; nor in its style.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import checker from "vnu-jar";

const run = promisify(execFile);
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BINARY = process.env.QUIPU_BINARY ?? at("target/release/quipu");
const OUTPUT = 64 * 1024 * 1024;

describe("the real site", { timeout: 300_000 }, () => {
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "quipu-standards-"));
    for (const name of ["quipu.yaml", "content"]) await cp(at(name), join(folder, name), { recursive: true });
    await build("plain");
    await appendFile(join(folder, "quipu.yaml"), "direccion_web: https://example.org/casos\n");
    await build("public");
  });
  after(() => rm(folder, { recursive: true }));

  const build = (output) => run(BINARY, ["build", "--quiet", "--root", folder, "--output", join(folder, "sites", output)]);

  for (const output of ["plain", "public"]) {
    test(`has only valid pages, ${output === "plain" ? "as it is" : "with a public address"}`, async () => {
      const site = join(folder, "sites", output);
      const pages = (await readdir(site, { recursive: true })).filter((path) => path.endsWith(".html"));
      assert.ok(pages.length > 100, `only ${pages.length} pages`);
      assert.deepEqual(await errors("--skip-non-html", site), []);
    });
  }

  test("has a valid style", async () => {
    assert.deepEqual(await errors("--css", at("themes/quipu/static/quipu.css")), []);
  });

  test("would be told if a page were not valid", async () => {
    const wrong = fileURLToPath(new URL("wrong.html", import.meta.url));
    assert.match((await errors(wrong)).join("\n"), /duplicate ID/i);
  });
});

/** What the checker complains about, a line each. */
async function errors(...args) {
  const command = ["-jar", checker, "--errors-only", "--format", "gnu", ...args];
  const { stderr } = await run("java", command, { maxBuffer: OUTPUT }).catch((error) => error);
  return stderr.split("\n").filter((line) => /error:/.test(line));
}
