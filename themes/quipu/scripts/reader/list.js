// On every page: how many cases the reader's list has, the button that keeps a case, the
// link to the content, and the web manifest.

import { answerFrames } from "./facts.js";
import { canKeep, drop, keep, kept, tellCount } from "./storage.js";

linkManifest();
answerFrames();
skipInPlace();

if (canKeep()) {
  for (const button of document.querySelectorAll("[data-keep]")) offer(button);
  tellCount();
  // The list may have changed on another page, or another tab.
  window.addEventListener("pageshow", tellCount);
  window.addEventListener("storage", tellCount);
}

// Chromium complains of a manifest on pages opened from a file.
function linkManifest() {
  const { manifest } = document.currentScript.dataset;
  if (!manifest || !location.protocol.startsWith("http")) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = manifest;
  document.head.append(link);
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
