#!/bin/sh
# Makes what the browser checks need: headless Chromium with its driver, a Java runtime for the W3C checker, and a
# virtual environment in .venv-browser/ with the packages of requirements.txt. A second run does nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=$root/.venv-browser

missing=""
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing="$missing chromium-headless-shell"
command -v chromedriver >/dev/null || missing="$missing chromium-driver"
command -v java >/dev/null || missing="$missing default-jre-headless"
if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null; then
    echo "browser checks: these are missing and there is no apt-get to install them:$missing" >&2
    exit 1
  fi
  if [ "$(id -u)" != 0 ]; then
    echo "browser checks: run as root, or install first: apt-get install --no-install-recommends$missing" >&2
    exit 1
  fi
  echo "browser checks: installing$missing"
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
fi

if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
  echo "browser checks: making $venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed.txt"
fi
