#!/usr/bin/env bash
# Measures `signbridge eval` over many samples: manifest rows with ids of their own over the shipped poses, each read as one isolated sign.
#   benchmarks/evaluation.sh [ROWS]        100,000 without; needs 1.3 kB of temporary disk a row
# Prints what the run says, then its wall time and peak resident memory; the second run finds every result there and writes the reports only.
set -euo pipefail

root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/..
rows=${1:-100000}
poses=("$(readlink -f "$root")"/data/samples/*.pose)

"$root/signbridge" --version >/dev/null # builds, where a source is newer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{
    echo id,file,gloss,signer
    for ((i = 0; i < rows; i++)); do
        pose=${poses[i % ${#poses[@]}]}
        name=${pose##*/}
        echo "clip$i,$pose,${name%%-*},signer$((i % 40))"
    done
} >"$work/rows.csv"

# Peak resident memory as the kernel counts it, native memory included; it is read until the process is gone.
measure() {
    local start=$EPOCHREALTIME peak=0 now
    "$root/signbridge" eval "$work/rows.csv" --out "$work/run" --mode isolated --device cpu >/dev/null &
    while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$!/status" 2>/dev/null) && [[ -n $now ]]; do
        peak=$now
        sleep 0.1
    done
    wait $!
    awk -v run="$1" -v from="$start" -v to="$EPOCHREALTIME" -v peak="$peak" 'BEGIN { printf "%s: %.1f s, peak %d MiB\n", run, to - from, peak / 1024 }'
}

measure "reading and reports"
measure "reports only"
