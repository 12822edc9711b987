// Cases named in an address: `#casos/ara,casos/pias`. They are permalinks without their
// ending, so that no address can lead out of the site.

const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
// No list of a person's is longer.
const MOST = 100;

/** Whether something names a page of the site. */
export const isPermalink = (it) => typeof it === "string" && it.endsWith(".html") && NAME.test(it.slice(0, -5));

/** Permalinks that this page's address names, each once. */
export function named() {
  const names = new Set(location.hash.slice(1).split(/,|%2C/i));
  return [...names].filter((name) => NAME.test(name)).slice(0, MOST).map((name) => `${name}.html`);
}

/** The fragment that names permalinks. */
export const fragment = (permalinks) => "#" + permalinks.map((it) => it.replace(/\.html$/, "")).join(",");
