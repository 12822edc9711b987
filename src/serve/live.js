// Hears of each new state of the site: loads the page again when it has changed, and shows
// what is wrong until it is mended.
(function () {
  "use strict";
  var own = document.currentScript.dataset;
  var place = "quipu-scroll " + location.pathname;
  var panel = null;
  var hidden = "";

  // Where the page stood before it was loaded again.
  var kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    window.scrollTo(0, Number(kept));
  }

  var style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/__quipu/live.css";
  document.head.appendChild(style);

  function add(parent, name, text) {
    var element = document.createElement(name);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function show(told) {
    if (panel) panel.remove();
    panel = null;
    var key = JSON.stringify(told);
    if (!told.title || key === hidden) return;
    panel = document.createElement("details");
    panel.id = "quipu-problems";
    panel.lang = told.language;
    panel.open = told.are_errors;
    panel.className = told.are_errors ? "quipu-errors" : "quipu-warnings";
    add(panel, "summary", told.title);
    told.problems.forEach(function (problem) {
      add(panel, "pre", problem);
    });
    var button = add(panel, "button", told.hide);
    button.type = "button";
    button.addEventListener("click", function () {
      hidden = key;
      panel.remove();
    });
    panel.setAttribute("role", "status");
    document.body.appendChild(panel);
  }

  function load() {
    source.close();
    sessionStorage.setItem(place, String(window.scrollY));
    location.reload();
  }

  // What is new is shown at once; then the page is loaded like any other, so that its
  // scripts run and its styles are those of the theme.
  var loading = 0;
  function renew() {
    clearTimeout(loading);
    loading = setTimeout(load, 400);
    fetch(location.href, { cache: "no-store" }).then(function (answer) {
      return answer.text();
    }).then(function (html) {
      var next = new DOMParser().parseFromString(html, "text/html");
      var at = window.scrollY;
      document.title = next.title;
      document.body.replaceWith(next.body);
      window.scrollTo(0, at);
    });
  }

  var query = "?page=" + encodeURIComponent(own.page) + "&seen=" + own.seen;
  var source = new EventSource("/__quipu/events" + query);
  source.addEventListener("problems", function (event) {
    show(JSON.parse(event.data));
  });
  source.addEventListener("reload", renew);
  // A connection that stays open would keep the next page waiting for one.
  window.addEventListener("pagehide", function () {
    source.close();
  });
  // Back from the browser's memory, the page may be an old one.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });
})();
