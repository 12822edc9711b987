#!/usr/bin/env bash
# Compiles quipu with a profile of its own work, which the compiler lays it out for.
# benches/profiled.sh [FILE]: the program goes there, otherwise to target/profiled/quipu.
# Needs Node.js, and llvm-profdata of the compiler's LLVM: `rustup component add llvm-tools`,
# or a package such as llvm-22. Takes as long as three release builds.
set -euo pipefail
cd "$(dirname "$0")/.."

folder="$PWD/target/profiled"
program=${1:-$folder/quipu}
host=$(rustc -vV | sed -n 's/^host: //p')
llvm=$(rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
profdata="$(rustc --print sysroot)/lib/rustlib/$host/bin/llvm-profdata"
[ -x "$profdata" ] || profdata=$(command -v "llvm-profdata-$llvm") || {
  echo "llvm-profdata of LLVM $llvm is missing: rustup component add llvm-tools" >&2
  exit 2
}

# Without --target, the flags would hold for build scripts and macros, too.
compile() {
  RUSTFLAGS="$1" cargo build --release --locked --target "$host" --target-dir "$folder"
}

rm -rf "$folder/raw" "$folder/site"
compile "-Cprofile-generate=$folder/raw"
node benches/corpus.mjs 1000 "$folder/site"
echo 'direccion_web: https://casos.example/' >> "$folder/site/quipu.yaml"
"$folder/$host/release/quipu" build --quiet --root "$folder/site"
"$profdata" merge -o "$folder/quipu.profdata" "$folder/raw"
compile "-Cprofile-use=$folder/quipu.profdata"
cp "$folder/$host/release/quipu" "$program"
echo "$program"
