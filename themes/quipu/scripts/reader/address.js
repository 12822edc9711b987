// Cases named in an address: `#casos/ara,casos/pias`. They are permalinks without their
// ending, so that no address can lead out of the site.

const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** Permalinks that this page's address names, each once. */
export function named() {
  const names = decodeURIComponent(location.hash.slice(1)).split(",");
  return [...new Set(names)].filter((name) => NAME.test(name)).map((name) => `${name}.html`);
}

/** The fragment that names permalinks. */
export const fragment = (permalinks) => "#" + permalinks.map((it) => it.replace(/\.html$/, "")).join(",");
