#!/usr/bin/env bash
# Makes sure the browsers that the tests drive are here: tools/browsers.sh [webkit] [firefox]
# Installs them with apt where it may (Debian, as root or with password-free sudo); elsewhere
# says exactly what to install, and fails.
set -euo pipefail
# shellcheck source=tools/env.sh
source "$(dirname "$0")/env.sh"

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}
may_install() {
  have apt-get && { [ "$(id -u)" -eq 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }
}
minibrowser() {
  ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser 2>/dev/null | head -n 1
}

packages=()
have chromium || have google-chrome || [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] || packages+=(chromium)
have chromedriver || packages+=(chromium-driver)
if [ "${1:-}" = webkit ]; then
  { have WebKitWebDriver && [ -n "$(minibrowser)" ]; } || packages+=(webkit2gtk-driver)
  have Xvfb || packages+=(xvfb)
  have dbus-run-session || packages+=(dbus)
fi

# Firefox may be missing: the tests then leave it out and say so.
if [[ " $* " == *" firefox "* ]] && ! have firefox && ! have firefox-esr; then
  if have apt-get && apt-cache show firefox-esr >/dev/null 2>&1; then
    packages+=(firefox-esr)
  else
    complain "Firefox is not here and cannot be installed by apt: its tests are left out."
  fi
fi

# Two tests read back what goes on paper: the printed page and the square code.
if have apt-get; then
  have pdftotext || packages+=(poppler-utils)
  have zbarimg || packages+=(zbar-tools)
fi

if [ ${#packages[@]} -gt 0 ]; then
  if may_install; then
    say "Installing ${packages[*]} with apt (a minute or two)"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  else
    complain "The tests need browsers that are not here: ${packages[*]}."
    complain "  Debian or Ubuntu: sudo apt-get install ${packages[*]}"
    complain "  macOS:            brew install --cask google-chrome && brew install chromedriver"
    [ "${1:-}" = webkit ] && complain "  WebKitGTK exists on Linux only; on macOS run make test, which needs Chrome alone."
    exit 1
  fi
fi

# One test runs the site behind nginx with deploy/nginx.conf. The package would start a
# server on port 80, so it is only unpacked, beside the other tools.
if ! have nginx && have apt-get && have dpkg-deb; then
  say "Unpacking nginx for one test (not installed, not started)"
  mkdir -p "$NGINX_DIR"
  if (cd "$NGINX_DIR" && apt-get download -qq nginx nginx-common 2>/dev/null ||
    { may_install && as_root apt-get update -qq && apt-get download -qq nginx nginx-common; }); then
    for package in "$NGINX_DIR"/*.deb; do dpkg-deb -x "$package" "$NGINX_DIR"; done
  fi
fi
if ! { have nginx && nginx -v >/dev/null 2>&1; }; then
  complain "nginx is not here: the test of deploy/nginx.conf will say so and be left out."
fi
