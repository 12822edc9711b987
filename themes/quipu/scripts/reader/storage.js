// The reader's list of cases. The browser keeps it; nobody is told.

import { isPermalink } from "./address.js";

const link = document.getElementById("my-list");
// From file:// all sites share one storage, and several may stand on one host: each has a
// list of its own by where it is.
const site = link && new URL(link.dataset.root || "./", location.href).pathname;
const KEY = `quipu-list:${site}`;

/** Cases as `{ permalink, title }`, in the order they were kept; none where the browser
 * keeps nothing. */
export function kept() {
  try {
    const cases = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(cases) ? cases.filter((it) => it && isPermalink(it.permalink)) : [];
  } catch {
    return [];
  }
}

function write(cases) {
  localStorage.setItem(KEY, JSON.stringify(cases));
  tellCount();
}

const others = (permalink) => kept().filter((it) => it.permalink !== permalink);

/** Adds a case at the end. */
export const keep = (permalink, title) => write([...others(permalink), { permalink, title }]);

/** Takes a case away. */
export const drop = (permalink) => write(others(permalink));

/** Whether there is a list at all: the theme has a link to it and the browser keeps it. */
export function canKeep() {
  try {
    localStorage.setItem(KEY, localStorage.getItem(KEY) || "[]");
    return Boolean(link);
  } catch {
    return false;
  }
}

/** Says beside the link to the list how many cases it has. */
export function tellCount() {
  const { length } = kept();
  link.querySelector("span").textContent = length ? ` (${length})` : "";
}
