// Splits work while a page opens into short tasks, so that the browser stays responsive.

// Milliseconds per task: unnoticeable even on a device that is four times slower.
const STEP = 9;

let since = 0;

/** Yields to the browser if the current task has taken longer than a step. */
export async function pause() {
  if (performance.now() - since < STEP) return;
  await new Promise((resolve) => setTimeout(resolve));
  since = performance.now();
}

/** Stops yielding: with warm caches, the work takes less time than the pauses. */
export function hurry() {
  since = Infinity;
}
