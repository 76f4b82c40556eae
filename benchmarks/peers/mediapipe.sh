#!/usr/bin/env bash
# Measures MediaPipe Holistic (Python) and `signbridge bench --pose-only` on the same clips and cores, one after the other, again and again.
#   benchmarks/peers/mediapipe.sh PEER [CLIP.mp4...]        see README.md beside this file
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$here/../..
peer=${1:-${SIGNBRIDGE_MEDIAPIPE:-}}
(($# == 0)) || shift
if [[ ! -d $peer ]]; then
    echo "${0##*/}: '$peer' is no folder; give the folder with MediaPipe's wheels, or an environment with it installed." >&2
    exit 2
fi
clips=("$@")
((${#clips[@]})) || clips=("$root"/data/samples/where-dog.mp4)
rounds=${ROUNDS:-5}

python=$peer/bin/python
if [[ ! -x $python ]]; then
    # Kept below artifacts/, which git ignores; numpy, OpenCV and the rest are the system's packages.
    environment=$root/artifacts/peers/mediapipe
    python=$environment/bin/python
    if [[ ! -x $python ]]; then
        /usr/bin/python3 -m venv --system-site-packages "$environment"
        "$environment/bin/pip" install --quiet --no-index --no-deps "$peer"/*.whl
    fi
fi
"$python" -c 'import cv2, mediapipe' 2>/dev/null || {
    echo "${0##*/}: '$python' cannot import cv2 and mediapipe; install python3-numpy python3-opencv python3-matplotlib python3-scipy libegl1 libgles2." >&2
    exit 1
}

"$root/signbridge" --version >/dev/null # builds, where a source is newer
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
for ((i = 1; i <= rounds; i++)); do
    echo "round $i of $rounds" >&2
    "$python" "$here/holistic.py" "${clips[@]}" >"$results/mediapipe.$i.json" 2>/dev/null
    for work in pose pose+face; do
        options=(--pose-only)
        [[ $work == pose ]] || options+=(--face)
        "$root/signbridge" bench "${options[@]}" --device cpu --warmup 1 --rounds 1 --format json "${clips[@]}" >"$results/$work.$i.json"
    done
done
"$python" "$here/ratios.py" "$results"
