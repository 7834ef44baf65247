#!/usr/bin/env bash
# Trunk's live-reload server. It has none of the production headers: use `make run` for those.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"
# Trunk refuses to start when a folder that it must not watch is not there.
mkdir -p dist target test-results
exec trunk serve --offline --port "${PORT:-8080}"
