#!/usr/bin/env bash
# Proves that the check of licences, bans and sources can fail: with a planted ban, a licence taken off
# the list, and a registry that is not allowed, it must. As it is, it must pass.
# Fault: E13
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

planted=$(mktemp -d)
trap 'rm -rf "$planted"' EXIT
check() { cargo deny --log-level off --config "$1" check "$2" >/dev/null 2>&1; }

sed 's/^deny = \[/deny = [\n  { crate = "serde", reason = "planted" },/' deny.toml >"$planted/bans.toml"
sed '/^  "MIT",$/d' deny.toml >"$planted/licenses.toml"
sed 's/^unknown-registry = .*/unknown-registry = "deny"\nallow-registry = []/' deny.toml >"$planted/sources.toml"
for part in bans licenses sources; do
  cmp -s deny.toml "$planted/$part.toml" && { complain "Nothing was planted in $part."; exit 1; }
  check deny.toml "$part" || { complain "$part fails as it is."; exit 1; }
  if check "$planted/$part.toml" "$part"; then
    complain "A planted fault in $part was not found."
    exit 1
  fi
done
echo "A planted ban, licence and source are each refused."
