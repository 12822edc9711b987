// Cases listed in the URL fragment: `#casos/ara,casos/pias`. They are permalinks without
// extension, so that no URL can point out of the site.

const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
// Upper limit on the listed cases, more than any reader keeps.
const MOST = 100;

/** Whether a value is the permalink of a page. */
export const isPermalink = (it) => typeof it === "string" && it.endsWith(".html") && NAME.test(it.slice(0, -5));

/** Returns the permalinks listed in the URL of this page, without duplicates. */
export function named() {
  const names = new Set(location.hash.slice(1).split(/,|%2C/i));
  return [...names].filter((name) => NAME.test(name)).slice(0, MOST).map((name) => `${name}.html`);
}

/** Returns the fragment that lists permalinks. */
export const fragment = (permalinks) => "#" + permalinks.map((it) => it.replace(/\.html$/, "")).join(",");
