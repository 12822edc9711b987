// The Nu HTML checker finds no errors in the pages and the style sheet of the real site, with
// and without a public URL, which adds feeds, a sitemap and QR codes. The feeds validate
// against the schema of RFC 4287, the sitemap against that of sitemaps.org.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import checker from "vnu-jar";
import { validateXML } from "xmllint-wasm";

const run = promisify(execFile);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const at = (path) => here(`../../${path}`);
const BINARY = process.env.QUIPU ?? at("target/debug/quipu");
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
    assert.deepEqual(await errors("--css", join(folder, "sites/plain/quipu/quipu.css")), []);
  });

  test("would be told if a page were not valid", async () => {
    assert.match((await errors(here("wrong.html"))).join("\n"), /duplicate ID/i);
  });

  test("has only valid Atom feeds", async () => {
    const feeds = (await readdir(join(folder, "sites/public"), { recursive: true })).filter((path) => path.endsWith(".xml") && path !== "sitemap.xml");
    assert.ok(feeds.length > 50, `only ${feeds.length} feeds`);
    assert.deepEqual(await feedErrors(...feeds.map((path) => join(folder, "sites/public", path))), []);
  });

  test("would be told if a feed were not valid", async () => {
    const feed = await readFile(join(folder, "sites/public/novedades.xml"), "utf8");
    const wrong = join(folder, "wrong.xml");
    await writeFile(wrong, feed.replace(/<id>.*?<\/id>/, "").replace(/<updated>.*?</, "<updated>ayer<"));
    assert.match((await feedErrors(wrong)).join("\n"), /ayer.+ for element .updated.[^]*missing required child element .id./);
  });

  test("has a valid sitemap", async () => {
    assert.deepEqual(await sitemapErrors(await readFile(join(folder, "sites/public/sitemap.xml"), "utf8")), []);
  });

  test("would be told if the sitemap were not valid", async () => {
    const sitemap = await readFile(join(folder, "sites/public/sitemap.xml"), "utf8");
    const wrong = sitemap.replace("<lastmod>", "<lastmod>el ").replace(' hreflang="es"', "");
    assert.match((await sitemapErrors(wrong)).join("\n"), /'hreflang' is required[^]*'el \S+' is not a valid value/);
  });
});

/** Returns the errors of the checker, one line each. */
async function errors(...args) {
  const command = ["-jar", checker, "--errors-only", "--format", "gnu", ...args];
  const { stderr } = await run("java", command, { maxBuffer: OUTPUT }).catch((error) => error);
  return stderr.split("\n").filter((line) => /error:/.test(line));
}

/** Returns the errors of Jing, the checker's RELAX NG validator, one line each. */
async function feedErrors(...feeds) {
  const command = ["-cp", checker, "nu.validator.vendor.thaiopensource.relaxng.util.Driver", "-c", here("atom.rnc"), ...feeds];
  const { stdout } = await run("java", command, { maxBuffer: OUTPUT }).catch((error) => error);
  return stdout.split("\n").filter(Boolean);
}

/** Returns the errors of xmllint for the text of a sitemap, one line each. */
async function sitemapErrors(contents) {
  const file = async (path) => ({ fileName: basename(path), contents: await readFile(here(path), "utf8") });
  const { errors } = await validateXML({
    xml: { fileName: "sitemap-of-the-site.xml", contents },
    schema: await file("alternates.xsd"),
    preload: await file("node_modules/sitemap/schema/sitemap.xsd"),
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
