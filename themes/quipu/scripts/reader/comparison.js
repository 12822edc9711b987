// Compares two to four cases, listed in the URL, side by side.

import { add, addButton } from "../dom.js";
import { fragment, named } from "./address.js";
import { ask } from "./facts.js";

const MOST = 4;

const page = document.getElementById("comparison");
const words = page.dataset;
const find = (name) => page.querySelector(`[data-${name}]`);
const [status, empty, place] = ["status", "empty", "table"].map(find);
const table = place.querySelector("table");

let run = 0;

async function show() {
  const mine = ++run;
  const asked = named().slice(0, MOST);
  empty.hidden = asked.length > 1;
  place.hidden = true;
  status.textContent = asked.length > 1 ? words.loading : "";
  if (asked.length < 2) return;
  const answers = await Promise.all(asked.map((permalink) => ask(words.root, permalink)));
  if (mine !== run) return;
  const cases = answers.filter(Boolean);
  const gone = asked.filter((_, at) => !answers[at]);
  status.textContent = gone.map((permalink) => `${words.gone} (${permalink})`).join(" ");
  fill(cases);
  place.hidden = false;
}

function fill(cases) {
  table.textContent = "";
  const head = add(add(table, "thead"), "tr");
  add(add(head, "th"), "span", words.fact, "unseen");
  for (const { permalink, title } of cases) addHead(head, permalink, title, cases);
  const body = add(table, "tbody");
  for (const key of keys(cases)) {
    const row = add(body, "tr");
    add(row, "th", labelOf(key, cases)).scope = "row";
    for (const { language, rows, title } of cases) {
      const cell = add(row, "td");
      cell.dataset.label = title;
      if (language !== document.documentElement.lang) cell.lang = language;
      addLines(cell, rows.filter((it) => it.key === key).flatMap((it) => it.lines));
    }
  }
}

function addHead(row, permalink, title, cases) {
  const cell = add(row, "th");
  cell.scope = "col";
  add(cell, "a", title).href = words.root + permalink;
  if (cases.length > 2) {
    const rest = cases.map((it) => it.permalink).filter((it) => it !== permalink);
    const button = addButton(cell, words.drop, () => (location.hash = fragment(rest)));
    button.setAttribute("aria-label", `${words.drop}: ${title}`);
  }
}

function addLines(cell, lines) {
  if (lines.length > 1) {
    const list = add(cell, "ul");
    for (const line of lines) add(list, "li", line);
  } else cell.textContent = lines[0] || "—";
}

// Returns the label in the reader's language, if any of the cases is in it.
function labelOf(key, cases) {
  const isReaders = ({ language }) => language === document.documentElement.lang;
  const sorted = [...cases].sort((a, b) => isReaders(b) - isReaders(a));
  return sorted.flatMap(({ rows }) => rows).find((row) => row.key === key).label;
}

// Merges the keys of all cases, keeping their order within each case.
function keys(cases) {
  const all = [];
  for (const { rows } of cases) {
    let at = 0;
    for (const { key } of rows) {
      const known = all.indexOf(key);
      if (known < 0) all.splice(at, 0, key);
      at = (known < 0 ? at : Math.max(at, known)) + 1;
    }
  }
  return all;
}

find("print").onclick = () => print();
window.onhashchange = show;
page.hidden = false;
show();
