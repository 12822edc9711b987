// Templates are JavaScript functions, the fastest kind that Eleventy has, and the markdown is
// markdown alone, without a template language in it.

import { arrange } from "./arrange.mjs";
import { markdown } from "./markdown.mjs";

export default function (config) {
  config.amendLibrary("md", markdown);
  config.addPassthroughCopy("quipu");
  config.ignores.add("content/*/_index.md");
  for (const name of ["cases", "lists", "facets", "termPages", "termFeeds", "places", "addresses"])
    config.addCollection(name, (api) => arrange(api)[name]);
  return { markdownTemplateEngine: false, htmlTemplateEngine: false, dir: { input: ".", includes: "_includes" } };
}
