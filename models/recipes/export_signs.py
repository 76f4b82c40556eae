"""Exports the recogniser that train_signs.py made to ONNX and compares the two.

Input:  the checkpoint of train_signs.py.
Output: model.onnx with the input `landmarks` (see sign_network.py) and the outputs `log_probs`, `isolated` (probabilities) and
        `embedding` [batch, 448] (the layer before the last, for signs that a user teaches); labels.txt, a label a line.
Fails when ONNX Runtime and PyTorch differ by more than --tolerance.

Needs numpy, torch, onnx, onnxruntime.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from sign_network import LANDMARKS, LEFT_HAND, RIGHT_HAND, Net

OPSET = 17
OUTPUTS = ["log_probs", "isolated", "embedding"]


class Export(nn.Module):
    """The network with probabilities instead of logits, and the embedding."""

    def __init__(self, net: Net):
        super().__init__()
        self.n = net

    def forward(self, landmarks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden, pooled = self.n.encode(landmarks)
        embed, classify = self.n.iso[:3], self.n.iso[4]  # 3 is dropout
        embedding = embed(pooled)
        return torch.log_softmax(self.n.ctc(hidden), -1), torch.softmax(classify(embedding), -1), embedding


def load(checkpoint: Path) -> tuple[Net, list[str]]:
    saved = torch.load(checkpoint)
    net = Net(len(saved["voc"]))
    net.load_state_dict(saved["sd"])
    return net.eval(), saved["voc"]


def export(module: Export, path: Path) -> None:
    landmarks = torch.randn(2, 40, LANDMARKS, 2)
    landmarks[0, :5, LEFT_HAND:] = float("nan")
    batch = {name: {0: "batch"} for name in OUTPUTS}
    torch.onnx.export(
        module, (landmarks,), str(path), input_names=["landmarks"], output_names=OUTPUTS, opset_version=OPSET, dynamo=False,
        dynamic_axes={**batch, "landmarks": {0: "batch", 1: "frames"}, "log_probs": {0: "batch", 1: "steps"}})


def greatest_difference(module: Export, path: Path, frames: int) -> float:
    """Over all outputs, on noise in which hands and body are missing in places."""
    landmarks = torch.randn(3, frames, LANDMARKS, 2) * 100 + 300
    landmarks[0, :frames // 2, LEFT_HAND:RIGHT_HAND] = float("nan")
    landmarks[1, :, :LEFT_HAND] = float("nan")
    with torch.no_grad():
        expected = module(landmarks)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    actual = session.run(None, {"landmarks": landmarks.numpy()})
    return max(float(np.abs(e.numpy() - a).max()) for e, a in zip(expected, actual))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("checkpoint", type=Path, help="OUT.pt of train_signs.py")
    arguments.add_argument("target", type=Path, help="folder of the model package")
    arguments.add_argument("--tolerance", type=float, default=1e-3)
    options = arguments.parse_args()
    net, labels = load(options.checkpoint)
    module = Export(net).eval()
    path = options.target / "model.onnx"
    export(module, path)
    (options.target / "labels.txt").write_text("".join(f"{label}\n" for label in labels), encoding="utf8")
    for frames in (2, 8, 64, 200):
        difference = greatest_difference(module, path, frames)
        print(f"{frames} frames: greatest difference {difference:.2e}")
        if not difference <= options.tolerance:
            raise SystemExit(f"{path} differs from PyTorch by more than {options.tolerance}.")


if __name__ == "__main__":
    main()
