// Runs inside the page, before its own scripts: says when results have been painted.

export function watch() {
  const results = "#search-results > li";
  let input = 0;
  let paints = [];
  window.benchmark = {
    restart: () => ((input = 0), (paints = [])),
    // Milliseconds from the last input to the first and to the last paint of results.
    read: () => (input && paints.length ? { first: paints[0] - input, last: paints.at(-1) - input } : null),
  };
  addEventListener("input", () => ((input = performance.now()), (paints = [])), true);

  function observe() {
    const list = document.getElementById("search-results");
    if (!list) return;
    let firstSeen = false;
    new MutationObserver(() => {
      if (!document.querySelector(results)) return;
      requestAnimationFrame(() =>
        setTimeout(() => {
          paints.push(performance.now());
          if (!firstSeen) window.firstResultPainted?.();
          firstSeen = true;
        }),
      );
    }).observe(list, { childList: true, subtree: true, characterData: true });
  }
  addEventListener("DOMContentLoaded", observe);
}
