// Extracts the facts of a case from its page. To get those of another page, it is loaded in a
// hidden iframe and asked through postMessage, which also works from file://, where pages
// cannot read each other.

const QUESTION = "quipu-facts";
// Milliseconds to wait for an answer. An existing page has run its script by the load event of
// its iframe; for a missing one, Firefox fires no event at all from file://.
const PATIENCE = 3000;
const IS_FILE = location.protocol === "file:";
const SLOWEST = IS_FILE ? PATIENCE : 60_000;
// Pages opened from file:// have no origin; web pages cannot frame them.
const ORIGIN = IS_FILE ? "*" : location.origin;
const isOurs = (event) => IS_FILE || event.origin === ORIGIN;
const MOST_FRAMES = 4;

const answers = new Map();
const waiting = [];
let open = 0;

/** Answers requests from a page that frames this one. */
export function answerFrames() {
  window.addEventListener("message", (event) => {
    const { data, source } = event;
    if (data === QUESTION && source === window.parent && isOurs(event)) source.postMessage(facts(), ORIGIN);
  });
}

/** Resolves to the facts of another page, null if it is missing; `root` is the path to the site root. */
export function ask(root, permalink) {
  if (!answers.has(permalink)) {
    answers.set(permalink, new Promise((resolve) => waiting.push([root, permalink, resolve])));
    next();
  }
  return answers.get(permalink);
}

// Loads a few pages at a time: each takes a while on an old laptop.
function next() {
  if (open >= MOST_FRAMES || !waiting.length) return;
  open++;
  const [root, permalink, resolve] = waiting.shift();
  load(root, permalink).then((facts) => {
    open--;
    next();
    resolve(facts);
  });
}

function load(root, permalink) {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    const end = (facts) => {
      window.removeEventListener("message", hear);
      frame.remove();
      resolve(facts && facts.title ? { permalink, ...facts } : null);
    };
    const hear = (event) => event.source === frame.contentWindow && isOurs(event) && end(event.data);
    window.addEventListener("message", hear);
    frame.hidden = true;
    frame.title = permalink;
    frame.src = root + permalink;
    frame.onload = () => {
      frame.contentWindow.postMessage(QUESTION, ORIGIN);
      setTimeout(end, PATIENCE, null);
    };
    document.body.append(frame);
    setTimeout(end, SLOWEST, null);
  });
}

function facts() {
  const find = (selector) => document.querySelector(`main article ${selector}`);
  const canonical = document.querySelector("link[rel=canonical]");
  return {
    language: document.documentElement.lang,
    title: text(find("h1")),
    summary: text(find(".lead")),
    address: canonical ? canonical.href : "",
    rows: [...document.querySelectorAll("main article [data-facts]")].flatMap(rows),
    texts: [...document.querySelectorAll("main article .body > .prose, main article .sources")].map((part) => part.innerHTML),
  };
}

// Converts a definition list to a row per term, anything else to one row with a line per item.
// Keys are the same in all languages.
function rows(part) {
  const { facts: label, key } = part.dataset;
  if (label) return [{ key, label, lines: [...part.querySelectorAll("li, dt, tbody tr")].map(line) }];
  return [...part.querySelectorAll("dt")].map((term) => ({
    key: term.dataset.key,
    label: text(term),
    lines: [text(term.nextElementSibling)],
  }));
}

function line(item) {
  const cells = [...item.querySelectorAll("td[data-label]")].filter((cell) => cell.className && text(cell) !== "—");
  if (cells.length) {
    const values = cells.map((cell) => `${cell.dataset.label}: ${text(cell)}`);
    return `${text(item.querySelector("th"))}. ${values.join(" · ")}`;
  }
  const [title, note] = [item.querySelector("strong"), item.querySelector(".small")];
  return title ? text(title) + (note ? ` (${text(note)})` : "") : text(item);
}

// Returns the text of an element without parts that make no sense outside the page.
function text(element) {
  if (!element) return "";
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll("svg, .cite")) part.remove();
  for (const end of copy.querySelectorAll("br")) end.replaceWith(" · ");
  return copy.textContent.replace(/[^\S\u00a0\u202f]+/g, " ").trim();
}
