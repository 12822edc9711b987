// A loopback server that remembers what was asked for, and what that would have weighed gzipped.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

const compress = promisify(gzip);

export async function serve(folder) {
  let log = [];
  let underWay = 0;
  let lastChange = performance.now();
  const zippedSizes = new Map();

  async function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    underWay += 1;
    try {
      const bytes = await readFile(join(folder, normalize(path)));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
      response.end(bytes);
      log.push({ path, bytes: bytes.length, content: bytes });
    } catch {
      response.writeHead(404).end();
    }
    underWay -= 1;
    lastChange = performance.now();
  }

  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    base: `http://127.0.0.1:${server.address().port}/`,
    restart: () => (log = []),
    count: () => log.length,

    /** What the first `end` answers since `start` weigh, leaving out those that `counts` does not count. */
    async weigh(counts, start = 0, end = log.length) {
      const sum = { requests: 0, bytes: 0, zipped: 0 };
      for (const { path, bytes, content } of log.slice(start, end).filter(({ path }) => counts(path))) {
        if (!zippedSizes.has(path)) zippedSizes.set(path, (await compress(content)).length);
        sum.requests += 1;
        sum.bytes += bytes;
        sum.zipped += zippedSizes.get(path);
      }
      return sum;
    },

    /** Resolves once nothing has been asked for during `quiet` milliseconds from now on. */
    async idle(quiet = 400) {
      lastChange = performance.now();
      while (underWay > 0 || performance.now() - lastChange < quiet)
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: () => (server.closeAllConnections(), server.close()),
  };
}
