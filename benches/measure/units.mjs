const none = "–";

export function bytes(value) {
  if (!Number.isFinite(value)) return none;
  for (const [unit, size] of [["GB", 1e9], ["MB", 1e6], ["kB", 1e3]]) if (value >= size) return `${short(value / size)} ${unit}`;
  return `${value} B`;
}

export const seconds = (value) => (Number.isFinite(value) ? `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s` : none);

export const milliseconds = (value) => (Number.isFinite(value) ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms` : none);

export const count = (value) => (Number.isFinite(value) ? value.toLocaleString("en") : none);

export const percent = (value) => `${(100 * value).toFixed(1)} %`;

const short = (value) => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));
