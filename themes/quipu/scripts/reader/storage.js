// The reader's list of cases, stored only in the browser.

import { isPermalink } from "./address.js";

const link = document.getElementById("my-list");
// All sites opened from file:// share one storage, and a host can have several sites: the path
// keeps their lists apart.
const site = link && new URL(link.dataset.root || "./", location.href).pathname;
const KEY = `quipu-list:${site}`;

/** Returns the cases as `{ permalink, title }`, oldest first; empty if storage is unavailable. */
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

/** Adds a case at the end of the list. */
export const keep = (permalink, title) => write([...others(permalink), { permalink, title }]);

/** Removes a case. */
export const drop = (permalink) => write(others(permalink));

/** Whether lists are available: the theme links to the list and the browser has storage. */
export function canKeep() {
  try {
    localStorage.setItem(KEY, localStorage.getItem(KEY) || "[]");
    return Boolean(link);
  } catch {
    return false;
  }
}

/** Shows the number of cases beside the link to the list. */
export function tellCount() {
  const { length } = kept();
  link.querySelector("span").textContent = length ? ` (${length})` : "";
}
