// Runs nginx with the configuration of docs/hosting.md, except for the port and the root.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const DOCUMENT = new URL("../../docs/hosting.md", import.meta.url);
const PATIENCE = 10_000;
// Debian installs nginx in /usr/sbin, which is not in the PATH of ordinary users.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

/** Returns a free port on loopback. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Serves `www` on a loopback port; nginx's own files go to `folder`. Returns a function to stop it. */
export async function startNginx(folder, www, port) {
  await mkdir(folder);
  await cp("/etc/nginx/mime.types", join(folder, "mime.types"));
  const settings = join(folder, "nginx.conf");
  await writeFile(settings, await configuration(folder, www, port));
  await promisify(execFile)("nginx", ["-t", "-q", "-e", "stderr", "-p", folder, "-c", settings], { env });
  const nginx = spawn("nginx", ["-e", "stderr", "-p", folder, "-c", settings], { env, stdio: "inherit" });
  const end = once(nginx, "exit");
  await untilItAnswers(port);
  return async () => {
    nginx.kill("SIGTERM");
    await end;
  };
}

async function configuration(folder, www, port) {
  const document = await readFile(DOCUMENT, "utf8");
  const [, told] = document.match(/<!-- nginx -->\n```nginx\n(.*?)```/s);
  const server = replaced(replaced(told, "listen 80;", `listen 127.0.0.1:${port};`), "root /srv/www;", `root ${www};`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
    daemon off;
    ${process.getuid() === 0 ? "user root;" : ""}
    pid ${folder}/nginx.pid;
    events {}
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n")}
      ${server}
    }`;
}

function replaced(text, told, own) {
  if (!text.includes(told)) throw new Error(`docs/hosting.md has no «${told}»`);
  return text.replace(told, own);
}

async function untilItAnswers(port) {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer) return;
    await pause(50);
  }
  throw new Error("nginx does not answer");
}
