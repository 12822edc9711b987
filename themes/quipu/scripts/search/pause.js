// While a page opens, work goes on in steps, between which the browser answers its reader.

// Milliseconds that nobody notices, even where they take four times as long.
const STEP = 9;

let since = 0;

/** Gives way if work has gone on for longer than a step. */
export async function pause() {
  if (performance.now() - since < STEP) return;
  await new Promise((resolve) => setTimeout(resolve));
  since = performance.now();
}

/** Gives way no more: what is warm takes less than the pauses would. */
export function hurry() {
  since = Infinity;
}
