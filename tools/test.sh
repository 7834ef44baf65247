#!/usr/bin/env bash
# Everything that must hold. The site is built in the background meanwhile: it compiles for
# another target, so the two do not wait for each other.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

WASM=wasm32-unknown-unknown
mkdir -p test-results
started=$SECONDS

build_log=test-results/build.log
tools/build.sh >"$build_log" 2>&1 &
build=$!
trap 'kill $build 2>/dev/null || true' EXIT

say "Every fault has a test or a reason"
node tools/faults.mjs --check
say "Formatting"
cargo fmt --check
say "Clippy, host"
cargo clippy --locked --quiet --lib --bins --tests -- -D warnings
say "Clippy, end-to-end tests"
# By itself: together with --tests, cargo leaves out a test that has `test = false`.
cargo clippy --locked --quiet --test e2e -- -D warnings
say "Clippy, WebAssembly"
cargo clippy --locked --quiet --target $WASM --lib --bins --test browser -- -D warnings
say "Native tests"
cargo test --locked --quiet

say "The build's and the bench's own tests"
node --test tools/site/ tools/bench/ >test-results/tools.log || { cat test-results/tools.log; exit 1; }

say "Licences, bans, sources"
cargo deny --log-level error check licenses bans sources
tools/deny-proof.sh
node tools/sbom.mjs
say "Advisories"
if fetched=$(cargo deny --log-level error fetch db 2>&1); then
  cargo deny --log-level error check --disable-fetch advisories
else
  echo "SKIPPED: the advisory database cannot be reached from here ($(tail -n 1 <<<"$fetched"))"
fi

say "Tests in the browser (headless Chromium)"
CHROMEDRIVER=$(command -v chromedriver) \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
  WASM_BINDGEN_USE_BROWSER=1 WASM_BINDGEN_TEST_TIMEOUT=180 \
  cargo test --locked --target $WASM --test browser

say "Waiting for the site"
trap - EXIT
if ! wait $build; then
  cat "$build_log"
  complain "The site does not build."
  exit 1
fi
grep -A 4 '^site ' "$build_log" || true

say "What travels keeps within its limits"
node tools/bench/bench.mjs --only bytes,links

say "Tests of the built site, end to end"
cargo test --locked --quiet --test e2e

say "Everything holds ($((SECONDS - started)) s)"
