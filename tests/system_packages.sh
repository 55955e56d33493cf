#!/bin/sh
# What the tests need besides Python: PostgreSQL's server, Chromium, poppler, qpdf, SoftHSM, and npm for
# the type check of the scripts (Debian's names).
set -eu
missing=""
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v qpdf >/dev/null 2>&1 || missing="$missing qpdf"
command -v softhsm2-util >/dev/null 2>&1 || missing="$missing softhsm2"
command -v npm >/dev/null 2>&1 || missing="$missing nodejs npm"
types() {
    [ -x tests/types/node_modules/.bin/tsc ] || npm ci --silent --no-audit --no-fund --ignore-scripts --prefix tests/types
}
if [ -z "$missing" ]; then
    types
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
types
