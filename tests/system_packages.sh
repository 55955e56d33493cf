#!/bin/sh
# What the tests need besides Python: PostgreSQL's server, Chromium, poppler, qpdf, SoftHSM, and npm for
# the type check of the scripts and for a real OpenID provider (Debian's names).
set -eu
missing=""
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v qpdf >/dev/null 2>&1 || missing="$missing qpdf"
command -v softhsm2-util >/dev/null 2>&1 || missing="$missing softhsm2"
command -v npm >/dev/null 2>&1 || missing="$missing nodejs npm"
node_packages() {
    for folder in tests/types tests/eid/oidc/node; do
        [ -d "$folder/node_modules" ] || npm ci --silent --no-audit --no-fund --ignore-scripts --prefix "$folder"
    done
}
if [ -z "$missing" ]; then
    node_packages
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests also need:$missing" >&2
    echo "On Debian: sudo apt-get install$missing" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # several names
apt-get install -y -qq --no-install-recommends $missing >/dev/null
node_packages
