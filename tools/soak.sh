#!/usr/bin/env bash
# Long runs that `make test` has no time for: for UNKNOT_SOAK_MINUTES (30) minutes, over and over, with other
# random choices each time. Expects the site in dist/.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

end=$((SECONDS + 60 * ${UNKNOT_SOAK_MINUTES:-30}))
cargo test --locked --quiet --test e2e --no-run
round=0
while [ $SECONDS -lt $end ]; do
  round=$((round + 1))
  seed=$(od -An -N6 -tu8 /dev/urandom | tr -d ' ')
  say "Round $round, UNKNOT_SEED=$seed ($((end - SECONDS)) s left)"
  # Properties and models, with ten times the cases and other ones each round.
  PROPTEST_CASES=${UNKNOT_SOAK_CASES:-4000} cargo test --locked --quiet --lib --test it -- laws model fuzz draft damage
  [ $SECONDS -lt $end ] || break
  # Wild taps, and starts without the server.
  UNKNOT_SEED=$seed cargo test --locked --quiet --test e2e -- taps:: offline::after_ready
  [ $SECONDS -lt $end ] || break
  # Every write that fails, fifty browsers that are killed: nothing is lost or counted twice.
  UNKNOT_SEED=$seed cargo test --locked --quiet --test e2e -- --ignored
  cargo test --locked --quiet --test e2e -- resume::
done
say "$round round(s) without a finding"
