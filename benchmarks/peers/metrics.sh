#!/usr/bin/env bash
# All metrics of signbridge score beside sacreBLEU's BLEU and jiwer's WER, on the same 100,000 pairs. See README.md.
set -euo pipefail

root=$(dirname -- "$(readlink -f "${BASH_SOURCE[0]}")")/../..
peer=${1:-${SIGNBRIDGE_METRICS:?'usage: metrics.sh PEER; PEER is a folder with the Python packages sacrebleu and jiwer'}}
work=$root/artifacts/peers/metrics
mkdir -p "$work"
export PYTHONPATH=$peer
python=${PYTHON:-python3}

[[ -e $work/other.txt ]] || "$python" "$root/benchmarks/peers/metrics.py" pairs "$root/tests/golden/metrics/cases/english.ref.txt" "$work"
all=wer,bleu,bleu-1,bleu-2,bleu-3,chrf,chrf++,ter,rouge-l,rouge-l-coco,rouge-l-nslt,rouge-l-python,exact-match
peer() { "$python" "$root/benchmarks/peers/metrics.py" "$1" "$work" >"$work/$1.txt"; }
score() { "$root/signbridge" score "$work/hyp.txt" "$work/ref.txt" "$@" >"$work/scores.txt"; }
score --metrics "$all" # builds, where needed

TIMEFORMAT='%R s (%U s of processor time)'
timed() {
    printf '%-46s' "$1"
    shift
    time "$@"
}
for ((round = 1; round <= ${ROUNDS:-5}; round++)); do
    timed 'signbridge, 13 metrics:' score --metrics "$all"
    timed 'signbridge, BLEU and WER:' score --metrics bleu,wer --costs levenshtein
    timed 'sacreBLEU, BLEU:' peer bleu
    timed 'jiwer, WER:' peer wer
    timed 'signbridge, 5 metrics with intervals:' score --confidence
    timed 'signbridge, 5 metrics of 2 systems, tested:' score --baseline "$work/other.txt"
done 2>&1
