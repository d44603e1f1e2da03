#!/bin/sh
# Hold every lock to the published advisories: `audit.sh PIP_AUDIT`. Not part of `make test`, as it asks the network.
set -u
log=$(mktemp)
trap 'rm -f "$log"' EXIT
unreachable='NewConnectionError|ConnectionError|ConnectTimeout|Max retries|ServiceError|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|audit endpoint returned an error'

# Run a command and show what it says; when it couldn't ask, say only that.
ask() {
  name=$1
  shift
  "$@" >"$log" 2>&1 && { echo "$name: nothing known."; return 0; }
  if grep -qE "$unreachable" "$log"; then
    echo "$name: the advisory service can't be reached, so nothing was audited." >&2
    return 2
  fi
  cat "$log" >&2
  return 1
}

worst=0
for lock in requirements.txt requirements-test.txt requirements-tools.txt; do
  ask "$lock" "$1" --disable-pip --require-hashes --progress-spinner off -r "$lock" || worst=$?
done
if [ -f package.json ]; then
  ask package-lock.json npm audit || worst=$?
fi
exit "$worst"
