// Whether the copy is whole, as far as a page opened from file:// can find out: it may not
// read other files, but it hears which of them a browser could load.
(function () {
  "use strict";
  var SITE = "sitio/";
  var MOST_TOLD = 5;
  var states = document.querySelectorAll(".state");
  var expected = document.currentScript.getAttribute("data-edition");
  var edition = null;

  // Every data file of the site hands what it has to this one function.
  window.quipu = function (name, data) {
    if (name === "edition") edition = data;
  };

  tell("checking");
  look("quipu/edicion.js", function (isThere) {
    if (!isThere || !edition) missing(["quipu/edicion.js"]);
    else if (edition.edition !== expected) tell("mixed", "wrong");
    else lookForAll(edition.keys);
  });

  function lookForAll(paths) {
    var lacking = [];
    var left = paths.length;
    if (!left) tell("whole", "whole");
    paths.forEach(function (path) {
      look(path, function (isThere) {
        if (!isThere) lacking.push(path);
        if (--left) return;
        if (lacking.length) missing(lacking.sort());
        else tell("whole", "whole");
      });
    });
  }

  function look(path, end) {
    var kind = path.slice(path.lastIndexOf(".") + 1);
    var element = document.createElement(kind === "js" ? "script" : kind === "css" ? "link" : "img");
    element.onload = function () {
      element.remove();
      end(true);
    };
    element.onerror = function () {
      element.remove();
      end(false);
    };
    if (kind === "css") {
      // Loaded, and used by nothing.
      element.rel = "stylesheet";
      element.media = "print";
      element.href = SITE + path;
    } else {
      element.src = SITE + path;
    }
    if (kind === "js" || kind === "css") document.head.appendChild(element);
  }

  function missing(paths) {
    var told = paths.slice(0, MOST_TOLD).map(function (path) {
      return SITE + path;
    });
    if (paths.length > MOST_TOLD) told.push("…");
    tell("missing", "wrong", " " + told.join(", "));
  }

  function tell(what, kind, more) {
    Array.prototype.forEach.call(states, function (state) {
      state.textContent = state.getAttribute("data-" + what) + (more || "");
      state.className = "state " + (kind || "");
    });
  }
})();
