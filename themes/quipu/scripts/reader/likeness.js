// Similarity of two places: for each factor from 0 (nothing in common) to 1 (equal), null if
// it is unknown for either place.

/** The factors, in display order. */
export const FACTORS = ["nature", "altitude", "population", "poverty", "development"];

// Differences at which the similarity becomes 0: metres, powers of ten, percentage points,
// index points.
const SCALES = { altitude: 2000, population: 2, poverty: 40, development: 0.3 };

const PARTS = ["coast", "highlands", "high_forest", "low_forest"];

const near = (factor, a, b) => Math.max(0, 1 - Math.abs(a - b) / SCALES[factor]);

const COMPARE = {
  nature: (a, b) => (overlap(a, b) + overlap(asForest(a), asForest(b))) / 2,
  population: (a, b) => near("population", Math.log10(a), Math.log10(b)),
};

// Sums the shares that both have in common. Averaged with the overlap of merged forests, high
// and low forest count as half similar.
const overlap = (a, b) => PARTS.reduce((sum, part) => sum + Math.min(a[part], b[part]), 0);
const asForest = (nature) => ({ ...nature, high_forest: nature.high_forest + nature.low_forest, low_forest: 0 });

/** Returns the similarity in a factor, null if it is unknown or not comparable. */
export function likeness(factor, here, there) {
  const [a, b] = [here[factor], there[factor]];
  if (a === null || b === null) return null;
  // Populations of different levels, such as a district and a region, are not comparable.
  if (factor === "population" && here.ubigeo.length !== there.ubigeo.length) return null;
  return COMPARE[factor] ? COMPARE[factor](a, b) : near(factor, a, b);
}

// An unknown factor is neutral: evidence neither for nor against similarity.
const UNKNOWN = 0.5;

/** Returns the weighted mean of all factors, null if all weights are 0. */
export function likenessOf(here, there, weights) {
  let [sum, whole] = [0, 0];
  for (const factor of FACTORS) {
    const own = likeness(factor, here, there);
    sum += (own === null ? UNKNOWN : own) * weights[factor];
    whole += weights[factor];
  }
  return whole ? sum / whole : null;
}
