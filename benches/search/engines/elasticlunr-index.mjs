// node elasticlunr-index.mjs FOLDER FILE: in a process of its own, since it may run out of memory.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { plainBody } from "../../corpus/traits.mjs";

const require = createRequire(import.meta.url);
const elasticlunr = require("elasticlunr");
// lunr-languages asks for a function of lunr that elasticlunr lacks.
elasticlunr.generateStopWordFilter = (words) => {
  const stopWords = new Set(words);
  return (word) => (stopWords.has(word) ? undefined : word);
};
require("lunr-languages/lunr.stemmer.support.js")(elasticlunr);
require("lunr-languages/lunr.es.js")(elasticlunr);

const [folder, output] = process.argv.slice(2);
const index = elasticlunr(function () {
  this.use(elasticlunr.es);
  this.addField("title");
  this.addField("body");
  this.setRef("id");
  // The texts themselves would double the file; what is shown of a case is kept beside the index.
  this.saveDocument(false);
});
const shown = readdirSync(folder).map((file, id) => {
  const markdown = readFileSync(join(folder, file), "utf8");
  const field = (name) => JSON.parse(markdown.match(new RegExp(`^${name}: (".*")$`, "m"))[1]);
  index.addDoc({ id, title: field("titulo"), body: plainBody(markdown) });
  return { title: field("titulo"), url: `/casos/${file.replace(/md$/, "html")}`, excerpt: field("resumen") };
});
writeFileSync(output, JSON.stringify({ index, shown }));
