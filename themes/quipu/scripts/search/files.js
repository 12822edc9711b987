// The files of an index, loaded on demand and cached. `load` takes the path of a file and
// returns a promise of its data.

import { code, parameter, reader, readSome, times } from "./bits.js";
import { pause } from "./pause.js";
import { fold, readList, wordReader } from "./words.js";
import { readLexicon, textReader } from "./text.js";

// Path of the script of more.js, relative to the folder of an index. The build replaces
// VERSION by a hash, so that no stale script is used from a cache.
const MORE = "../search-more?VERSION";

// Which positions of words a query needs, if any: only those stored in the shard, as for rare
// words, or also those that have to be loaded.
export const AT_HAND = 1;
export const LOADED = 2;

const VERSION = 4;
// log2 of the number of consecutive documents that share a version: 64.
const RANGE_BITS = 6;
const NAME_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

export const readName = (bits) => times(8, (at) => (at === 1 ? "/" : "") + NAME_LETTERS[bits.bits(5)]).join("");

const readDirectory = (bits) => readList(bits, readName);

function readRoot(data) {
  const bits = reader(data);
  if (bits.number() !== VERSION) throw VERSION;
  const count = bits.number();
  const rankParameter = bits.bits(5);
  const languages = readList(bits);
  return {
    count,
    languages,
    unseen: languages.map(() => readSome(bits, count)),
    written: languages.slice(1).map(() => readSome(bits, count)),
    ranks: times(count, () => bits.rice(rankParameter)),
    symbols: code(times(60, () => bits.bits(5))),
    parameters: times(4, () => bits.bits(5)),
    stops: new Set(readList(bits)),
    endings: new Set(readList(bits)),
    synonyms: times(bits.number(), () => readList(bits)),
    facets: readDirectory(bits),
    titles: readName(bits),
    lexicon: readName(bits),
    versions: times((count + 63) >> RANGE_BITS, () => bits.bits(20)),
    shards: readDirectory(bits),
    forwards: readDirectory(bits),
    backwards: readDirectory(bits),
  };
}

function readShard(data) {
  const bits = reader(data);
  const stems = [];
  const word = wordReader(bits);
  const forms = times(bits.number(), () => {
    const form = word();
    return [form, times(bits.rice(0) + 1, () => {
      if (!bits.bits(1)) return stems.length - 1 - bits.rice(2);
      const kept = form.length - bits.rice(1);
      return stems.push({ stem: kept > 0 ? form.slice(0, kept) : "" }) - 1;
    })];
  });
  let at = bits.at();
  for (const stem of stems) {
    const block = reader(data, at);
    const length = block.number();
    stem.at = block.at();
    at = stem.at + length;
    stem.count = block.number();
  }
  return { data, forms, stems };
}

async function readFragment(data, lexicon) {
  const bits = reader(data);
  const edition = bits.number();
  const kind = bits.bits(2);
  const year = bits.number();
  const labels = bits.number();
  const anchors = times(bits.number(), () => bits.bits(1));
  const text = textReader(bits, await lexicon);
  await pause();
  return {
    edition,
    kind,
    year,
    url: text(),
    title: text(),
    labels: times(labels, text),
    summary: text(),
    sections: anchors.map((hasAnchor) => {
      const heading = text();
      const body = text();
      return { heading, body, anchor: hasAnchor ? text() : (fold(heading).match(/[a-z0-9]+/g) || []).join("-") };
    }),
  };
}

/** Opens an index. */
export async function openIndex(load) {
  const rootFile = readRoot(await load("root"));
  await pause();
  const kept = {};

  // Words of synonyms with their positions; stop words are omitted, but counted.
  const content = (text) => text.split(" ").map((word, at) => [word, at]).filter(([word]) => !rootFile.stops.has(word));
  rootFile.synonyms = rootFile.synonyms.map((group) => group.map(content));

  function keep(name, read) {
    if (!kept[name]) {
      kept[name] = load(name).then(read);
      kept[name].catch(() => delete kept[name]);
    }
    return kept[name];
  }

  // Loads at most `most` files of a directory that can contain words with a prefix.
  function stretch(directory, prefix, most, read) {
    let start = directory.length;
    while (--start > 0 && directory[start][0] > prefix);
    const files = directory.slice(start, start + most).filter(([first], at) => !at || first.startsWith(prefix));
    return Promise.all(files.map(([, name]) => keep(name, read)));
  }

  function readPostings(bits) {
    const postings = { impacts: [], counts: [] };
    const count = bits.number();
    postings.file = bits.bits(1) && readName(bits);
    postings.documents = bits.rising(count, parameter(rootFile.count / count), () => {
      const symbol = bits.coded(rootFile.symbols);
      postings.impacts.push(((symbol >> 2) + 1) ** 2);
      postings.counts.push((symbol & 3) + 1);
    });
    postings.bits = bits;
    return postings;
  }

  const readPositions = ({ counts }, bits) =>
    counts.map((count) => bits.rising(count > 3 ? 4 + bits.rice(1) : count, rootFile.parameters[count - 1]));

  const lexicon = keep(rootFile.lexicon, (data) => readLexicon(reader(data)));

  return {
    rootFile,
    keep,
    stretch,
    /** Code for unknown words, filters and sorting, which most queries do not need. */
    rest: () => keep(MORE),
    /** Returns the documents of a stem, with positions if `positions` asks for them and they are available. */
    async postings(shard, stem, positions) {
      const own = (stem.postings = stem.postings || readPostings(reader(shard.data, stem.at)));
      if (positions && !own.file && !own.positions) own.positions = readPositions(own, own.bits);
      if (!own.file || positions !== LOADED) return own;
      return { ...own, positions: await keep(own.file, (data) => readPositions(own, reader(data))) };
    },
    shards: (prefix, most = 1) => stretch(rootFile.shards, prefix, most, readShard),
    fragment: (document) =>
      keep(`${document >> 8}/${document}?${rootFile.versions[document >> RANGE_BITS]}`, (data) =>
        readFragment(data, lexicon),
      ),
  };
}
