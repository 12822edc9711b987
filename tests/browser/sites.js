// Sites built for tests, each in its own temporary folder.

import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BINARY = process.env.QUIPU ?? at("target/debug/quipu");

export const ADDRESS = "https://example.org/experiencias/";

/** The real site with a public URL, which adds QR codes, feeds and Open Graph tags. */
export const publicSite = () => build(at(""), `direccion_web: ${ADDRESS}\n`);

/** A small site with the kinds of pages that the real one lacks: a section, a custom facet, paginated terms. */
export const siteOfOtherKinds = () => build(at("tests/fixtures/every-variable"));

/** The same small site with theme files from before the search index last changed its format. */
export const siteWithOldTheme = () => build(at("tests/fixtures/every-variable"), "", at("tests/fixtures/old-theme"));

async function build(source, settings = "", theme = "") {
  const root = await mkdtemp(join(tmpdir(), "quipu-site-"));
  for (const name of ["quipu.yaml", "content"]) await cp(join(source, name), join(root, name), { recursive: true });
  if (theme) await cp(theme, join(root, "themes/quipu"), { recursive: true });
  await appendFile(join(root, "quipu.yaml"), settings);
  await run(BINARY, ["build", "--quiet", "--root", root]);
  return { folder: join(root, "public"), remove: () => rm(root, { recursive: true, force: true }) };
}
