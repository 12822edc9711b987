// Red Hat's YAML language server, as VS Code runs it, with the schemas of a site.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const quipu = process.env.QUIPU ?? fileURLToPath(new URL("../../target/debug/quipu", import.meta.url));
const serverFile = fileURLToPath(new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url));

describe("the YAML server with a site's schema", { timeout: 60_000 }, () => {
  let folder, server;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "quipu-"));
    execFileSync(quipu, ["--lang", "es", "init", folder]);
    server = await start(folder);
  });
  after(() => {
    server.process.kill();
    rmSync(folder, { recursive: true });
  });

  test("a sound case has nothing to complain about", async () => {
    const text = readFileSync(join(folder, "content/casos/ejemplo.md"), "utf8").split("---\n")[1];
    assert.deepEqual(await server.diagnose(text), []);
  });

  test("an unknown sector is flagged in its place", async () => {
    const found = await server.diagnose("titulo: Uno\nregion: loreto\nsector: saludd\nmodelo_de_gestion: modelo-de-ejemplo\n");
    assert.ok(found.some((item) => item.range.start.line === 2 && item.severity <= 2), JSON.stringify(found));
  });

  test("an unknown key and a missing one are flagged", async () => {
    const found = await server.diagnose("titulo: Uno\nregion: loreto\nsector: salud\nresumne: Qué\n");
    assert.ok(found.some((item) => item.message.includes("resumne")), JSON.stringify(found));
    assert.ok(found.some((item) => item.message.includes("modelo_de_gestion")), JSON.stringify(found));
  });

  test("regions are completed", async () => {
    const labels = await server.complete("titulo: Uno\nregion: \n", { line: 1, character: 8 });
    for (const region of ["loreto", "san-martin", "ucayali"]) assert.ok(labels.includes(region), labels.join(", "));
  });

  test("settings and vocabularies as they are made have nothing to complain about", async () => {
    for (const path of ["quipu.yaml", "content/vocabulario/sector.yaml", "content/vocabulario/region.yaml", "content/vocabulario/sinonimos.yaml"]) {
      assert.deepEqual(await server.diagnose(readFileSync(join(folder, path), "utf8"), path), [], path);
    }
  });

  test("a mistake in a vocabulary and one in the settings are flagged", async () => {
    const term = await server.diagnose("- {slug: salud, nonbre: Salud}\n", "content/vocabulario/nivel.yaml");
    assert.ok(term.some((item) => item.message.includes("nonbre")), JSON.stringify(term));
    const setting = await server.diagnose("titulo: Sitio\nidiomes: [es]\n", "otro/quipu.yaml");
    assert.ok(setting.some((item) => item.message.includes("idiomes")), JSON.stringify(setting));
  });

  test("synonyms are checked as groups, not as terms", async () => {
    const path = "content/vocabulario/synonyms.yaml";
    assert.deepEqual(await server.diagnose("- [DCI, 2030, desnutrición]\n", path), []);
    for (const [index, text] of ["- DCI, desnutrición\n", "- [DCI]\n", '- [DCI, ""]\n', "- {slug: salud, nombre: Salud}\n"].entries()) {
      const found = await server.diagnose(text, `${index}/${path}`);
      assert.ok(found.some((item) => item.severity <= 2), `${text} ${JSON.stringify(found)}`);
    }
  });

  test("keys are completed", async () => {
    const labels = await server.complete("titulo: Uno\nresu", { line: 1, character: 4 });
    assert.ok(labels.includes("resumen") && labels.includes("resultados"), labels.join(", "));
  });
});

async function start(folder) {
  const child = spawn(process.execPath, [serverFile, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = new Map();
  const published = new Map();
  let next = 1;
  let buffer = Buffer.alloc(0);

  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (method, params) =>
    new Promise((resolve) => {
      answers.set(next, resolve);
      send({ id: next++, method, params });
    });

  const settings = JSON.parse(readFileSync(join(folder, ".vscode/settings.json"), "utf8"));
  const schemas = Object.entries(settings["yaml.schemas"]);
  const configuration = {
    yaml: {
      schemas: Object.fromEntries(schemas.map(([file, globs]) => [pathToFileURL(join(folder, file)).href, globs])),
      schemaStore: { enable: false },
      validate: true,
      completion: true,
    },
  };

  const receive = (message) => {
    if (message.method === "textDocument/publishDiagnostics") {
      published.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method === "workspace/configuration") {
      send({ id: message.id, result: message.params.items.map((item) => configuration[item.section] ?? {}) });
    } else if (message.method && message.id !== undefined) {
      send({ id: message.id, result: null });
    } else if (answers.has(message.id)) {
      answers.get(message.id)(message.result);
    }
  };
  child.stdout.on("data", (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const end = buffer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, end).toString())[1]);
      if (buffer.length < end + 4 + length) return;
      receive(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()));
      buffer = buffer.subarray(end + 4 + length);
    }
  });

  const root = pathToFileURL(folder).href;
  await ask("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "sitio" }],
    capabilities: { workspace: { configuration: true }, textDocument: { completion: {} } },
  });
  send({ method: "initialized", params: {} });
  send({ method: "workspace/didChangeConfiguration", params: { settings: configuration } });
  await new Promise((resolve) => setTimeout(resolve, 500));

  let documents = 0;
  const open = (text, path = `content/casos/prueba-${++documents}.yaml`) => {
    const uri = `${root}/${path}`;
    send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
    return uri;
  };
  return {
    process: child,
    diagnose: (text, path = `content/casos/prueba-${++documents}.yaml`) =>
      new Promise((resolve) => {
        published.set(`${root}/${path}`, resolve);
        open(text, path);
      }),
    complete: async (text, position) => {
      const uri = open(text);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const list = await ask("textDocument/completion", { textDocument: { uri }, position });
      return (list.items ?? list).map((item) => item.label);
    },
  };
}
