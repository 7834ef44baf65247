#!/usr/bin/env bash
# Builds the site twice from nothing, in two folders, and compares every byte. Ten minutes or more.
# Fault: E14
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

for name in one two; do
  rm -rf "target/clean-$name"
  say "Clean build $name"
  CARGO_TARGET_DIR="$PWD/target/clean-$name/target" tools/build.sh --dist "target/clean-$name/dist"
done
diff -r target/clean-one/dist target/clean-two/dist
(cd target/clean-one/dist && find . -type f -exec sha256sum {} + | sort -k 2) | sha256sum
rm -rf target/clean-one target/clean-two
say "Both builds are the same, byte for byte"
