// The search page. Reads the index described in docs/search-format.md: small
// scripts that each hand their data to one callback, over http and file:// alike.
(function () {
  "use strict";

  var form = document.getElementById("search");
  if (!form) return;
  var words = form.dataset;
  var field = form.elements.q;
  var status = document.getElementById("search-status");
  var list = document.getElementById("search-results");
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));

  var PAGE = 10;
  var PREFIX_SHARDS = 4;
  var PREFIX_WEIGHT = 0.6;
  // Letters an inflection may differ by, and those it must share.
  var MOST_CUT = 4;
  var LEAST_LEFT = 4;

  // --- Loading ------------------------------------------------------------

  var pending = {};

  window.quipuSearch = function (name, data) {
    var entry = pending[name];
    if (entry) entry.resolve(data);
  };

  function load(name) {
    if (pending[name]) return pending[name].promise;
    var entry = (pending[name] = {});
    entry.promise = new Promise(function (resolve, reject) {
      entry.resolve = resolve;
      var script = document.createElement("script");
      script.src = words.root + "quipu/search/" + name + ".js";
      script.onerror = function () {
        delete pending[name];
        reject(new Error(name));
      };
      document.head.appendChild(script);
    });
    return entry.promise;
  }

  // --- Words --------------------------------------------------------------

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  // The words of a query; the last one may still be being typed.
  function parse(query, root) {
    var isTyping = /[\p{L}\p{N}\p{M}]$/u.test(query);
    var found = fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return found
      .map(function (word, position) {
        return { word: word, isLast: isTyping && position === found.length - 1 };
      })
      .filter(function (term) {
        return term.isLast || root.stops.indexOf(term.word) < 0;
      });
  }

  // --- Postings -----------------------------------------------------------

  // The last shard whose first form is not after the word.
  function shardOf(root, word) {
    var low = 0;
    var high = root.shards.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (root.shards[middle][0] <= word) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function shardsFor(root, word) {
    var first = shardOf(root, word);
    var names = [];
    for (var at = first; at < root.shards.length && at < first + PREFIX_SHARDS; at++) {
      if (at > first && root.shards[at][0].indexOf(word) !== 0) break;
      names.push(root.shards[at][1]);
    }
    return names;
  }

  function lowerBound(forms, word) {
    var low = 0;
    var high = forms.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (forms[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Adds a posting list to a word's scores; a document keeps its best.
  function addPostings(scores, postings, count, weight) {
    var found = postings.length / 2;
    var rarity = Math.log(1 + (count - found + 0.5) / (found + 0.5));
    var number = 0;
    for (var at = 0; at < postings.length; at += 2) {
      number += postings[at];
      var score = weight * rarity * postings[at + 1];
      if (!(scores.get(number) >= score)) scores.set(number, score);
    }
  }

  // Documents with a word, with its inflections, or with forms that begin with it.
  // A word no page has is taken for an inflection of those that share most of it.
  function scoresOf(root, term) {
    return Promise.all(shardsFor(root, term.word).map(load)).then(function (shards) {
      var found = { scores: new Map(), matched: [] };
      shards.forEach(function (shard) {
        addExact(root, shard, term.word, found);
        if (term.isLast) addPrefix(root, shard, term.word, Infinity, found);
      });
      var length = term.word.length;
      for (var cut = 1; !found.scores.size && cut <= MOST_CUT && length - cut >= LEAST_LEFT; cut++) {
        addPrefix(root, shards[0], term.word.slice(0, -cut), length + MOST_CUT, found);
      }
      return found;
    });
  }

  function addExact(root, shard, word, found) {
    var at = lowerBound(shard.forms, word);
    if (shard.forms[at] !== word) return;
    found.matched.push(word);
    shard.stems[at].forEach(function (stem) {
      addPostings(found.scores, shard.postings[stem], root.documents, 1);
      shard.stems.forEach(function (stems, other) {
        if (stems.indexOf(stem) >= 0) found.matched.push(shard.forms[other]);
      });
    });
  }

  function addPrefix(root, shard, prefix, longest, found) {
    var at = lowerBound(shard.forms, prefix);
    for (; at < shard.forms.length && shard.forms[at].indexOf(prefix) === 0; at++) {
      if (shard.forms[at].length > longest) continue;
      found.matched.push(shard.forms[at]);
      shard.stems[at].forEach(function (stem) {
        addPostings(found.scores, shard.postings[stem], root.documents, PREFIX_WEIGHT);
      });
    }
  }

  function numbers(deltas) {
    var set = new Set();
    var number = 0;
    (deltas || []).forEach(function (delta) {
      number += delta;
      set.add(number);
    });
    return set;
  }

  // What the reader's language and the chosen filters leave.
  function allowed(filters) {
    var sets = [numbers(filters.editions[words.language])];
    selects.forEach(function (select) {
      if (select.value) sets.push(numbers((filters.facets[select.name] || {})[select.value]));
    });
    return function (number) {
      return sets.every(function (set) {
        return set.has(number);
      });
    };
  }

  // --- Ranking ------------------------------------------------------------

  // Documents with every word, best first; if there are none, those with some.
  function rank(found, isAllowed) {
    var totals = new Map();
    found.forEach(function (term) {
      term.scores.forEach(function (score, number) {
        if (!isAllowed(number)) return;
        var total = totals.get(number) || { number: number, words: 0, score: 0 };
        total.words += 1;
        total.score += score;
        totals.set(number, total);
      });
    });
    var all = Array.from(totals.values());
    var whole = all.filter(function (total) {
      return total.words === found.length;
    });
    var isPartial = whole.length === 0 && all.length > 0;
    var ranked = (isPartial ? all : whole).sort(function (a, b) {
      return b.words - a.words || b.score - a.score || a.number - b.number;
    });
    return { ranked: ranked, isPartial: isPartial };
  }

  function search(query) {
    return load("root").then(function (root) {
      var terms = parse(query, root);
      return Promise.all([load(root.filters)].concat(terms.map(scoresOf.bind(null, root)))).then(
        function (loaded) {
          var isAllowed = allowed(loaded[0]);
          var found = loaded.slice(1);
          var result = terms.length ? rank(found, isAllowed) : everything(root, isAllowed);
          result.root = root;
          result.matched = new Set();
          found.forEach(function (term) {
            term.matched.forEach(function (form) {
              result.matched.add(form);
            });
          });
          return result;
        }
      );
    });
  }

  // Filters without words list all that they leave.
  function everything(root, isAllowed) {
    var ranked = [];
    var isFiltered = selects.some(function (select) {
      return select.value;
    });
    for (var number = 0; isFiltered && number < root.documents; number++) {
      if (isAllowed(number)) ranked.push({ number: number });
    }
    return { ranked: ranked, isPartial: false, isIdle: !isFiltered };
  }

  // --- Showing ------------------------------------------------------------

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  var WORD = /[\p{L}\p{N}\p{M}]+/gu;

  // Appends text with the matched words marked; text never becomes markup.
  function appendMarked(parent, text, matched) {
    var last = 0;
    text.replace(WORD, function (word, at) {
      if (!matched.has(fold(word))) return word;
      parent.appendChild(document.createTextNode(text.slice(last, at)));
      parent.appendChild(element("mark", "", word));
      last = at + word.length;
      return word;
    });
    parent.appendChild(document.createTextNode(text.slice(last)));
  }

  // The stretch of a section with most matched words.
  function excerpt(sections, matched) {
    var best = { hits: 0 };
    sections.forEach(function (section) {
      var text = section[2];
      var hits = [];
      text.replace(WORD, function (word, at) {
        if (matched.has(fold(word))) hits.push(at);
        return word;
      });
      hits.forEach(function (from, first) {
        var within = 0;
        while (first + within < hits.length && hits[first + within] < from + 200) within++;
        if (within > best.hits) best = { hits: within, text: text, at: from, section: section };
      });
    });
    if (!best.hits) return null;
    var start = best.at > 60 ? best.text.lastIndexOf(" ", best.at - 50) + 1 : 0;
    var end = best.text.indexOf(" ", start + 240);
    best.cut =
      (start ? "… " : "") + best.text.slice(start, end < 0 ? undefined : end) + (end < 0 ? "" : " …");
    return best;
  }

  function entryOf(root, number) {
    return load(root.blocks[Math.floor(number / root.block)]).then(function (block) {
      return block[number % root.block];
    });
  }

  function item(root, matched, entry) {
    return load(entry.text).then(function (sections) {
      var made = element("li");
      if (entry.language !== words.language) made.lang = entry.language;
      var heading = made.appendChild(element("h2"));
      var link = heading.appendChild(element("a"));
      link.href = words.root + entry.url;
      appendMarked(link, entry.title, matched);
      var meta = [words[entry.kind]].concat(entry.labels);
      if (entry.year) meta.push(String(entry.year));
      if (entry.language !== words.language) meta.push(words["in" + entry.language.charAt(0).toUpperCase() + entry.language.slice(1)] || entry.language);
      made.appendChild(element("p", "meta", meta.join(" · ")));
      var found = excerpt(sections, matched);
      var text = found ? found.cut : entry.summary;
      if (text) appendMarked(made.appendChild(element("p", "excerpt")), text, matched);
      if (found && found.section[0]) {
        var where = made.appendChild(element("p", "meta", words.section + " "));
        var section = where.appendChild(element("a", "", found.section[1]));
        section.href = words.root + entry.url + "#" + found.section[0];
      }
      return made;
    });
  }

  var run = 0;

  function show(result, from, mine) {
    var part = result.ranked.slice(from, from + PAGE);
    return Promise.all(
      part.map(function (found) {
        return entryOf(result.root, found.number).then(item.bind(null, result.root, result.matched));
      })
    ).then(function (items) {
      if (mine !== run) return;
      if (from === 0) list.textContent = "";
      var more = list.querySelector(".more");
      if (more) more.remove();
      items.forEach(function (made) {
        list.appendChild(made);
      });
      if (from + PAGE < result.ranked.length) {
        var next = element("li", "more");
        var button = next.appendChild(element("button", "", words.more));
        button.type = "button";
        button.onclick = function () {
          var first = list.children.length - 1;
          show(result, from + PAGE, mine).then(function () {
            list.children[first].querySelector("a").focus();
          });
        };
        list.appendChild(next);
      }
      if (from === 0) status.textContent = summary(result);
    });
  }

  function summary(result) {
    var count = result.ranked.length;
    if (result.isIdle) return "";
    if (!count) return words.none;
    var text = count === 1 ? words.one : words.many.replace("#", count);
    return result.isPartial ? words.partial + " " + text : text;
  }

  // --- State --------------------------------------------------------------

  // The whole state is in the address, so that a search can be shared.
  function writeAddress() {
    var parts = [];
    [field].concat(selects).forEach(function (control) {
      if (control.value) parts.push(control.name + "=" + encodeURIComponent(control.value));
    });
    // An empty state still has to outweigh a query that came with "?q=".
    history.replaceState(null, "", "#" + (parts.join("&") || "q="));
  }

  function readAddress() {
    var parameters = new URLSearchParams(location.hash.slice(1) || location.search);
    [field].concat(selects).forEach(function (control) {
      control.value = parameters.get(control.name) || "";
      if (control.selectedIndex < 0) control.selectedIndex = 0;
    });
  }

  function update() {
    var mine = ++run;
    var slow = setTimeout(function () {
      if (mine === run) status.textContent = words.loading;
    }, 300);
    search(field.value)
      .then(function (result) {
        if (mine === run) return show(result, 0, mine);
      })
      .catch(function () {
        if (mine === run) status.textContent = words.failed;
      })
      .then(function () {
        clearTimeout(slow);
      });
  }

  function changed() {
    writeAddress();
    update();
  }

  field.addEventListener("input", changed);
  selects.forEach(function (select) {
    select.addEventListener("change", changed);
  });
  form.addEventListener("reset", function () {
    setTimeout(changed, 0);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    changed();
  });
  window.addEventListener("hashchange", function () {
    readAddress();
    update();
  });

  form.hidden = false;
  readAddress();
  if (location.search) writeAddress();
  update();
})();
