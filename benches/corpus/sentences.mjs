// Spanish sentences: grammatical, of natural word frequencies, and without much sense.

import { adjective, derived, plural, verb } from "./inflection.mjs";
import * as lexicon from "./lexicon.mjs";
import { acronym, community, institution, person, rareName } from "./names.mjs";
import { heavyTailedRank, zipfian } from "./random.mjs";
import { TOPICS } from "./topics.mjs";

const noun = (feminine) => (word) => ({ forms: [word, plural(word)], feminine });
const nounsOf = ({ masculine, feminine }) => interleave(masculine.map(noun(0)), feminine.map(noun(1)));

function interleave(first, second) {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) => [first[i], second[i]]).flat().filter(Boolean);
}

const general = {
  noun: zipfian(nounsOf({ masculine: lexicon.MASCULINE, feminine: lexicon.FEMININE }), 12),
  verb: zipfian(lexicon.VERBS.map(verb), 12),
  adjective: zipfian(lexicon.ADJECTIVES.map(adjective), 8),
};

const topical = new Map(TOPICS.map((topic) => [topic, {
  noun: zipfian(nounsOf(topic), 2),
  verb: zipfian(topic.verbs.map(verb), 1),
  adjective: zipfian(topic.adjectives.map(adjective), 1),
}]));

const opener = zipfian(lexicon.OPENERS, 4);
const preposition = zipfian(lexicon.PREPOSITIONS, 0);
const link = zipfian(lexicon.LINKS, 3);
const adverb = zipfian(lexicon.ADVERBS, 3);
const tense = zipfian(["past", "present", "imperfect", "future", "conditional"], 0);

const everyVerb = [...lexicon.VERBS, ...new Set(TOPICS.flatMap((topic) => topic.verbs))];

/** What one text speaks of; writers repeat their own words, so each text has a stock of its own. */
export function createScene(random, topic, district) {
  return {
    random,
    topic,
    district,
    firstYear: random.between(2004, 2022),
    people: Array.from({ length: 3 }, () => person(random)),
    communities: Array.from({ length: 4 }, () => community(random)),
    institutions: Array.from({ length: 3 }, () => institution(random, district)),
    stock: {
      noun: stock(random, general.noun, 55),
      verb: stock(random, general.verb, 40),
      adjective: stock(random, general.adjective, 28),
    },
  };
}

const stock = (random, draw, size) => zipfian(Array.from({ length: size }, () => draw(random)), 10);

function choose(scene, kind) {
  const dice = scene.random.below(100);
  if (dice < 28) return topical.get(scene.topic)[kind](scene.random);
  if (dice < 80) return scene.stock[kind](scene.random);
  if (dice < 97) return general[kind](scene.random);
  return topical.get(scene.random.pick(TOPICS))[kind](scene.random);
}

export function number(random) {
  const dice = random.below(10);
  if (dice < 4) return String(random.between(2, 60));
  if (dice < 6) return String(random.between(61, 999));
  if (dice < 8) return `${random.between(1, 98)} ${String(random.below(1000)).padStart(3, "0")}`;
  return `${random.between(1, 98)},${random.between(1, 9)}`;
}

const year = (scene) => scene.firstYear + scene.random.below(5);

const DETERMINERS = [
  [["el", "los"], ["la", "las"]],
  [["un", "varios"], ["una", "varias"]],
  [["su", "sus"], ["su", "sus"]],
  [["este", "estos"], ["esta", "estas"]],
  [["cada", "todos los"], ["cada", "todas las"]],
  [["otro", "otros"], ["otra", "otras"]],
  [["ese", "algunos"], ["esa", "algunas"]],
];
const determiner = zipfian([0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6].map((i) => DETERMINERS[i]), 4);

function nounPhrase(scene, many, depth = 0) {
  const { random } = scene;
  const { forms, feminine } = choose(scene, "noun");
  const start = many && random.chance(14) ? number(random) : determiner(random)[feminine][many];
  const quality = random.chance(26) ? ` ${adjectiveFor(scene, feminine, many)}` : "";
  return `${start} ${forms[many]}${quality}${complement(scene, depth)}`;
}

function adjectiveFor(scene, feminine, many) {
  const { random } = scene;
  const form = choose(scene, "adjective")[feminine][many];
  return random.chance(6) ? random.pick(lexicon.PREFIXES) + form : form;
}

function complement(scene, depth) {
  const { random } = scene;
  const dice = random.below(100);
  if (depth > 1 || dice > 46) return "";
  if (dice < 8) return ` y ${nounPhrase(scene, random.below(2), depth + 1)}`;
  if (dice < 12) return ` de ${scene.random.pick(scene.communities)}`;
  if (dice < 22) return ` de ${choose(scene, "noun").forms[random.below(2)]}`;
  return ` de ${nounPhrase(scene, random.below(2), depth + 1)}`;
}

function circumstance(scene) {
  const { random } = scene;
  const dice = random.below(100);
  if (dice < 8) return ` en ${year(scene)}`;
  if (dice < 18) return ` en ${random.pick(scene.communities)}`;
  if (dice < 24) return ` con ${random.pick(scene.institutions)}`;
  if (dice < 40) return ` para ${action(scene)} ${nounPhrase(scene, random.below(2), 1)}`;
  if (dice < 45) return ` por ${number(random)} soles`;
  if (dice < 50) return ` al ${action(scene)} ${nounPhrase(scene, random.below(2), 1)}`;
  if (dice < 56) return ` de ${rareName(random)} a ${rareName(random)}`;
  return ` ${preposition(random)} ${nounPhrase(scene, random.below(2), 1)}`;
}

function action(scene) {
  const { random } = scene;
  return random.chance(11) ? rareForm(random) : choose(scene, "verb").infinitive;
}

/** A form that most texts never use; the further out, the more prefixes it takes. */
function rareForm(random) {
  const rank = heavyTailedRank(random, 91, 10);
  const infinitive = everyVerb[rank % everyVerb.length];
  const forms = derived(infinitive);
  const prefix = rank < 1000 ? "" : lexicon.PREFIXES[Math.floor(rank / 1000) % lexicon.PREFIXES.length];
  return prefix + forms[Math.floor(rank / everyVerb.length) % forms.length];
}

function predicate(scene, many, adverbs = 18) {
  const { random } = scene;
  const forms = choose(scene, "verb");
  const before = random.chance(adverbs) ? `${adverb(random)} ` : "";
  const dice = random.below(100);
  if (dice < 8) return `${before}${many ? "han" : "ha"} ${forms.participle}`;
  if (dice < 14) return `${before}${many ? "pueden" : "puede"} ${forms.infinitive}`;
  if (dice < 18) return `${before}${many ? "siguen" : "sigue"} ${forms.gerund}`;
  if (dice < 22) return `${before}${many ? "fueron" : "fue"} ${forms.participles[random.below(2)][many]}`;
  return before + forms[tense(random)][many];
}

function clause(scene) {
  const { random } = scene;
  const many = random.below(2);
  const dice = random.below(100);
  if (dice < 25) return `se ${predicate(scene, many, 0)} ${nounPhrase(scene, many)}${circumstance(scene)}`;
  if (dice < 31) return `${random.chance(65) ? random.pick(scene.people) : person(random)} ${predicate(scene, 0)} ${nounPhrase(scene, random.below(2))}`;
  if (dice < 37) return `${random.pick(scene.institutions)} ${predicate(scene, 0)} ${nounPhrase(scene, random.below(2))}`;
  const object = random.chance(75) ? ` ${nounPhrase(scene, random.below(2))}` : "";
  return `${nounPhrase(scene, many)} ${predicate(scene, many)}${object}${random.chance(60) ? circumstance(scene) : ""}`;
}

function subordinate(scene) {
  const { random } = scene;
  const many = random.below(2);
  const dice = random.below(100);
  if (dice < 28) return `, lo que ${predicate(scene, 0)} ${nounPhrase(scene, random.below(2))}`;
  if (dice < 46) return ` para que ${nounPhrase(scene, many, 1)} ${choose(scene, "verb").subjunctive[many]} ${nounPhrase(scene, random.below(2), 1)}`;
  if (dice < 58) return `, que ${predicate(scene, many)} ${nounPhrase(scene, random.below(2))}`;
  if (dice < 64) return `, aunque no ${choose(scene, "verb").pastSubjunctive[many]} ${nounPhrase(scene, many, 1)}`;
  return `, ${link(random)} ${clause(scene)}`;
}

function reference(scene) {
  const { random } = scene;
  const dice = random.below(100);
  const serial = String(random.between(1, 999)).padStart(3, "0");
  if (dice < 30) return ` (Ordenanza N.° ${serial}-${year(scene)}-${acronym(random)})`;
  if (dice < 50) return ` (Resolución N.° ${random.between(10, 9999)}-${year(scene)})`;
  if (dice < 70) return ` el ${random.between(1, 28)} de ${random.pick(lexicon.MONTHS)} de ${year(scene)}`;
  if (dice < 85) return `, según ${person(random)}`;
  return `, con S/ ${number(random)}`;
}

export function sentence(scene) {
  const { random } = scene;
  const start = random.chance(30) ? `${opener(random)}, ` : "";
  const rest = random.chance(58) ? subordinate(scene) : "";
  const told = random.chance(14) ? reference(scene) : "";
  const cited = random.chance(18) ? ` [${random.between(1, 3)}]` : "";
  return finish(`${start}${clause(scene)}${rest}${told}${cited}`);
}

/** A line of a list: an action and its object. */
export function item(scene) {
  const { random } = scene;
  return finish(`${choose(scene, "verb").infinitive} ${nounPhrase(scene, random.below(2))}${circumstance(scene)}`);
}

export const phrase = (scene) => tidy(nounPhrase(scene, scene.random.below(2), 1));

export function paragraph(scene, sentences) {
  return Array.from({ length: sentences }, () => sentence(scene)).join(" ");
}

export const tidy = (text) =>
  text.replace(/(?<!\p{L})(de|a) el (?=\p{Ll})/gu, (_, word) => (word === "a" ? "al " : "del ")).replace(/ y (?=h?i[^aeo])/g, " e ");

export function finish(text) {
  const whole = tidy(text);
  return `${whole[0].toUpperCase()}${whole.slice(1)}.`;
}
