#!/bin/sh
# Print the path of a redis-server to test with: REDIS_SERVER if set, an installed one, else the one from the system's packages.
set -eu
find_one() {
  for name in "${REDIS_SERVER:-}" redis-server; do
    [ -n "$name" ] && command -v "$name" && return 0
  done
  return 1
}
find_one && exit 0
echo "Redis is not installed; installing it from the system's packages." >&2
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
# RUNLEVEL=1 keeps the package from starting a server of its own: the tests start theirs on a free port.
quiet="env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1"
$as_root $quiet apt-get update -qq >&2
$as_root $quiet apt-get install -y -qq --no-install-recommends redis-server >&2
find_one || { echo "Redis could not be installed; set REDIS_SERVER to the path of a redis-server." >&2; exit 1; }
