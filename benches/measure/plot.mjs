// Line plots on logarithmic axes, told apart by mark and dash as well as colour so that they print.

const [WIDTH, HEIGHT] = [640, 400];
const AREA = { left: 86, right: 36, top: 40, bottom: 56 };
const STYLES = [
  { colour: "#1b5e4b", dash: "", mark: (x, y) => `<circle cx="${x}" cy="${y}" r="5"/>` },
  { colour: "#9c3d10", dash: "8 4", mark: (x, y) => `<rect x="${x - 4.5}" y="${y - 4.5}" width="9" height="9"/>` },
  { colour: "#33408f", dash: "2 4", mark: (x, y) => `<path d="M${x} ${y - 6}l6 11h-12z"/>` },
  { colour: "#7a3b86", dash: "10 3 2 3", mark: (x, y) => `<path d="M${x} ${y - 6.5}l6 6.5l-6 6.5l-6 -6.5z"/>` },
  { colour: "#7d6608", dash: "4 3", mark: (x, y) => `<path d="M${x} ${y + 6}l6 -11h-12z"/>` },
  { colour: "#4d4d4d", dash: "1 3", mark: (x, y) => `<path d="M${x - 5} ${y - 5}l10 10m0 -10l-10 10" stroke="#4d4d4d" stroke-width="2"/>` },
];

/** series: [{ name, points: [[x, y], …] }] */
export function plot({ title, xLabel, yLabel, series, format }) {
  const points = series.flatMap((one) => one.points);
  const x = axis(points.map(([value]) => value), AREA.left, WIDTH - AREA.right);
  const y = axis(points.map(([, value]) => value), HEIGHT - AREA.bottom, AREA.top);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="13" role="img">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${AREA.left}" y="22" font-size="15" font-weight="bold">${title}</text>
${x.ticks.map((value) => xTick(x.at(value), value)).join("\n")}
${y.ticks.map((value) => yTick(y.at(value), format(value))).join("\n")}
<text x="${(AREA.left + WIDTH - AREA.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${xLabel}</text>
<text transform="translate(18 ${(HEIGHT - AREA.bottom + AREA.top) / 2}) rotate(-90)" text-anchor="middle">${yLabel}</text>
${series.map((one, index) => line(one, STYLES[index], x, y)).join("\n")}
${series.map((one, index) => legend(one, STYLES[index], index)).join("\n")}
</svg>
`;
}

/** Whole powers of ten that hold the values, and where each value lies. */
function axis(values, start, end) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  const at = (value) => Math.round(10 * (start + ((Math.log10(value) - low) / (high - low)) * (end - start))) / 10;
  return { ticks, at };
}

const xTick = (x, value) =>
  `<path d="M${x} ${AREA.top}V${HEIGHT - AREA.bottom}" stroke="#ddd"/><text x="${x}" y="${HEIGHT - AREA.bottom + 20}" text-anchor="middle">${value.toLocaleString("en")}</text>`;

const yTick = (y, text) =>
  `<path d="M${AREA.left} ${y}H${WIDTH - AREA.right}" stroke="#ddd"/><text x="${AREA.left - 8}" y="${y + 4}" text-anchor="end">${text}</text>`;

function line({ points }, { colour, dash, mark }, x, y) {
  const places = points.map(([one, other]) => [x.at(one), y.at(other)]);
  return `<g stroke="${colour}" fill="none" stroke-width="2"><polyline points="${places.join(" ")}" stroke-dasharray="${dash}"/></g>
<g fill="${colour}">${places.map(([one, other]) => mark(one, other)).join("")}</g>`;
}

function legend({ name }, { colour, dash, mark }, index) {
  const [x, y] = [AREA.left + 16, AREA.top + 16 + index * 20];
  return `<g fill="${colour}"><path d="M${x} ${y}h32" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>${mark(x + 16, y)}<text x="${x + 42}" y="${y + 4}" fill="#000">${name}</text></g>`;
}
