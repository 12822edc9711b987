// How to start Chromium, without background requests to other hosts; shared by these tests,
// the relevance suite and the benchmarks.

export const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
