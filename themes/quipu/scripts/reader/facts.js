// What a case's page tells of it. The page itself is the only source: whoever wants the
// facts of another page loads it in a hidden frame and asks it, which works from file://,
// where no page may read another.

const QUESTION = "quipu-facts";
// Milliseconds for an answer. A page that is there has loaded its script when its frame
// says so; of one that is not there, Firefox says nothing at all from file://.
const PATIENCE = 3000;
const IS_FILE = location.protocol === "file:";
const SLOWEST = IS_FILE ? PATIENCE : 60_000;
// Pages opened from file:// have no origin; no page of the web can have one in a frame.
const ORIGIN = IS_FILE ? "*" : location.origin;
const isOurs = (event) => IS_FILE || event.origin === ORIGIN;
const MOST_FRAMES = 4;

const answers = new Map();
const waiting = [];
let open = 0;

/** Answers whoever has this page in a frame. */
export function answerFrames() {
  window.addEventListener("message", (event) => {
    const { data, source } = event;
    if (data === QUESTION && source === window.parent && isOurs(event)) source.postMessage(facts(), ORIGIN);
  });
}

/** The facts of another page; null if it is not there. `root` leads to the site's root. */
export function ask(root, permalink) {
  if (!answers.has(permalink)) {
    answers.set(permalink, new Promise((resolve) => waiting.push([root, permalink, resolve])));
    next();
  }
  return answers.get(permalink);
}

// A few at a time: an old laptop takes its while for each.
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

// A list of definitions is several rows; anything else one, with a line for each item. In
// every language a row has the same key.
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

// Without what makes no sense elsewhere.
function text(element) {
  if (!element) return "";
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll("svg, .cite")) part.remove();
  for (const end of copy.querySelectorAll("br")) end.replaceWith(" · ");
  return copy.textContent.replace(/[^\S\u00a0\u202f]+/g, " ").trim();
}
