#!/usr/bin/env bash
# Installs what the build needs and is missing, each once, into a versioned cache folder
# outside the work tree: tools/setup.sh [deny|gecko|mutants]
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

require() {
  have "$1" && return
  complain "$1 is missing. $2"
  exit 1
}

# install_crate FOLDER CRATE VERSION BINARY TIME [cargo flags]: prebuilt where that works,
# else compiled with cheap settings (a tool need not be fast).
install_crate() {
  local folder=$1 crate=$2 version=$3 binary=$4 time=$5
  shift 5
  [ -x "$folder/bin/$binary" ] && return
  mkdir -p "$folder"
  if have cargo-binstall; then
    say "Fetching $crate $version ready-made (seconds)"
    if cargo binstall --no-confirm --disable-telemetry --root "$folder" "$crate@$version" >"$folder/binstall.log" 2>&1 &&
      [ -x "$folder/bin/$binary" ]; then
      return
    fi
    say "No ready-made $crate: compiling it instead"
  fi
  say "Compiling $crate $version, once (usually $time on two cores)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install --quiet "$@" --root "$folder" "$crate@$version"
}

require rustup "Install it from https://rustup.rs, then run this again."
require cargo "Install it from https://rustup.rs, then run this again."
require node "Install Node 20 or newer, then run this again."
require npm "It comes with Node: install Node 20 or newer, then run this again."
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  complain "Node $(node --version) is too old: Node 20 or newer is needed."
  exit 1
fi

# rust-toolchain.toml names the toolchain; the first use of it may download it.
if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
  say "Adding the WebAssembly target to Rust (about a minute)"
  rustup target add wasm32-unknown-unknown
fi

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "Installing the build's npm packages (usually under a minute)"
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi

install_crate "$TRUNK_DIR" trunk "$TRUNK_VERSION" trunk "8 minutes" --locked
# Its own lock file names a version the registry no longer serves, so no --locked.
install_crate "$BINDGEN_DIR" wasm-bindgen-cli "$BINDGEN_VERSION" wasm-bindgen "3 minutes"
case "${1:-}" in
deny) install_crate "$DENY_DIR" cargo-deny "$DENY_VERSION" cargo-deny "6 minutes" --locked ;;
gecko) install_crate "$GECKO_DIR" geckodriver "$GECKO_VERSION" geckodriver "8 minutes" --locked ;;
mutants) install_crate "$MUTANTS_DIR" cargo-mutants "$MUTANTS_VERSION" cargo-mutants "8 minutes" --locked ;;
esac

say "Fetching the crates (seconds when they are here already)"
cargo fetch --locked --quiet
