// What each case is about and where. Case i is the same in a corpus of any size.

import { slug } from "./places.mjs";
import { TOPICS } from "./topics.mjs";

const VARIANTS = TOPICS.flatMap((topic) =>
  topic.subjects.flatMap((subject) => topic.actions.map((action) => ({ topic, subject, action }))),
);

// A stride that shares no divisor with the number of titles goes through all of them before it repeats one.
const STRIDE = 104_729n;

export function createTitles(districts, seed) {
  const count = BigInt(VARIANTS.length * districts.length);
  const repeated = namesHeldTwice(districts);

  return function titleOf(index) {
    const place = Number(((BigInt(index) + BigInt(seed) * 7919n) * STRIDE) % count);
    const district = districts[place % districts.length];
    const { topic, subject, action } = VARIANTS[Math.floor(place / districts.length)];
    const where = repeated.has(district.name) ? `${district.name}, ${district.province}` : district.name;
    const title = `${action} de ${subject} en ${where}`;
    return { topic, subject, action, district, title, slug: `${shortened(slug(title))}-${district.code}` };
  };
}

// The builder refuses addresses that are too long for a USB stick.
const shortened = (name) => (name.length > 60 ? name.slice(0, 61).replace(/-[^-]*$/, "") : name);

function namesHeldTwice(districts) {
  const seen = new Set();
  return new Set(districts.map(({ name }) => name).filter((name) => seen.has(name) || !seen.add(name)));
}
