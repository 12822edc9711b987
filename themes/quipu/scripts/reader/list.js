// On every page: how many cases the reader's list has, the button that keeps a case, and
// the link to the content.

import { answerFrames } from "./facts.js";
import { canKeep, drop, keep, kept, tellCount } from "./storage.js";

answerFrames();
skipInPlace();

if (canKeep()) {
  for (const button of document.querySelectorAll("[data-keep]")) offer(button);
  tellCount();
  // The list may have changed on another page, or another tab.
  window.addEventListener("pageshow", tellCount);
  window.addEventListener("storage", tellCount);
}

// Some pages keep in the address what the reader chose: skipping must not change it.
function skipInPlace() {
  const [link, main] = [document.querySelector(".skip"), document.querySelector("main")];
  if (!link || !main) return;
  link.onclick = (event) => {
    event.preventDefault();
    main.focus();
  };
}

function offer(button) {
  const { keep: permalink, title, words, kept: keptWords } = button.dataset;
  const isKept = () => kept().some((it) => it.permalink === permalink);
  const tell = () => (button.textContent = isKept() ? keptWords : words);
  button.onclick = () => {
    if (isKept()) drop(permalink);
    else keep(permalink, title);
    tell();
  };
  window.addEventListener("pageshow", tell);
  button.hidden = false;
  tell();
}
