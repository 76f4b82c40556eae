"""Medians and ratios of the rounds that mediapipe.sh left in a folder, as a Markdown table."""
import json
import statistics
import sys
from pathlib import Path


def load(folder, name):
    return [json.loads(p.read_text()) for p in sorted(Path(folder).glob(f"{name}.*.json"))]


def estimate(run):
    if "estimateMilliseconds" in run:
        return run["estimateMilliseconds"]
    # The parts of a pose are stages of their own, one after another for a frame: together they are its work.
    return sum(s["workMilliseconds"]["p50"] for s in run["stages"] if s["stage"] != "frames")


def main():
    folder = sys.argv[1]
    peer = load(folder, "mediapipe")
    rows = [(f"MediaPipe {peer[0]['version']}, face included", peer)]
    rows += [(title, load(folder, name)) for title, name in (("SignBridge, body and hands", "pose"), ("SignBridge, face included", "pose+face"))]

    print("| | frames/s (median, least to most) | estimator ms/frame | frames/s against MediaPipe, round by round |")
    print("|---|---|---|---|")
    for title, runs in rows:
        rates = [r["framesPerSecond"] for r in runs]
        ratios = [r["framesPerSecond"] / p["framesPerSecond"] for r, p in zip(runs, peer)]
        print(f"| {title} | {statistics.median(rates):.1f} ({min(rates):.1f} to {max(rates):.1f}) "
              f"| {statistics.median(estimate(r) for r in runs):.1f} | {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}) |")
    machine = load(folder, "pose")[0]["machine"]
    print(f"\n{len(peer)} rounds; {machine['processor']}, {machine['cores']} cores, {machine['system']}, {machine['runtime']}, "
          f"ONNX Runtime {machine['onnxRuntime']}, commit {machine['commit']}")


if __name__ == "__main__":
    main()
