#!/usr/bin/env bash
# Builds the release site into dist/; what is given goes to Trunk.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

# Panic messages name source files: without this, with the builder's home folder in them,
# and no two machines would build the same bytes. (The first flag is .cargo/config.toml's.)
cargo_home=${CARGO_HOME:-$HOME/.cargo}
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg=erase_components --remap-path-prefix=$cargo_home/registry/src=crates --remap-path-prefix=$PWD=unknot"

# Two builds at once would share Trunk's staging folder; the second waits.
mkdir -p target
if have flock; then
  exec 9>target/.site-build
  flock 9
fi

say "Building the site (a minute or two when the crates are compiled already; some five from nothing)"
start=$SECONDS
trunk build --release --offline --locked "$@"
say "The site is ready after $((SECONDS - start)) s"
