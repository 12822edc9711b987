// Inputs from hostile hands are refused with a message, or come out harmless: no script of
// theirs runs, nothing is asked of another host, nothing outside the site is read or touched.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { WAYS, filesIn, open } from "../browser/harness.js";
import { HOST, inputs } from "./inputs.mjs";

const BINARY = process.env.QUIPU ?? fileURLToPath(new URL("../../target/debug/quipu", import.meta.url));

/** Texts that one page shows: opening a page takes far longer than reading one more text. */
const TOGETHER = 8;

/** Text of a file beside the site, which nothing of the site may read or change. */
const CANARY = "canario que nadie debe leer";

const FRONT = "region: loreto\nsector: salud\nmodelo_de_gestion: m\n";

const all = inputs().map((input, number) => ({ ...input, number }));
const themes = all.filter(({ theme }) => theme);
const cases = all.filter(({ theme }) => !theme);

describe("hostile inputs", { timeout: 600_000 }, () => {
  let outer, root, accepted, pages;

  before(async () => {
    outer = await mkdtemp(join(tmpdir(), "quipu-hostile-"));
    await writeFile(join(outer, "canario.txt"), CANARY);
    root = join(outer, "sitio");
    await makeSite(root);
    for (const input of cases) await addCase(root, input);
    accepted = await buildWithoutRefused(root);
    pages = await showTogether(root, accepted);
  });
  after(() => rm(outer, { recursive: true, force: true }));

  test("are at least 150, and most of them reach a page", () => {
    assert.ok(all.length >= 150, `${all.length} inputs`);
    assert.ok(accepted.length >= 100, `${accepted.length} of ${cases.length} accepted`);
    assert.ok(accepted.length < cases.length, "none refused");
    assert.deepEqual(new Set(pages.flatMap(({ inputs }) => inputs)), new Set(accepted));
  });

  test("neither read nor change anything outside the site", async () => {
    assert.deepEqual((await filesIn(outer)).filter((path) => !path.startsWith("sitio/")), ["canario.txt"]);
    assert.equal(await readFile(join(outer, "canario.txt"), "utf8"), CANARY);
    for (const path of await filesIn(join(root, "public"))) {
      assert.ok(!(await readFile(join(root, "public", path))).includes(CANARY), path);
    }
  });

  for (const [browser, transport] of WAYS) {
    test(`run and load nothing in ${browser} over ${transport}`, async () => {
      const opened = await open(browser, transport, join(root, "public"));
      const { page, base, outside, messages } = opened;
      const dialogs = [];
      const strangers = [];
      page.on("dialog", (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(base) && !/^(about:|data:(image|font)\/)/.test(url)) strangers.push(url);
      });
      try {
        for (const { path, inputs } of pages) {
          const address = base + path;
          const shown = JSON.stringify(inputs, null, 1);
          await page.goto(address, { waitUntil: "load" });
          assert.equal(page.url(), address, shown);
          // Browsers ask their makers' hosts for things of their own.
          const asked = outside.splice(0).filter((url) => url.includes(HOST));
          const own = [dialogs, strangers, messages].map((list) => list.splice(0));
          assert.deepEqual([...own, asked], [[], [], [], []], shown);
        }
      } finally {
        await opened.close();
      }
    });
  }

  for (const { theme: [path, text] } of themes) {
    test(`a theme's ${path} reads and writes nothing outside`, async () => {
      const site = join(outer, "con-tema");
      await makeSite(site);
      await mkdir(join(site, "themes/quipu/static"), { recursive: true });
      await write(site, `themes/quipu/${path}`, text);
      await run(["--root", site, "build"]);
      for (const built of await filesIn(site)) {
        assert.ok(!(await readFile(join(site, built))).includes(CANARY), built);
      }
      await rm(site, { recursive: true });
      assert.equal(await readFile(join(outer, "canario.txt"), "utf8"), CANARY);
    });
  }
});

async function makeSite(root) {
  await write(root, "quipu.yaml", "titulo: Hostil\nidiomas: [es]\n");
  await write(root, "content/vocabulario/region.yaml", "- {slug: loreto, nombre: Loreto}\n");
  await write(root, "content/vocabulario/sector.yaml", "- {slug: salud, nombre: Salud}\n");
  await write(root, "content/modelos/m.md", "---\ntitulo: Modelo\n---\n\nUno.\n");
}

async function addCase(root, { number, title, front = "", text = "Texto.", file }) {
  const shown = JSON.stringify(title ?? `Caso ${number}`);
  await write(root, `content/casos/caso-${number}.md`, `---\ntitulo: ${shown}\n${FRONT}${front}\n---\n\n${text}\n`);
  if (file && !/^\.\.|[/\\]/.test(file[0])) await write(root, `content/casos/${file[0]}`, file[1]);
}

/**
 * Puts texts that are accepted alone on common pages, and returns the pages that show all of
 * them. A text that swallows what follows, such as an open comment, keeps its own page, and
 * so do those that it swallowed.
 */
async function showTogether(root, accepted) {
  const isText = ({ title, front, file }) => !title && !front && !file;
  const texts = accepted.filter(isText);
  const groups = [];
  for (let from = 0; from < texts.length; from += TOGETHER) groups.push(texts.slice(from, from + TOGETHER));
  for (const [number, group] of groups.entries()) {
    const text = group.map((input) => `${input.text}\n\nTras ${input.number}.`).join("\n\n");
    await addCase(root, { number: `juntos-${number}`, text });
  }
  await buildWithoutRefused(root);
  const pages = [];
  const isShown = new Set();
  for (const [number, group] of groups.entries()) {
    const path = `casos/caso-juntos-${number}.html`;
    const html = await readFile(join(root, "public", path), "utf8").catch(() => "");
    const inputs = group.filter((input) => html.includes(`<p>Tras ${input.number}.</p>`));
    if (inputs.length > 0) pages.push({ path, inputs });
    for (const input of inputs) isShown.add(input);
  }
  const alone = accepted.filter((input) => !isShown.has(input));
  for (const input of alone) pages.push({ path: `casos/caso-${input.number}.html`, inputs: [input] });
  return pages;
}

async function write(root, path, text) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** Builds the site without the cases that are refused; returns the accepted inputs. */
async function buildWithoutRefused(root) {
  let accepted = cases;
  for (let round = 0; round < 5; round += 1) {
    const { code, stdout } = await run(["--root", root, "check", "--format", "json"]);
    if (code === 0) {
      const built = await run(["--root", root, "build"]);
      assert.equal(built.code, 0, built.stderr);
      return accepted;
    }
    assert.equal(code, 1, "refused with a message");
    const errors = JSON.parse(stdout).diagnostics.filter(({ severity }) => severity === "error");
    const refused = new Set(errors.map(({ path }) => path));
    for (const path of refused) await rm(join(root, path));
    accepted = accepted.filter(({ number }) => !refused.has(`content/casos/caso-${number}.md`));
  }
  assert.fail("errors remain without the refused cases");
}

function run(command) {
  return new Promise((resolve) => {
    execFile(BINARY, command, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}
