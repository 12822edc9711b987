// A worker that all tabs share: has the one connection on which the server says that there
// is a new state, and passes that on.
(function () {
  "use strict";
  // The server is heard every few seconds; after this many milliseconds of silence, the
  // connection is a dead one.
  var SILENCE = 20000;
  var tabs = [];
  var source = null;
  var heard = 0;

  function call(tab) {
    tab.postMessage("changed");
  }

  function open() {
    if (source) source.close();
    heard = Date.now();
    source = new EventSource("/__quipu/events");
    source.addEventListener("changed", function () {
      heard = Date.now();
      tabs.forEach(call);
    });
    source.addEventListener("beat", function () {
      heard = Date.now();
    });
  }

  self.onconnect = function (event) {
    var tab = event.ports[0];
    tabs.push(tab);
    tab.onmessage = function () {
      tabs = tabs.filter(function (other) {
        return other !== tab;
      });
    };
    // Changes while it was connecting have passed it by.
    call(tab);
  };

  open();
  setInterval(function () {
    if (Date.now() - heard > SILENCE || source.readyState === EventSource.CLOSED) open();
  }, 5000);
})();
