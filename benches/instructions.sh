#!/usr/bin/env bash
# Counts the instructions of a cold build of 1,000 news (those of compare.py), with one thread: a figure
# that no other work on the machine changes. Needs valgrind. Prints millions; HISTORY.md keeps them.
set -euo pipefail
cd "$(dirname "$0")/.."
dateline=${1:-target/release/dateline}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$work" <<'PY'
import pathlib, sys
sys.path.insert(0, "benches")
import compare
compare.sites(pathlib.Path(sys.argv[1]), 1000)
PY
count() { # arguments of the build
    valgrind --tool=callgrind --callgrind-out-file="$work/out" "$dateline" --root "$work/dateline" --quiet \
        build --jobs 1 "$@" 2>&1 | sed -n 's/.*Collected : \([0-9]*\).*/\1/p' | awk '{ printf "%.0f\n", $1 / 1e6 }'
}
echo "cold $(count)"
sleep 4 # what was written just now is read again
echo "unchanged, the first time $(count)"
echo "unchanged $(count)"
