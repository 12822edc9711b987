#!/usr/bin/env bash
# All the checks and tests, on a machine with Rust and Debian's packages at hand.
# Installs what is missing: Node.js, Chromium and Firefox for the browser tests,
# LibreOffice and Pandoc for importing documents, Java for the HTML checker, minisign,
# zip and unzip for checking copies, zim-tools and kiwix-tools for ZIM files, tools for images of sticks, nginx.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_missing() {
  local missing=()
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
  [ -x "${FIREFOX:-/usr/bin/firefox-esr}" ] || missing+=(firefox-esr)
  command -v pandoc >/dev/null || missing+=(pandoc)
  command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui)
  command -v java >/dev/null || missing+=(default-jre-headless)
  command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing+=(nginx)
  command -v minisign >/dev/null || missing+=(minisign)
  command -v zip >/dev/null || missing+=(zip)
  command -v unzip >/dev/null || missing+=(unzip)
  command -v mcopy >/dev/null || missing+=(mtools)
  command -v mkfs.vfat >/dev/null || [ -x /usr/sbin/mkfs.vfat ] || missing+=(dosfstools)
  command -v mkfs.exfat >/dev/null || [ -x /usr/sbin/mkfs.exfat ] || missing+=(exfatprogs)
  command -v mount.exfat-fuse >/dev/null || [ -x /usr/sbin/mount.exfat-fuse ] || missing+=(exfat-fuse)
  command -v zimwriterfs >/dev/null || missing+=(zim-tools)
  command -v kiwix-serve >/dev/null || missing+=(kiwix-tools)
  if [ ${#missing[@]} -gt 0 ]; then
    as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
}

# What the checks need beside the program, made ready while that is compiled.
prepare() {
  install_missing
  local suite
  for suite in relevance standards editor browser; do
    (cd "tests/$suite" && npm ci --silent --no-audit --no-fund)
  done
  command -v cargo-deny >/dev/null || cargo install --locked --quiet --debug cargo-deny
}

prepare &
preparing=$!

step "Formatting"
cargo fmt --check

step "Lints"
cargo clippy --locked --all-targets -- -D warnings

step "The fuzzers still compile"
cargo check --locked --quiet --no-default-features --manifest-path tests/fuzz/Cargo.toml --target-dir target

step "The tests compile"
cargo test --locked --quiet --no-run
wait "$preparing"

step "Licences and sources of the dependencies"
cargo fetch --locked --quiet # for every system, not only this one
cargo deny --locked --offline --log-level error check bans licenses sources

step "Tests of the program"
QUIPU_STEPS=2000 cargo test --locked

step "The real site"
target/debug/quipu build # as it was compiled for the tests: `cargo run` compiles anew

step "Relevance of search over judged queries"
(cd tests/relevance && npm test --silent && node run.mjs --binary ../../target/debug/quipu --check)

step "Valid HTML, CSS, feeds, sitemap and linked data"
(cd tests/standards && npm test)

step "The site under nginx, as the hosting guide sets it up"
(cd tests/hosting && npm test)

step "Tests with an editor's own programs"
(cd tests/editor && npm test)

step "Tests in browsers"
(cd tests/browser && QUIPU_SITE="$PWD/../../public" npm test)
