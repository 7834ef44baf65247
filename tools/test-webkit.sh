#!/usr/bin/env bash
# All tests of the built site on WebKitGTK, but for those that tests/fixtures/webkit-left-out.tsv names, each with its
# reason: some 20 minutes. Linux only. Expects the site in dist/.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

passed_over=()
while IFS=$'\t' read -r name _; do
  passed_over+=(--skip "$name")
done < <(grep -v '^#' tests/fixtures/webkit-left-out.tsv)
say "Tests of the built site on WebKitGTK, but for $((${#passed_over[@]} / 2))"
UNKNOT_ENGINE=webkit UNKNOT_REQUIRE=webkit cargo test --locked --quiet --test e2e -- "${passed_over[@]}"
