# Versions of the tools, where they are kept, and PATH. The other scripts read this first.
# shellcheck shell=bash
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

TRUNK_VERSION=0.21.14
DENY_VERSION=0.20.2
GECKO_VERSION=0.37.1
MUTANTS_VERSION=27.1.0
# The tool and the crate must be the same version; Cargo.toml says which.
BINDGEN_VERSION=$(sed -n 's/^wasm-bindgen = "=\([0-9.]*\)".*/\1/p' Cargo.toml)
TOOLS=${UNKNOT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/unknot-tools}

TRUNK_DIR=$TOOLS/trunk-$TRUNK_VERSION
BINDGEN_DIR=$TOOLS/wasm-bindgen-$BINDGEN_VERSION
DENY_DIR=$TOOLS/cargo-deny-$DENY_VERSION
GECKO_DIR=$TOOLS/geckodriver-$GECKO_VERSION
MUTANTS_DIR=$TOOLS/cargo-mutants-$MUTANTS_VERSION
NGINX_DIR=$TOOLS/nginx
export PATH="$PWD/node_modules/.bin:$TRUNK_DIR/bin:$BINDGEN_DIR/bin:$DENY_DIR/bin:$GECKO_DIR/bin:$MUTANTS_DIR/bin:$PATH:/usr/sbin:$NGINX_DIR/usr/sbin"

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }
