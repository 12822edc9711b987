// node updates.mjs [--size 10000] [--cases 5] [--out FILE] [--work FOLDER]
// Measures the size of updates, with complete files and with differences, after different
// changes to one case. --size is the number of cases of the site, --cases how many of them are
// changed in turn. The binary is $QUIPU, default target/release/quipu. With --work, the site is
// kept in that folder.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeCorpus } from "./corpus.mjs";
import { describeMachine, versionOf } from "./measure/machine.mjs";
import { publishSection } from "./measure/publish.mjs";
import { table } from "./measure/table.mjs";
import { bytes, count } from "./measure/units.mjs";

const { values: options } = parseArgs({
  options: {
    size: { type: "string", default: "10000" },
    cases: { type: "string", default: "5" },
    out: { type: "string", default: fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url)) },
    work: { type: "string" },
  },
});
const program = resolve(process.env.QUIPU || fileURLToPath(new URL("../target/release/quipu", import.meta.url)));

const SENTENCE =
  "Desde el año 2019 la municipalidad distrital mantiene el sistema con recursos propios y una cuota mensual de los usuarios. ";
const PARAGRAPH = `${SENTENCE}Las juntas comunales rinden cuentas cada trimestre en asamblea pública. El gobierno regional financió la primera compra de repuestos, y la escuela del pueblo enseña a cuidar el agua.`;
const NEW = "a new case";
// Everything from the first heading to the end of the first sentence below it.
const FIRST_SENTENCE = /## [^\n]+\n\n[^\n]*?\. /;

/** Changes to a case: functions from its text to the new text. */
const CHANGES = {
  "a word for another": (text) => text.replace(/(## [^\n]+\n\n[^\n]*? la )[a-z]+/, "$1comuna"),
  "a word more": (text) => text.replace(/(## [^\n]+\n\n[^\n]*? la )/, "$1nueva "),
  "a sentence more": (text) => text.replace(FIRST_SENTENCE, `$&${SENTENCE}`),
  "a paragraph more": (text) => text.replace(FIRST_SENTENCE, `$&\n\n${PARAGRAPH}\n\n`),
  "another title": (text) => text.replace(/titulo: "([^"]*)"/, 'titulo: "$1, segunda etapa"'),
  // Written to a new file.
  [NEW]: (text) => text.replace(/titulo: "([^"]*)"/, 'titulo: "$1, otra vez"').replace(/fecha: .*/, "fecha: 2030-01-15"),
};

function main() {
  const work = options.work ? resolve(options.work) : mkdtempSync(join(tmpdir(), "quipu-updates-"));
  try {
    publishSection(options.out, "updates", report(measure(work)), {});
  } finally {
    if (!options.work) rmSync(work, { recursive: true, force: true });
  }
}

function measure(work) {
  mkdirSync(work, { recursive: true });
  const run = (...args) => execFileSync(program, ["--quiet", ...args], { cwd: work, stdio: ["ignore", "ignore", "inherit"] });
  const build = () => run("--root", "root", "build", "--output", "site");
  const pack = (name, edition, ...since) => {
    run("pack", "--site", "site", "--to", name, "--edition", edition, ...since);
    return statSync(join(work, name)).size;
  };
  writeCorpus(Number(options.size), join(work, "root"));
  build();
  const whole = pack("copy.zip", "2026-01-01T00:00:00Z");
  const folder = join(work, "root/content/casos");
  const rows = Object.keys(CHANGES).map((change) => ({ change, files: [], differences: [] }));
  for (const file of spread(readdirSync(folder).sort(), Number(options.cases))) {
    for (const row of rows) {
      const restore = edit(join(folder, file), row.change);
      build();
      for (const [kind, flags] of [["files", []], ["differences", ["--differences"]]]) {
        row[kind].push(pack("update.zip", "2026-02-01T00:00:00Z", "--since", "copy.zip", ...flags));
      }
      restore();
      console.error(file, row.change, bytes(row.files.at(-1)), bytes(row.differences.at(-1)));
    }
  }
  return { whole, rows };
}

/** Picks `some` evenly spaced elements of a list. */
const spread = (list, some) => Array.from({ length: some }, (_, at) => list[Math.floor(((at + 0.5) * list.length) / some)]);

/** Applies a change to a case. Returns a function that reverts it. */
function edit(file, change) {
  const text = readFileSync(file, "utf8");
  const changed = CHANGES[change](text);
  if (changed === text) throw new Error(`${file} has no place for ${change}`);
  if (change === NEW) {
    const added = file.replace(/\.md$/, "-bis.md");
    writeFileSync(added, changed);
    return () => rmSync(added);
  }
  writeFileSync(file, changed);
  return () => writeFileSync(file, text);
}

function report({ whole, rows }) {
  const { date, cpu, cores } = describeMachine();
  const range = (sizes) => `${bytes(Math.min(...sizes))} to ${bytes(Math.max(...sizes))}`;
  const lines = rows.map(({ change, files, differences }) => [change, range(files), range(differences)]);
  return `## Updates

${date}, ${cpu}, ${cores} cores, Quipu ${versionOf(program)}: what \`quipu pack --since\` makes of a copy of
${count(Number(options.size))} cases, whose zip has ${bytes(whole)}, when one case is changed; the smallest and the largest
of ${options.cases} cases. Whole files can be unpacked over a copy by anyone; differences are for \`quipu apply\`.
\`(cd benches && npm ci && node updates.mjs)\` measures again.

${table(["changed in one case", "whole files", "differences"], ["---", "--:", "--:"], lines)}
`;
}

main();
