#!/usr/bin/env bash
# Counts the instructions of a lookup under valgrind, and fails where one takes more than its budget. Counts do not
# depend on the machine's load, as times do. The budgets are at most a tenth above what was counted when they were set.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v valgrind > /dev/null; then
    echo 'instructions are not counted: there is no valgrind'
    exit 0
fi
cargo build --quiet --release --package instructions
program=${CARGO_TARGET_DIR:-target}/release/instructions

count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 | sed -n 's/.*Collected : *//p'
}

failed=0
budget() {
    local counted=$((($(count "$1" 11000) - $(count "$1" 1000)) / 10000))
    echo "$1: $counted instructions of at most $2"
    if ((counted > $2)); then failed=1; fi
}
budget code 18
budget unknown-code 18
budget symbol 105
budget message 31
budget display 385
exit "$failed"
