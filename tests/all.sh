#!/usr/bin/env bash
# Every check and test, on a machine with Rust and Debian's packages at hand.
#
#   tests/all.sh           everything; installs what is missing
#   tests/all.sh --fast    format, lints, unit tests and the suite without its slow tests:
#                          an answer within two minutes after a small change
#
# tests/README.md has what each part covers and how long it takes.
set -euo pipefail
cd "$(dirname "$0")/.."

# Tests of the suite that take over two seconds each: kills and faults at every step, and
# random input. Only --fast leaves them out.
SLOW=(
  updates::an_update_interrupted_at_any_step
  updates::differences_interrupted_at_any_step
  updates::forged_differences
  updates::an_update_killed
  mangled::
  mistakes::
  killed::
  edits::
  carry::a_copy_killed
  full_disk::
  search::a_damaged_index
  bad_input::excessive_nesting
  bad_input::arbitrary_bytes
  pictures::a_large_photo
  names::random_names
  up_to_date::faults_that_come
)

started=$SECONDS
step() {
  printf '\n== %s (after %d s)\n' "$1" $((SECONDS - started))
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs the programs that the tests drive.
install_missing() {
  local missing=()
  need() { command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] || missing+=("$2"); }
  need node nodejs
  need npm npm
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
  [ -x "${FIREFOX:-/usr/bin/firefox-esr}" ] || missing+=(firefox-esr)
  need pandoc pandoc
  need soffice libreoffice-writer-nogui
  need java default-jre-headless
  need nginx nginx
  need minisign minisign
  need exiftool libimage-exiftool-perl
  need zip zip
  need unzip unzip
  need mcopy mtools
  need mkfs.vfat dosfstools
  need mkfs.exfat exfatprogs
  need mount.exfat-fuse exfat-fuse
  need zimwriterfs zim-tools
  need kiwix-serve kiwix-tools
  if [ ${#missing[@]} -gt 0 ]; then
    as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
}

# Runs while the program compiles.
prepare() {
  install_missing
  local suite
  for suite in relevance standards editor browser; do
    (cd "tests/$suite" && npm ci --silent --no-audit --no-fund)
  done
  command -v cargo-deny >/dev/null || cargo install --locked --quiet --debug cargo-deny
}

# Builds of thousands of small sites wait for nothing in memory; needs 2 GiB there.
use_memory_for_files() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1 || echo 0)
  if [ -w /dev/shm ] && [ "$free" -gt 2097152 ]; then
    TMPDIR=$(mktemp -d /dev/shm/quipu-tests.XXXXXX)
    export TMPDIR
    trap 'rm -rf "$TMPDIR"' EXIT
  fi
}

# A name in SLOW that matches no test any more would let a slow test into --fast.
slow_tests_exist() {
  local names name
  names=$(cargo test --locked --quiet --test suite -- --list)
  for name in "${SLOW[@]}"; do
    grep -qF "$name" <<<"$names" || { echo "SLOW names no test: $name" >&2; return 1; }
  done
}

fast() {
  step "Formatting"
  cargo fmt --all --check
  step "Lints"
  cargo clippy --locked --workspace --all-targets -- -D warnings
  step "Unit tests and the suite without its slow tests"
  use_memory_for_files
  cargo test --locked --quiet -- "${SLOW[@]/#/--skip=}"
  slow_tests_exist
  step "Done"
}

of_the_program() {
  step "Tests of the program"
  QUIPU_STEPS=2000 cargo test --locked
}

# Suites in JavaScript that need no browser, or only for a moment; in turn.
of_other_programs() {
  step "The search vectors in JavaScript"
  (cd tests/search && node --test)
  step "Relevance of search over judged queries"
  (cd tests/relevance && npm test --silent && node run.mjs --binary ../../target/debug/quipu --check)
  step "Valid HTML, CSS, feeds, sitemap and linked data"
  (cd tests/standards && npm test)
  step "The site under nginx, as the hosting guide sets it up"
  (cd tests/hosting && npm test)
  step "Tests with an editor's own programs"
  (cd tests/editor && npm test)
}

in_browsers() {
  step "Tests in browsers"
  (cd tests/browser && QUIPU_SITE="$PWD/../../public" npm test)
}

# The database of advisories is on a host that not every machine reaches.
check_advisories() {
  if timeout 60 cargo deny --locked --log-level off fetch db; then
    cargo deny --locked --offline --log-level error check advisories
  else
    echo "NOT CHECKED: advisories, since their database cannot be reached from here"
  fi
}

all() {
  prepare &
  local preparing=$!

  step "Formatting"
  cargo fmt --all --check

  step "Lints"
  cargo clippy --locked --workspace --all-targets -- -D warnings

  step "The fuzzers still compile"
  cargo check --locked --quiet --no-default-features --manifest-path tests/fuzz/Cargo.toml --target-dir target

  step "The tests compile"
  cargo test --locked --quiet --no-run
  wait "$preparing"

  step "Licences, bans and sources of the dependencies"
  cargo fetch --locked --quiet # for every system, not only this one
  cargo deny --locked --offline --log-level error check bans licenses sources
  check_advisories

  step "Documentation"
  RUSTDOCFLAGS="-D warnings" cargo doc --locked --quiet --no-deps

  step "The real site"
  target/debug/quipu build

  use_memory_for_files
  of_the_program

  # Browsers wait a good part of the time: the other suites use what they leave.
  local log others failed=0
  log=$(mktemp)
  of_other_programs >"$log" 2>&1 &
  others=$!
  in_browsers || failed=1
  wait "$others" || failed=1
  cat "$log"
  rm -f "$log"
  step "Done"
  return "$failed"
}

case "${1:-}" in
  "") all ;;
  --fast) fast ;;
  *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
