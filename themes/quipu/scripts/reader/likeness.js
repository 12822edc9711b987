// How alike two places are: for each factor from 0, nothing in common, to 1, the same;
// null where it is not known of both.

/** Factors in the order readers see. */
export const FACTORS = ["nature", "altitude", "population", "poverty", "development"];

// From the same to so far apart that more makes no difference: metres, tenfold, points
// of a percentage, points of the index.
const SCALES = { altitude: 2000, population: 2, poverty: 40, development: 0.3 };

const PARTS = ["coast", "highlands", "high_forest", "low_forest"];

const near = (factor, a, b) => Math.max(0, 1 - Math.abs(a - b) / SCALES[factor]);

const COMPARE = {
  nature: (a, b) => (overlap(a, b) + overlap(asForest(a), asForest(b))) / 2,
  population: (a, b) => near("population", Math.log10(a), Math.log10(b)),
};

// What both have of each part. High and low forest are half alike.
const overlap = (a, b) => PARTS.reduce((sum, part) => sum + Math.min(a[part], b[part]), 0);
const asForest = (nature) => ({ ...nature, high_forest: nature.high_forest + nature.low_forest, low_forest: 0 });

/** The likeness of a factor. */
export function likeness(factor, here, there) {
  const [a, b] = [here[factor], there[factor]];
  if (a === null || b === null) return null;
  // A district and a whole region differ in size whatever they are like.
  if (factor === "population" && here.ubigeo.length !== there.ubigeo.length) return null;
  return COMPARE[factor] ? COMPARE[factor](a, b) : near(factor, a, b);
}

// What is not known of both says neither that they are alike nor that they are not.
const UNKNOWN = 0.5;

/** The mean of all factors as `weights` has it; null if none counts. */
export function likenessOf(here, there, weights) {
  let [sum, whole] = [0, 0];
  for (const factor of FACTORS) {
    const own = likeness(factor, here, there);
    sum += (own === null ? UNKNOWN : own) * weights[factor];
    whole += weights[factor];
  }
  return whole ? sum / whole : null;
}
