// Runs `quipu serve` on a small site, with a browser to open its pages.

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { ARGUMENTS, EXECUTABLE } from "./chromium.js";

const BINARY = process.env.QUIPU ?? fileURLToPath(new URL("../../target/debug/quipu", import.meta.url));

const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

const FILES = {
  "quipu.yaml": "titulo: Sitio de prueba\nidiomas: [es]\n",
  "content/vocabulario/region.yaml": "- {slug: loreto, nombre: Loreto}\n",
  "content/vocabulario/sector.yaml": "- {slug: salud, nombre: Salud}\n",
  "content/modelos/autoridad.md": "---\ntitulo: Autoridad\n---\n\n## Qué es\n\nUn enfoque.\n",
  "content/casos/uno.md": caseStudy("Uno", "Se hizo en lancha."),
  "content/casos/dos.md": caseStudy("Dos", "Se hizo a pie."),
};

/** Returns the source of a case study. */
export function caseStudy(title, body) {
  return `---\ntitulo: ${title}\nregion: loreto\nsector: salud\nmodelo_de_gestion: autoridad\n---\n\n${body}\n`;
}

/** Serves a site, by default the small one in a temporary folder; `close` stops and cleans up. */
export async function preview(root, browserName = "chromium") {
  const folder = root ?? (await mkdtemp(join(tmpdir(), "quipu-")));
  const write = async (path, text) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  if (!root) for (const [path, text] of Object.entries(FILES)) await write(path, text);
  const said = [];
  let { server, base } = await serve(folder, "0", said);
  const browser = await launch(browserName);
  const messages = [];
  return {
    folder,
    base,
    browser,
    said,
    messages,
    write,
    read: (path) => readFile(join(folder, path), "utf8"),
    remove: (path) => rm(join(folder, path)),
    /** Resident memory of the server, in bytes. */
    async memory() {
      const status = await readFile(`/proc/${server.pid}/status`, "utf8");
      return Number(status.match(/^VmRSS:\s+(\d+) kB/m)[1]) * 1024;
    },
    /** Ends the server; `start` starts it again at the same address. */
    stop: () => end(server),
    async start() {
      ({ server } = await serve(folder, new URL(base).port, said));
    },
    isRunning: () => server.exitCode === null,
    async open(path, prepare = async () => {}) {
      const page = await browser.newPage();
      await prepare(page);
      page.on("console", (message) => messages.push(`${page.url()}: ${message.text()}`));
      page.on("pageerror", (error) => messages.push(`${page.url()}: ${error.message}`));
      await page.goto(base + path, { waitUntil: "load" });
      return page;
    },
    async close() {
      await browser.close();
      await end(server);
      if (!root) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve(folder, port, said) {
  const server = spawn(BINARY, ["--root", folder, "serve", "--port", port, "--lang", "es"]);
  const start = said.length;
  const base = await new Promise((resolve, reject) => {
    server.on("exit", () => reject(new Error(said.slice(start).join(""))));
    server.stderr.on("data", (bytes) => {
      said.push(bytes.toString());
      const address = said.slice(start).join("").match(/http:\S+/);
      if (address) resolve(address[0]);
    });
  });
  return { server, base };
}

async function end(server) {
  server.removeAllListeners("exit");
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.on("exit", resolve));
  server.kill();
  await ended;
}

function launch(name) {
  return name === "firefox"
    ? puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true })
    : puppeteer.launch({ executablePath: EXECUTABLE, headless: true, args: ARGUMENTS });
}
