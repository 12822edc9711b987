#!/usr/bin/env bash
# Fuzzes each of the five kinds of file that editors write, and short texts repeated
# without end, on stable Rust.
#
#   tests/fuzz/run.sh [SECONDS] [TARGET...]     600 seconds each, unless told
#
# Stops at a panic, at 1 MB that takes over a second, or at 200 MB of memory. What
# is found lies in tests/fuzz/artifacts and becomes a case in tests/suite/bad_input.rs.
set -euo pipefail
cd "$(dirname "$0")"

seconds=${1:-600}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(front_matter markdown config vocabulary synonyms repeated)
command -v cargo-fuzz >/dev/null || cargo install --locked --quiet cargo-fuzz

seeds() {
  case $1 in
    front_matter | markdown) find ../../content -name '*.md' -print0 ;;
    config) find ../.. -maxdepth 4 -name quipu.yaml -not -path '*/target/*' -print0 ;;
    vocabulary) find ../../content/vocabulario -name '*.yaml' -not -name sinonimos.yaml -print0 ;;
    synonyms) find ../.. -path '*/vocabulario/sinonimos.yaml' -not -path '*/target/*' -print0 ;;
    repeated) ;;
  esac
}

longest() {
  case $1 in
    repeated) echo 24 ;;
    *) echo 1048576 ;;
  esac
}

for target in "${targets[@]}"; do
  mkdir -p "corpus/$target"
  seeds "$target" | while IFS= read -r -d '' file; do
    cp "$file" "corpus/$target/$(sha256sum <"$file" | cut -c1-16)"
  done
  cargo fuzz run --fuzz-dir . --sanitizer none "$target" -- \
    -dict=words.dict -max_len="$(longest "$target")" -len_control=20 \
    -timeout=1 -rss_limit_mb=200 -max_total_time="$seconds" -print_final_stats=1
done
