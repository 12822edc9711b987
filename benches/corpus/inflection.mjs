// Regular Spanish inflection: plurals, gender, verb forms with their spelling changes.

const PLAIN = { á: "a", é: "e", í: "i", ó: "o", ú: "u" };
const withoutLastAccent = (word) => word.replace(/[áéíóú](?=[^áéíóú]*$)/, (vowel) => PLAIN[vowel]);

export function plural(word) {
  if (/[aeiouáéó]$/.test(word)) return `${word}s`;
  if (/z$/.test(word)) return `${word.slice(0, -1)}ces`;
  if (/[áéíóú][ns]$/.test(word)) return `${withoutLastAccent(word)}es`;
  if (/^[^aeiou]*[aeiou]s$/.test(word)) return `${word}es`;
  if (/s$/.test(word)) return word;
  return `${word}es`;
}

/** Forms of an adjective as [[masculine, plural], [feminine, plural]]. */
export function adjective(word) {
  const feminine = /o$/.test(word) ? `${word.slice(0, -1)}a` : /dor$/.test(word) ? `${word}a` : word;
  return [word, feminine].map((form) => [form, plural(form)]);
}

const ENDINGS = {
  ar: {
    present: ["a", "an"], past: ["ó", "aron"], imperfect: ["aba", "aban"], future: ["ará", "arán"],
    conditional: ["aría", "arían"], subjunctive: ["e", "en"], pastSubjunctive: ["ara", "aran"],
    gerund: "ando", participle: "ado",
  },
  er: {
    present: ["e", "en"], past: ["ió", "ieron"], imperfect: ["ía", "ían"], future: ["erá", "erán"],
    conditional: ["ería", "erían"], subjunctive: ["a", "an"], pastSubjunctive: ["iera", "ieran"],
    gerund: "iendo", participle: "ido",
  },
};
ENDINGS.ir = { ...ENDINGS.er, future: ["irá", "irán"], conditional: ["iría", "irían"] };

const softened = (stem) =>
  stem.replace(/c$/, "qu").replace(/g$/, "gu").replace(/z$/, "c");

export function verb(infinitive) {
  const stem = infinitive.slice(0, -2);
  const kind = infinitive.slice(-2);
  const join = (ending) => (kind === "ar" && /^[eé]/.test(ending) ? softened(stem) : stem) + ending;
  const forms = { infinitive };
  for (const [tense, ending] of Object.entries(ENDINGS[kind]))
    forms[tense] = Array.isArray(ending) ? ending.map(join) : join(ending);
  forms.participles = adjective(forms.participle);
  return forms;
}

/** Words that speech derives from a verb: the one who does it, what can be done, the doing, and clitics. */
export function derived(infinitive) {
  const stem = infinitive.slice(0, -2);
  const vowel = infinitive.at(-2) === "a" ? "a" : "i";
  const gerund = vowel === "a" ? "ándo" : "iéndo";
  const nouns = [`${stem}${vowel}dor`, `${stem}${vowel}dora`, `${stem}${vowel}miento`, `${stem}${vowel === "a" ? "able" : "ible"}`];
  const clitics = ["lo", "la", "los", "las", "se", "le", "les", "nos"];
  return [
    ...nouns.flatMap((noun) => [noun, plural(noun)]),
    ...clitics.flatMap((clitic) => [infinitive + clitic, stem + gerund + clitic]),
  ];
}
