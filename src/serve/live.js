// Asks for each new state of the site: loads the page again when it has changed, and shows
// what is wrong until it is mended.
(function () {
  "use strict";
  var own = document.currentScript.dataset;
  var place = "quipu-scroll " + location.pathname;
  var panel = null;
  var shown = "";
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

  function show(state) {
    var key = JSON.stringify(state);
    if (panel && panel.isConnected && key === shown) return;
    if (panel) panel.remove();
    panel = null;
    if (!state.title || key === hidden) return;
    shown = key;
    panel = document.createElement("details");
    panel.id = "quipu-problems";
    panel.lang = state.language;
    panel.open = state.are_errors;
    panel.className = state.are_errors ? "quipu-errors" : "quipu-warnings";
    add(panel, "summary", state.title);
    state.problems.forEach(function (problem) {
      add(panel, "pre", problem);
    });
    var button = add(panel, "button", state.hide);
    button.type = "button";
    button.addEventListener("click", function () {
      hidden = key;
      panel.remove();
    });
    panel.setAttribute("role", "status");
    document.body.appendChild(panel);
  }

  function load() {
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

  // Answers may overtake one another: only the last question counts.
  var asked = 0;
  var query = "?page=" + encodeURIComponent(own.page) + "&seen=" + own.seen;
  function ask() {
    var number = ++asked;
    fetch("/__quipu/state" + query, { cache: "no-store" }).then(function (answer) {
      return answer.json();
    }).then(function (state) {
      if (number !== asked) return;
      if (state.is_current) show(state.problems);
      else renew();
    }).catch(function () {
      // The server has ended. When it is back, there is another call.
    });
  }

  // All tabs share one open connection, since browsers allow a host six of them: with one a
  // tab, the seventh tab would wait forever. The worker that has it lives as long as any tab.
  function listen() {
    var worker = new SharedWorker("/__quipu/bell.js");
    worker.onerror = poll;
    worker.port.onmessage = ask;
    window.addEventListener("pagehide", function () {
      worker.port.postMessage("leaving");
    });
  }

  // Some browsers have no shared workers, or not in private windows.
  var polling = 0;
  function poll() {
    polling = polling || setInterval(function () {
      if (!document.hidden) ask();
    }, 1000);
  }

  try {
    listen();
  } catch {
    poll();
  }
  ask();

  // After a sleep of the computer, the connection may be a dead one.
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) ask();
  });
  // Back from the browser's memory, the page may be an old one.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });
})();
