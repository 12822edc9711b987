// The page of the reader's list. If the URL lists cases, it shows those: a shared list.

import { add, addButton } from "../dom.js";
import { fragment, named } from "./address.js";
import { ask } from "./facts.js";
import { asFile } from "./file.js";
import { canKeep, drop, keep, kept } from "./storage.js";

const MOST_COMPARED = 4;

const page = document.getElementById("list-page");
const words = page.dataset;
const find = (name) => page.querySelector(`[data-${name}]`);
const [list, empty, actions, status, sent] = ["list", "empty", "actions", "status", "sent"].map(find);
const chosen = new Set();
let shown = [];

function show() {
  const asked = named();
  const mine = kept();
  const titleOf = (permalink) => (mine.find((it) => it.permalink === permalink) || {}).title;
  shown = asked.length ? asked.map((permalink) => ({ permalink, title: titleOf(permalink) })) : mine;
  sent.hidden = !asked.length || !canKeep();
  list.textContent = "";
  for (const it of shown) addItem(it, asked.length > 0);
  tellShown();
}

function tellShown() {
  empty.hidden = shown.length > 0;
  actions.hidden = !shown.length;
  find("link").href = fragment(shown.map((it) => it.permalink));
  tellChosen();
}

function addItem(it, isSent) {
  const item = add(list, "li");
  const label = add(item, "label");
  const box = Object.assign(add(label, "input"), { type: "checkbox", checked: chosen.has(it.permalink) });
  add(label, "span", words.compare, "unseen");
  box.onchange = () => {
    chosen[box.checked ? "add" : "delete"](it.permalink);
    tellChosen();
  };
  const text = add(item, "div");
  const link = add(text, "a", it.title || it.permalink);
  link.href = words.root + it.permalink;
  const summary = add(text, "p", "", "small");
  if (!isSent) {
    addButton(item, words.drop, () => {
      chosen.delete(it.permalink);
      drop(it.permalink);
      shown = shown.filter((other) => other !== it);
      item.remove();
      tellShown();
    }).setAttribute("aria-label", `${words.drop}: ${link.textContent}`);
  }
  ask(words.root, it.permalink).then((facts) => {
    link.textContent = it.title = facts ? facts.title : link.textContent;
    summary.textContent = facts ? facts.summary : words.gone;
  });
}

function tellChosen() {
  const compared = shown.map((it) => it.permalink).filter((permalink) => chosen.has(permalink));
  const button = find("compare");
  button.disabled = compared.length < 2 || compared.length > MOST_COMPARED;
  button.onclick = () => (location.href = words.comparison + fragment(compared));
}

async function save() {
  status.textContent = words.gathering;
  const cases = [];
  for (const { permalink } of shown) {
    const facts = await ask(words.root, permalink);
    if (facts) cases.push(facts);
  }
  const file = new Blob([asFile(words.title, cases, document.documentElement.lang)], { type: "text/html" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = words.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  status.textContent = words.saved.replace("#", cases.length);
}

find("print").onclick = () => print();
find("save").onclick = save;
find("keep-all").onclick = () => {
  for (const { permalink, title } of shown) keep(permalink, title || permalink);
  location.hash = "";
};
window.onhashchange = show;
page.hidden = false;
show();
