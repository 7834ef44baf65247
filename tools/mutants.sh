#!/usr/bin/env bash
# Changes the code on purpose, one place at a time, and sees whether the tests notice:
#   tools/mutants.sh [link|session|screening|catalog|codec|rules|figure|all] [SHARD/OF]
# link, session and screening must not miss one; the others must catch 95 in 100. `all` is each of them in turn. A run
# in which too few changes were tried fails too: a gate that tried nothing proves nothing.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

what=${1:-link} shard=${2:-1/1}
if [ "$what" = all ]; then
  failed=0
  for area in link session screening catalog codec rules figure; do "$0" "$area" "$shard" || failed=1; done
  exit $failed
fi
leave=()
case "$what" in
link) files=('src/codec/link/**') tests="link reply" least=400 floor=100 ;;
session) files=('src/domain/session/**') tests=sessions least=280 floor=100 ;;
screening) files=('src/domain/screening/**') tests="screening wording" least=700 floor=100 ;;
catalog) files=('src/catalog/**') tests="catalog wording screening" least=250 floor=95 ;;
codec) files=('src/codec/**') leave=('src/codec/link/**') tests="records backup reply progress link" least=900 floor=95 ;;
rules) files=('src/domain/**') leave=('src/domain/session/**' 'src/domain/screening/**') tests='' least=1000 floor=95 ;;
figure) files=('src/figure/**') tests="figures catalog" least=2000 floor=95 ;;
*)
  complain "usage: tools/mutants.sh [link|session|screening|catalog|codec|rules|figure|all] [SHARD/OF]"
  exit 1
  ;;
esac

# A copy to change, in which only the tests are compiled that have to notice: half the time for each change.
out=$PWD/target/mutants-$what
tree=$out/tree
rm -rf "$out"
mkdir -p "$tree"
git ls-files -z | tar -c --null -T - | tar -x -C "$tree"
if [ -n "$tests" ]; then
  awk -v tests=" $tests" '/^#\[cfg\(test\)\]/ { next } /^mod / && !index(tests, " " substr($2, 1, length($2) - 1)) { next } { print }' \
    tests/it/main.rs >"$tree/tests/it/main.rs"
fi
flags=()
for file in "${files[@]}"; do flags+=(-f "$file"); done
for file in "${leave[@]}"; do flags+=(-e "$file"); done
[ "$shard" = 1/1 ] || flags+=(--shard "$(($(cut -d/ -f1 <<<"$shard") - 1))/$(cut -d/ -f2 <<<"$shard")" --sharding round-robin)
say "Changing $what (shard $shard); minutes to hours"
# A property that needs hundreds of cases to notice wants an example beside it.
export PROPTEST_CASES=${PROPTEST_CASES:-32} CARGO_PROFILE_DEV_DEBUG=false CARGO_TARGET_DIR=$PWD/target/mutants/$what
# It ends with 2 or 3 where a change was missed or hung: the counts below decide.
(cd "$tree" && nice -n 10 cargo mutants --in-place "${flags[@]}" --output "$out" --no-times -- --locked --lib --test it) || true
node tools/mutants.mjs "$out/mutants.out/outcomes.json" "$least" "$floor" "$shard"
