"""Unpacks MediaPipe's TensorFlow Lite graphs from the npm package @mediapipe/holistic.

Input:  the package as npm gives it:  npm pack @mediapipe/holistic@0.5.1675471629
Output: a folder of .tflite files, the input of tflite_to_onnx.py.
Source: the package (Apache-2.0). Most graphs lie in one .data file, whose table of contents is JSON in the loader script;
        the pose landmark graphs lie beside it as files.

Needs Python's standard library only.
"""
from __future__ import annotations

import argparse
import json
import re
import tarfile
from pathlib import Path, PurePosixPath

ASSETS = "package/holistic_solution_packed_assets.data"
LOADER = "package/holistic_solution_packed_assets_loader.js"


def table_of_contents(loader: str) -> list[dict]:
    """The files of the .data file: name, first byte, byte after the last."""
    call = re.search(r"loadPackage\((\{.*?\})\);", loader, re.DOTALL)
    if call is None:
        raise SystemExit(f"{LOADER} has no table of contents: use @mediapipe/holistic 0.5.1675471629.")
    return json.loads(call.group(1))["files"]


def unpack(package: Path, target: Path) -> list[str]:
    """Writes every .tflite file of the package into the folder and returns their names."""
    target.mkdir(parents=True, exist_ok=True)
    graphs: dict[str, bytes] = {}
    with tarfile.open(package) as archive:
        def content(name: str) -> bytes:
            return archive.extractfile(name).read()

        assets = content(ASSETS)
        for entry in table_of_contents(content(LOADER).decode("utf8")):
            if entry["filename"].endswith(".tflite"):
                graphs[PurePosixPath(entry["filename"]).name] = assets[entry["start"]:entry["end"]]
        for name in archive.getnames():
            if name.endswith(".tflite"):
                graphs[PurePosixPath(name).name] = content(name)
    for name, graph in graphs.items():
        (target / name).write_bytes(graph)
    return sorted(graphs)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("package", type=Path, help="mediapipe-holistic-0.5.1675471629.tgz")
    arguments.add_argument("target", type=Path, help="folder for the .tflite files")
    options = arguments.parse_args()
    print("\n".join(unpack(options.package, options.target)))


if __name__ == "__main__":
    main()
