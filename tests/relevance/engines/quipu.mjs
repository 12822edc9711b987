// Quipu's own search, through its command.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export function quipu(binary, root) {
  return {
    name: "Quipu",
    async search({ query, language }) {
      const options = ["--root", root, "--lang", language, "search", "--format", "json", "--limit", "10", "--", query];
      const { stdout } = await run(binary, options, { timeout: 60_000, maxBuffer: 1 << 26 });
      return JSON.parse(stdout).results.map(({ url }) => url);
    },
    close() {},
  };
}
