// Edit distance of two words, `Infinity` if it exceeds `most`; see src/search/query/distance.rs.

export function distance(a, b, most, isPrefix) {
  if (a.length > b.length + most || (!isPrefix && b.length > a.length + most)) return Infinity;
  const width = Math.min(b.length, a.length + most);
  let before;
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    let least = i + 1;
    for (let j = 0; j < width; j++) {
      let best = Math.min(last[j] + (a[i] === b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1);
      if (i && j && a[i] === b[j - 1] && a[i - 1] === b[j]) best = Math.min(best, before[j - 1] + 1);
      row.push(best);
      least = Math.min(least, best);
    }
    if (least > most) return Infinity;
    before = last;
    last = row;
  }
  const found = isPrefix ? Math.min(...last) : last[width];
  return found > most ? Infinity : found;
}
