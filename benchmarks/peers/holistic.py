"""MediaPipe Holistic (Python) over video files, as a user runs it: decode a frame, estimate it, take the next. One JSON object on stdout.

    python holistic.py [--complexity 1] [--warmup 1] CLIP.mp4...

framesPerSecond counts decoding, as that of `signbridge bench --pose-only` does; estimateMilliseconds is the median of the estimator alone.
"""
import argparse
import json
import statistics
import time

import cv2
import mediapipe as mp


def work(paths, complexity):
    """Estimates all clips; each is a stream of its own. Returns the number of frames and what the estimator took for each, in ms."""
    milliseconds = []
    for path in paths:
        capture = cv2.VideoCapture(path)
        if not capture.isOpened():
            raise SystemExit(f"'{path}' cannot be read as a video.")
        with mp.solutions.holistic.Holistic(model_complexity=complexity) as holistic:
            while True:
                more, frame = capture.read()
                if not more:
                    break
                image = cv2.cvtColor(frame, cv2.COLOR_BGR2RGB)
                start = time.perf_counter()
                holistic.process(image)
                milliseconds.append(1000 * (time.perf_counter() - start))
    return milliseconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", nargs="+")
    parser.add_argument("--complexity", type=int, default=1)
    parser.add_argument("--warmup", type=int, default=1, help="times that all clips are worked through before the measured time")
    options = parser.parse_args()

    for _ in range(options.warmup):
        work(options.clips, options.complexity)
    start = time.perf_counter()
    milliseconds = work(options.clips, options.complexity)
    seconds = time.perf_counter() - start
    print(json.dumps({
        "version": mp.__version__,
        "frames": len(milliseconds),
        "framesPerSecond": len(milliseconds) / seconds,
        "estimateMilliseconds": statistics.median(milliseconds),
    }))


if __name__ == "__main__":
    main()
