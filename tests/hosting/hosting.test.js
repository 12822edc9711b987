// The real site under nginx at a subpath, with the configuration and the publishing steps of
// docs/hosting.md.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort, startNginx } from "./nginx.js";

const run = promisify(execFile);
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BINARY = process.env.QUIPU ?? at("target/debug/quipu");

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "content-security-policy": "frame-ancestors 'self'",
};

describe("nginx as docs/hosting.md sets it up", { timeout: 120_000 }, () => {
  let folder;
  let base;
  let site;
  let stop;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "quipu-hosting-"));
    const port = await freePort();
    base = `http://127.0.0.1:${port}/casos/`;
    for (const name of ["quipu.yaml", "content"]) await cp(at(name), join(folder, name), { recursive: true });
    await appendFile(join(folder, "quipu.yaml"), `direccion_web: ${base}\n`);
    await mkdir(join(folder, "www"));
    site = join(folder, "www/casos-1");
    await run(BINARY, ["build", "--quiet", "--root", folder, "--output", site]);
    await publish("casos-1");
    stop = await startNginx(join(folder, "nginx"), join(folder, "www"), port);
  });
  after(async () => {
    await stop?.();
    await rm(folder, { recursive: true });
  });

  // The command of docs/hosting.md.
  const publish = (edition) =>
    run("sh", ["-c", `ln -sfn ${edition} casos.nueva && mv -T casos.nueva casos`], { cwd: join(folder, "www") });

  const get = (path, headers) => fetch(new URL(path, base), { headers, redirect: "manual" });

  const shards = async () => (await readdir(join(site, "quipu/search"), { recursive: true })).filter((path) => /^.+\/.+\.js$/.test(path));

  test("serves every file of the site with a type of its own and the headers", async () => {
    const types = {
      html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "application/javascript; charset=utf-8",
      json: "application/json", jsonld: "application/ld+json", csv: "text/csv; charset=utf-8", svg: "image/svg+xml",
      xml: "text/xml; charset=utf-8", txt: "text/plain; charset=utf-8", webmanifest: "application/manifest+json", webp: "image/webp",
    };
    const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.startsWith("."));
    assert.ok(files.length > 300, `only ${files.length} files`);
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name).slice(site.length + 1);
      const answer = await get(path);
      await answer.arrayBuffer();
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get("content-type"), types[name.split(".").pop()], path);
      for (const [header, value] of Object.entries(EVERYWHERE)) assert.equal(answer.headers.get(header), value, `${path}: ${header}`);
    }
  });

  test("lets browsers keep what never changes, and ask for the rest", async () => {
    const kept = await get(`quipu/search/${(await shards())[0]}`);
    assert.equal(kept.headers.get("cache-control"), "public, max-age=31536000, immutable");
    for (const path of ["index.html", "quipu/quipu.css", "quipu/search/root.js", "datos/casos.json"]) {
      const asked = await get(path);
      assert.equal(asked.headers.get("cache-control"), "no-cache", path);
      const again = await get(path, { "If-None-Match": asked.headers.get("etag") });
      assert.equal(again.status, 304, path);
    }
  });

  test("sends text compressed", async () => {
    for (const path of ["index.html", "quipu/quipu.css", "quipu/list.js", "datos/casos.csv", "datos/catalogo.jsonld", "quipu/quipu.svg"]) {
      const answer = await get(path, { "Accept-Encoding": "gzip" });
      assert.equal(answer.headers.get("content-encoding"), "gzip", path);
    }
  });

  test("opens the home page at the folder's address", async () => {
    const answer = await get("");
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /<h1>/);
  });

  test("answers what is not there with a page that leads on, at any depth", async () => {
    for (const path of ["nada.html", "casos/nada.html", "a/b/c/nada.html", "quipu/search/0/nada.js"]) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      const page = await answer.text();
      const links = [...page.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => new URL(link, new URL(path, base)));
      assert.ok(links.length > 5, path);
      for (const link of links.filter(({ origin }) => origin === new URL(base).origin)) {
        assert.equal((await fetch(link)).status, 200, `${path}: ${link}`);
      }
    }
  });

  test("keeps to the site's folder", async () => {
    for (const path of ["..%2f..%2fquipu.yaml", "%2e%2e/%2e%2e/quipu.yaml"]) {
      const answer = await get(path);
      assert.ok([400, 404].includes(answer.status), `${path}: ${answer.status}`);
    }
  });

  test("shows the next edition once it is whole", async () => {
    await cp(site, join(folder, "www/casos-2"), { recursive: true });
    await appendFile(join(folder, "www/casos-2/robots.txt"), "# dos\n");
    assert.doesNotMatch(await (await get("robots.txt")).text(), /# dos/);
    await publish("casos-2");
    assert.match(await (await get("robots.txt")).text(), /# dos/);
  });
});
