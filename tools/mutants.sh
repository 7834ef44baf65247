#!/usr/bin/env bash
# Changes the code on purpose, one place at a time, and sees whether the tests notice:
#   tools/mutants.sh [link|session|screening|all] [SHARD/OF]
# link, session and screening must not miss one; all of the rules must catch 95 in 100. A run in which
# too few changes were tried fails too: a gate that tried nothing proves nothing.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

what=${1:-link} shard=${2:-1/1}
case "$what" in
link) files=('src/codec/link/**') tests=link least=400 floor=100 ;;
session) files=('src/domain/session/**') tests=session least=280 floor=100 ;;
screening) files=('src/domain/screening/**') tests=screening least=700 floor=100 ;;
all) files=('src/domain/**' 'src/codec/**' 'src/catalog/**' 'src/figure/**') tests='' least=6000 floor=95 ;;
*)
  complain "usage: tools/mutants.sh [link|session|screening|all] [SHARD/OF]"
  exit 1
  ;;
esac

out=target/mutants-$what
rm -rf "$out"
mkdir -p "$out"
flags=()
for file in "${files[@]}"; do flags+=(-f "$file"); done
[ "$shard" = 1/1 ] || flags+=(--shard "$(($(cut -d/ -f1 <<<"$shard") - 1))/$(cut -d/ -f2 <<<"$shard")" --sharding round-robin)
say "Changing $what (shard $shard); minutes to hours"
# It ends with 2 or 3 where a change was missed or hung: the counts below decide.
nice -n 10 cargo mutants "${flags[@]}" --output "$out" --no-times -- --locked --lib --test it -- $tests || true
node tools/mutants.mjs "$out/mutants.out/outcomes.json" "$least" "$floor" "$shard"
