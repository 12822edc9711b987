// The reader's list of cases. The browser keeps it; nobody is told.

/** Where the list's page is, and which site it is of: from file:// all share one storage. */
const link = document.getElementById("my-list");
const KEY = `quipu-list:${link.dataset.site}`;

/** Cases as `{ permalink, title }`, in the order they were kept; none where the browser
 * keeps nothing. */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || [];
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

/** Whether the browser keeps anything at all. */
export function canKeep() {
  try {
    localStorage.setItem(KEY, localStorage.getItem(KEY) || "[]");
    return true;
  } catch {
    return false;
  }
}

/** Says beside the link to the list how many cases it has. */
export function tellCount() {
  const { length } = kept();
  link.lastElementChild.textContent = length ? ` (${length})` : "";
}
