#!/bin/sh
# Print the path of a Chromium to test with: CHROMIUM if set, an installed one, else one from the system's packages.
set -eu
find_one() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" && return 0
  done
  return 1
}
find_one && exit 0
echo "Chromium is not installed; installing it from the system's packages." >&2
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq >&2
$as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >&2
find_one || { echo "Chromium could not be installed; set CHROMIUM to a browser's path." >&2; exit 1; }
