// Runs on every page: the number of cases in the reader's list, the button that saves a case,
// the skip link, and the web manifest.

import { answerFrames } from "./facts.js";
import { canKeep, drop, keep, kept, tellCount } from "./storage.js";

linkManifest();
answerFrames();
skipInPlace();

if (canKeep()) {
  for (const button of document.querySelectorAll("[data-keep]")) offer(button);
  tellCount();
  // The list may have changed on another page or in another tab.
  window.addEventListener("pageshow", tellCount);
  window.addEventListener("storage", tellCount);
}

// Chromium logs an error for a manifest on pages opened from file://.
function linkManifest() {
  const { manifest } = document.currentScript.dataset;
  if (!manifest || !location.protocol.startsWith("http")) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = manifest;
  document.head.append(link);
}

// The skip link must not change the URL, where some pages store the reader's choices.
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
