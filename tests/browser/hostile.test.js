// Hostile text from content is never interpreted as markup in search results.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { WAYS, open } from "./harness.js";

const BINARY = process.env.QUIPU ?? fileURLToPath(new URL("../../target/debug/quipu", import.meta.url));

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(2)</script>",
  "{{ 7 * 7 }}",
  "{% raw %}",
  "a\u2028b\u2029c",
  "\u202eal revés\u202c",
  "\u200fderecha\u200e",
  "\"comillas\" 'y' `más` \\",
  "&lt;b&gt; &amp;",
  "🐟 ɨʉ̈ Ñandú",
];

describe("hostile text", { timeout: 300_000 }, () => {
  let root;
  before(async () => (root = await site()));
  after(() => rm(root, { recursive: true, force: true }));

  for (const [browser, transport] of WAYS) {
    test(`comes out as text in ${browser} over ${transport}`, async () => {
      const opened = await open(browser, transport, join(root, "public"));
      try {
        const { page } = opened;
        const dialogs = [];
        page.on("dialog", (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
        for (const [number, text] of HOSTILE.entries()) {
          await page.goto("about:blank");
          await page.goto(`${opened.base}buscar.html#q=testigo${number}`);
          await page.waitForSelector("#search-results h2 a", { timeout: 20_000 });
          const shown = await page.$eval("#search-results", (list) => ({
            title: list.querySelector("h2").textContent,
            excerpt: list.querySelector(".excerpt").textContent,
            elements: [...list.querySelectorAll("*")].map((element) => element.localName),
          }));
          assert.equal(shown.title, `Caso ${number} ${text}`);
          assert.ok(shown.excerpt.includes(text.replace(/\s/gu, " ")), shown.excerpt);
          const known = ["li", "h2", "a", "p", "mark"];
          assert.deepEqual(shown.elements.filter((name) => !known.includes(name)), []);
        }
        assert.deepEqual(dialogs, []);
        assert.deepEqual(opened.messages, []);
      } finally {
        await opened.close();
      }
    });
  }
});

// Builds a site whose cases have hostile titles and bodies.
async function site() {
  const root = await mkdtemp(join(tmpdir(), "quipu-hostile-"));
  await mkdir(join(root, "content", "casos"), { recursive: true });
  await mkdir(join(root, "content", "modelos"));
  await mkdir(join(root, "content", "vocabulario"));
  const write = (path, text) => writeFile(join(root, path), text);
  await write("quipu.yaml", "titulo: Hostil\n");
  await write("content/vocabulario/region.yaml", "- {slug: loreto, nombre: Loreto}\n");
  await write("content/vocabulario/sector.yaml", "- {slug: salud, nombre: Salud}\n");
  await write("content/modelos/m.md", "---\ntitulo: Modelo\n---\n\nUno.\n");
  for (const [number, text] of HOSTILE.entries()) {
    const title = JSON.stringify(`Caso ${number} ${text}`).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.codePointAt(0).toString(16)}`);
    const body = text.replace(/[<>&{}*_`\\[\]'"%]/g, (sign) => `&#${sign.codePointAt(0)};`);
    await write(
      `content/casos/c${number}.md`,
      `---\ntitulo: ${title}\nregion: loreto\nsector: salud\nmodelo_de_gestion: m\n---\n\nEl testigo${number}: ${body}\n`,
    );
  }
  execFileSync(BINARY, ["--root", root, "--quiet", "build"], { stdio: ["ignore", "ignore", "inherit"] });
  return root;
}
