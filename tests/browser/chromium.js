// How Chromium is started wherever the project drives it: by these tests, for the
// relevance of peers and in benchmarks. It asks no other host for anything.

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
