// Opens a built site as readers do: from file:// in a nested folder with spaces and ñ in its
// name, and over HTTP on loopback under a subpath; in Chromium and Firefox.

import { cp, mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { ARGUMENTS, EXECUTABLE } from "./chromium.js";

const SITE = process.env.QUIPU_SITE;
if (!SITE) throw new Error("QUIPU_SITE must name the folder of a built site");

const EXECUTABLES = {
  chromium: EXECUTABLE,
  firefox: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
};

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** All combinations of [browser, transport]. */
export const WAYS = ["chromium", "firefox"].flatMap((browser) =>
  ["file", "http"].map((transport) => [browser, transport]),
);

/** Returns the relative paths, with "/", of all files under a folder. */
export async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** Opens a copy of a site in a browser, optionally with JavaScript disabled; `close` cleans up. */
export async function open(browserName, transport, built = SITE, { hasScripts = true } = {}) {
  const parent = await mkdtemp(join(tmpdir(), "quipu-"));
  const folder = join(parent, "Memoria USB", "Municipalidad de Ñahuimpuquio", "sitio copiado");
  await cp(built, folder, { recursive: true });
  const proxy = await outsideWorld();
  const server = transport === "http" ? await serve(folder, "/una/ruta/") : null;
  const base = server ? server.base : `${pathToFileURL(folder).href}/`;
  const downloads = join(parent, "Descargas");
  await mkdir(downloads);
  const browser = await launch(browserName, { proxyPort: proxy.port, downloads, hasScripts });
  const page = await browser.newPage();
  // In Firefox, a preference at launch disables JavaScript.
  if (browserName === "chromium") await page.setJavaScriptEnabled(hasScripts);
  const messages = [];
  page.on("console", (message) => messages.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(`${page.url()}: ${error.message}`));
  return {
    base,
    folder,
    downloads,
    page,
    messages,
    outside: proxy.hosts,
    async close() {
      await browser.close();
      server?.close();
      proxy.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

async function launch(name, { proxyPort, downloads, hasScripts }) {
  if (name === "firefox") {
    return puppeteer.launch({
      browser: "firefox",
      executablePath: EXECUTABLES.firefox,
      headless: true,
      extraPrefsFirefox: {
        "javascript.enabled": hasScripts,
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxyPort,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxyPort,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
      },
    });
  }
  return puppeteer.launch({
    executablePath: EXECUTABLES.chromium,
    headless: true,
    downloadBehavior: { policy: "allow", downloadPath: downloads },
    args: [...ARGUMENTS, `--proxy-server=127.0.0.1:${proxyPort}`],
  });
}

/** A proxy for requests to any other host: records each URL and answers 502. */
async function outsideWorld() {
  const hosts = [];
  const server = createServer((request, response) => {
    hosts.push(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    hosts.push(request.url);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { hosts, port: server.address().port, close: () => server.close() };
}

async function serve(folder, prefix) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = path.startsWith(prefix) ? normalize(path.slice(prefix.length)) : "..";
    if (inside.startsWith("..")) return response.writeHead(404).end();
    try {
      const bytes = await readFile(join(folder, inside));
      response.writeHead(200, { "content-type": TYPES[extname(inside)] ?? "application/octet-stream" });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}${prefix}`;
  return { base, close: () => (server.closeAllConnections(), server.close()) };
}
