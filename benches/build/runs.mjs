// One run of each builder, and what several runs come to.

import { join } from "node:path";
import { bytesOf, filesIn } from "../measure/folder.mjs";
import { settle } from "../measure/settle.mjs";
import { median } from "../measure/statistics.mjs";

/** By builder's name: what its run took and made. */
export async function measureRun(builders, places) {
  const run = new Map();
  for (const builder of builders) run.set(builder.name, await measure(builder, places, run));
  return run;
}

async function measure(builder, { root, work, folder }, earlier) {
  const before = earlier.get(builder.after);
  if (before?.failure) return { failure: `${builder.after} failed` };
  const output = join(folder, builder.folder);
  builder.clear?.({ root });
  await settle();
  const build = builder.build({ root, work, output, outputOf: (name) => join(folder, name) });
  if (!build.ok) return { failure: reason(build) };
  const files = filesIn(output);
  return { ...sum(build, builder.addsTo && before), files: files.length, bytes: bytesOf(files) };
}

/** Two programs one after the other: their times together, the memory of the larger. */
function sum({ seconds, cpuSeconds, peakBytes }, before) {
  if (!before) return { seconds, cpuSeconds, peakBytes };
  return { seconds: seconds + before.seconds, cpuSeconds: cpuSeconds + before.cpuSeconds, peakBytes: Math.max(peakBytes, before.peakBytes) };
}

function reason({ errors, output }) {
  if (/heap out of memory/.test(errors)) return "out of memory";
  return `${errors}\n${output}`.match(/^.*\berror\b.*$/im)?.[0] || errors.trim().split("\n").at(-1) || "it failed and did not say why";
}

export function summary(size, builder, runs) {
  const failure = runs.find(({ failure }) => failure)?.failure;
  if (failure) return { size, builder, failure };
  const middle = (key) => median(runs.map((run) => run[key]).filter(Number.isFinite));
  const { files, bytes } = runs[0];
  const spread = [Math.min, Math.max].map((most) => most(...runs.map(({ seconds }) => seconds)));
  return { size, builder, seconds: middle("seconds"), spread, cpuSeconds: middle("cpuSeconds"), peakBytes: middle("peakBytes"), files, bytes };
}
