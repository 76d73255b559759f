#!/usr/bin/env bash
# Makes what the browser checks need: Python, headless Chromium with its driver, a Java runtime for the W3C checker, a
# font, and a virtual environment in .venv-browser/ with the packages of requirements.txt. A second run does nothing.
# Exit status: 0 all there, 3 something is missing and there is no apt-get to install it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
venv=$here/../../.venv-browser

has() { command -v "$1" >/dev/null; }

missing=()
has python3 || missing+=(python3)
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
has chromium-headless-shell || has chromium || missing+=(chromium-headless-shell)
has chromedriver || missing+=(chromium-driver)
has java || missing+=(default-jre-headless)
{ has fc-list && [ -n "$(fc-list)" ]; } || missing+=(fontconfig fonts-liberation)

if [ "${#missing[@]}" -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  if ! has apt-get || ! { [ "$(id -u)" -eq 0 ] || has sudo; }; then
    echo "missing, and not to be installed by apt-get here: ${missing[*]}"
    exit 3
  fi
  echo "Installing with apt-get for the browser checks: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  ${as_root[@]+"${as_root[@]}"} apt-get update -qq
  ${as_root[@]+"${as_root[@]}"} apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
fi

if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
  echo "Installing with pip into .venv-browser: $(tr '\n' ' ' <"$here/requirements.txt")"
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed.txt"
fi
