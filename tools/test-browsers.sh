#!/usr/bin/env bash
# The main job, and a link from the builder to another profile, in every engine that is here: Chromium, WebKitGTK (Linux), and Firefox when
# geckodriver is. Expects the site in dist/.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

required=chromium
if [ "$(uname -s)" = Linux ]; then required=$required,webkit; fi
if have geckodriver && { have firefox || have firefox-esr; }; then
  required=$required,firefox
else
  echo "Firefox is left out: geckodriver or Firefox itself is not here."
fi
say "End to end in $required"
UNKNOT_REQUIRE=$required cargo test --locked --quiet --test e2e -- main_job:: built_link:: webkit firefox
