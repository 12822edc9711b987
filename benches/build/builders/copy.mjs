// The least that writing so many files can take.

import { versionOf } from "../../measure/machine.mjs";
import { run } from "../../measure/process.mjs";

export const copy = {
  name: "cp -r",
  program: "cp",
  version: () => versionOf("cp"),
  after: "Quipu",
  build: ({ output, outputOf }) => run(["cp", "-r", outputOf("quipu"), output]),
  folder: "copy",
};
