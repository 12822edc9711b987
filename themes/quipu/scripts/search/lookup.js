// Finds the documents that contain words: a port of src/search/query/lookup.rs, which gives
// the reasons. similar.js handles words that occur on no page.

import { AT_HAND, LOADED } from "./files.js";

const INFLECTED = 0.9;
const SYNONYM = 0.8;
const BEGUN = 0.8;
const LONGER = 0.25;
const PHRASE = 1.5;
const PREFIX_SHARDS = 3;
const PREFIX_LENGTH = 2;
// Shorter words are not corrected, so that typing the first letters loads no other script.
const MISTAKE_LENGTH = 4;
const STEM = 3;
const LONGEST_ENDING = 6;

/** Looks up words in an index; records the searched forms in `found`. */
export function lookup(index, found) {
  const { rootFile } = index;
  let positionsOfWords;

  // Matching documents, with scores and positions of the word by document.
  const matchesOf = () => ({
    documents: [],
    scores: new Float64Array(rootFile.count),
    positions: Array(rootFile.count),
    rarity: 0,
  });

  function offer({ documents, scores }, document, score) {
    if (!scores[document]) documents.push(document);
    if (score > scores[document]) scores[document] = score;
  }

  const rarity = (documents) => {
    const having = Math.min(documents, rootFile.count);
    return Math.log2(1 + (rootFile.count - having + 0.5) / (having + 0.5));
  };

  // Records forms, to mark them in texts.
  function note(shard, takes, part) {
    for (const [form, stems] of shard.forms) {
      if (takes(form, stems) && !found.forms.has(form)) found.forms.set(form, part);
    }
  }

  async function addStems(matches, shard, stems, weight, common, positionsNeeded) {
    for (const stem of stems) {
      const { documents, impacts, positions } = await index.postings(shard, shard.stems[stem], positionsNeeded || positionsOfWords);
      const own = common || rarity(documents.length);
      matches.rarity = Math.max(matches.rarity, own);
      documents.forEach((document, at) => {
        offer(matches, document, impacts[at] * (weight * own));
        if (!positions) return;
        const known = matches.positions[document];
        matches.positions[document] = known ? known.concat(positions[at]) : positions[at];
      });
    }
  }

  // Adds the documents of all forms that share these stems.
  async function addForms(matches, shard, stems, weight, part, positionsNeeded) {
    await addStems(matches, shard, stems, weight, 0, positionsNeeded);
    note(shard, (_, own) => own.some((stem) => stems.includes(stem)), part);
  }

  // Returns the longest stem that is a prefix of a word, if the rest is a known ending or,
  // unless `mustKnow`, any short one.
  function inflected({ stems }, word, mustKnow) {
    for (let cut = word.length; cut; cut--) {
      const start = word.slice(0, cut);
      const ending = word.slice(cut);
      const isEnding = rootFile.endings.has(ending) || (!mustKnow && ending.length <= LONGEST_ENDING);
      if (ending && !(isEnding && cut >= STEM + !mustKnow)) continue;
      const places = [...stems.keys()].filter((place) => stems[place].stem === start);
      if (places.length) return places;
    }
  }

  // Matches a form and all forms that share a stem with it. With `mayInflect`, an unknown form is
  // matched by its stem.
  async function same(word, weight, part, mayInflect, positionsNeeded) {
    const matches = matchesOf();
    const [shard] = await index.shards(word);
    if (!shard) return matches;
    const entry = shard.forms.find(([form]) => form === word);
    const stems = entry ? entry[1] : mayInflect && (inflected(shard, word, true) || inflected(shard, word));
    if (stems) await addForms(matches, shard, stems, weight, part, positionsNeeded);
    return matches;
  }

  async function addBegun(matches, word, part) {
    const weight = matches.documents.length ? LONGER : BEGUN;
    const shards = await index.shards(word, PREFIX_SHARDS);
    const isLonger = ([form]) => form.startsWith(word) && form !== word;
    let documents = 0;
    const begun = shards.map(({ forms, stems }) => {
      const places = new Set(forms.filter(isLonger).flatMap(([, own]) => own));
      for (const place of places) documents += stems[place].count;
      return places;
    });
    for (const shard of shards) {
      await addStems(matches, shard, begun.shift(), weight, rarity(documents));
      note(shard, (form) => form.startsWith(word), part);
    }
  }

  // Matches a word or, if no page has it, likely corrections. A word of a synonym is not
  // corrected, since the other synonyms are searched, too.
  async function wordMatches(word, isTyping, isSynonym, part) {
    const matches = await same(word, 1, part);
    if (isTyping && word[PREFIX_LENGTH - 1]) await addBegun(matches, word, part);
    if (matches.documents.length) return matches;
    if (!isSynonym && word[MISTAKE_LENGTH - 1]) {
      found.extra = await index.rest();
      return found.extra.similar(index, found, own, word, isTyping, part);
    }
    const inflections = await same(word, INFLECTED, part, true);
    if (!isSynonym && !inflections.documents.length) found.unknownWords.push(word);
    return inflections;
  }

  // Documents that contain words at these offsets. Unless `mustLoad`, positions that would have
  // to be loaded are ignored: the words may be anywhere in the document.
  async function phrase(words, mustLoad, part) {
    const positionsNeeded = words[1] && (mustLoad ? LOADED : AT_HAND);
    let whole;
    for (const [word, offset] of words) {
      const matches = await same(word, 1, part, true, positionsNeeded);
      const starts = (places) => places.map((place) => place - offset).filter((place) => place >= 0);
      if (offset) matches.positions = matches.positions.map(starts);
      whole = whole ? both(whole, matches, true) : matches;
    }
    if (positionsNeeded === LOADED) for (const document of whole.documents) whole.scores[document] *= PHRASE;
    return whole;
  }

  // Documents in both sets; for a phrase with the same start, if both positions are known.
  function both(a, b, isPhrase) {
    const matches = matchesOf();
    matches.place = a.place;
    matches.rarity = a.rarity + b.rarity;
    for (const document of a.documents) {
      if (!b.scores[document]) continue;
      let starts = a.positions[document];
      if (isPhrase) {
        const others = b.positions[document];
        starts = starts && others && starts.filter((start) => others.includes(start));
        if (starts && !starts.length) continue;
      }
      offer(matches, document, a.scores[document] + b.scores[document]);
      matches.positions[document] = starts;
    }
    return matches;
  }

  async function clauseMatches({ isPhrase, words, isTyping, place }, isSynonym, part) {
    const matches = await (isPhrase ? phrase(words, true, part) : wordMatches(words[0][0], isTyping, isSynonym, part));
    matches.place = place;
    return matches;
  }

  // Returns the longest synonym that clauses begin with: its length and the other members.
  function synonyms(clauses) {
    const words = clauses.map((clause) => !clause.isPhrase && singular(clause.words[0][0]));
    let best = { length: 0, others: [] };
    for (const group of rootFile.synonyms) {
      for (const member of group) {
        if (member.length > best.length && member.every(([word], at) => singular(word) === words[at])) {
          best = { length: member.length, others: group.filter((other) => other !== member) };
        }
      }
    }
    return best;
  }

  async function addSynonym(part, words, length, number) {
    if (!words[0]) return;
    const matches = await phrase(words, false, number);
    for (const document of matches.documents) {
      offer(part, document, (SYNONYM * matches.scores[document] * length) / words.length);
      part.positions[document] = part.positions[document] || matches.positions[document];
    }
  }

  /** Returns the documents of each part of a query; the words of a synonym are one part. */
  async function parts(clauses) {
    const parts = [];
    // A single word needs no positions.
    positionsOfWords = clauses[1] && AT_HAND;
    // Loads all shards in parallel, to save round trips.
    await Promise.all(clauses.flatMap(({ words }) => words.map(([word]) => index.shards(word))));
    for (let at = 0; at < clauses.length; ) {
      const number = parts.length;
      const { length, others } = synonyms(clauses.slice(at));
      const together = clauses.slice(at, (at += length || 1));
      const words = [];
      for (const clause of together) words.push(await clauseMatches(clause, length, number));
      // A part matches the documents that contain all of its words.
      const part = words.reduce((all, word) => both(all, word));
      for (const other of others) await addSynonym(part, other, length, number);
      if (length < 2 || part.documents.length) parts.push(part);
      // No page contains the synonym: searches its words separately.
      else for (const clause of together) parts.push(await clauseMatches(clause, 0, parts.length));
    }
    return parts;
  }

  const own = { matchesOf, offer, addForms, inflected, same, phrase, parts };
  return own;
}

// Strips the plural ending of a word; precise enough to compare synonyms.
function singular(word) {
  return word.length < 5 ? word : word.replace(/([djlnrz])es$|s$/, "$1");
}
