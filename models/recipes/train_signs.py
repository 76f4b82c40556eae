"""Trains the recogniser asl-signs (isolated and CTC in one network) on clips of landmarks.

Input:  --clips: a pickle of (labels, clips); a clip is a dict of
          x      float32 [frames, 75, 2], landmarks at 15 frames/s (33 body, 21 left hand, 21 right hand), NaN where absent
          y      a label, "<unk>" (a sign outside of the labels) or "<idle>" (no sign)
          src    the data set; "wlasl" has hands without a body
          split  "train" or "test"
          soft   what a teacher answers: probabilities of the first 250 labels; or None
        --real: optionally a pickle of [(label, x)] of signers who are in no training data, to watch the accuracy on.
Output: a checkpoint {"voc": labels, "sd": weights} for export_signs.py. The weights are the running mean of those of training.
Source: the data sets are named in the card of models/asl-signs; their landmarks are MediaPipe Holistic's. They are not all free to
        pass on, so the pickle is not part of this project.

Pickles run code when they are opened: use only your own.
Needs numpy and torch. The rate of learning falls to its end over --minutes, whatever the machine.
"""
from __future__ import annotations

import argparse
import copy
import math
import pickle
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from sign_clips import UNKNOWN, Clip, Example, ExampleMaker, to_body_units
from sign_network import FRAMES_PER_STEP, LANDMARKS, Net

SEED = 5
TEACHER_LABELS = 250
SINGLE_SIGNS, SEQUENCES = 40, 8  # examples of each kind in a batch
LEARNING_RATE, WARM_UP_STEPS = 2e-3, 100
GREATEST_DECAY = 0.998
TEST_EVERY = 400

Row = tuple[np.ndarray, str]  # landmarks, label


def pad(clips: list[np.ndarray]) -> Tensor:
    """[N, frames, 75, 2]: as long as the longest, an even number of frames, NaN after the end of a clip."""
    frames = max(map(len, clips))
    frames += frames % FRAMES_PER_STEP
    out = np.full((len(clips), frames, LANDMARKS, 2), np.nan, np.float32)
    for i, clip in enumerate(clips):
        out[i, :len(clip)] = clip
    return torch.from_numpy(out)


def ctc_loss(log_probs: Tensor, examples: list[Example]) -> Tensor:
    steps = torch.tensor([max(1, len(e.landmarks) // FRAMES_PER_STEP) for e in examples])
    labels = torch.tensor([label + 1 for e in examples for label in e.labels])  # 0 is the blank
    lengths = torch.tensor([len(e.labels) for e in examples])
    return functional.ctc_loss(log_probs.transpose(0, 1), labels, steps, lengths, blank=0, zero_infinity=True)


def teacher_loss(logits: Tensor, examples: list[Example]) -> Tensor:
    """Kullback-Leibler divergence to the teacher, over the labels that the teacher knows."""
    taught = [(i, e.teacher) for i, e in enumerate(examples) if e.teacher is not None]
    if not taught:
        return torch.zeros(())
    target = torch.tensor(np.array([teacher for _, teacher in taught], np.float32)) + 1e-6
    target = target / target.sum(1, keepdim=True)
    answers = functional.log_softmax(logits[[i for i, _ in taught]][:, :TEACHER_LABELS], -1)
    return functional.kl_div(answers, target, reduction="batchmean")


def losses(net: Net, singles: list[Example], sequences: list[Example]) -> dict[str, Tensor]:
    single_log_probs, logits = net(pad([e.landmarks for e in singles]))
    ctc = 0.5 * ctc_loss(single_log_probs, singles)
    sequence_log_probs, _ = net(pad([e.landmarks for e in sequences]))
    ctc = ctc + 0.5 * ctc_loss(sequence_log_probs, sequences)
    labels = torch.tensor([e.labels[0] for e in singles])
    return {
        "ctc": ctc,
        "isolated": functional.cross_entropy(logits, labels, label_smoothing=0.1),
        "teacher": teacher_loss(logits, singles),
    }


def accuracy(net: Net, rows: list[Row], index: dict[str, int], labels: int) -> tuple[float, float, float]:
    """Per cent among the first labels: isolated top-1, isolated top-5, top-1 of the CTC output summed over time."""
    top1 = top5 = ctc = 0
    for landmarks, label in rows:
        log_probs, logits = net(pad([landmarks]))
        best = logits[0, :labels].argsort(descending=True)[:5].tolist()
        top1 += best[0] == index[label]
        top5 += index[label] in best
        ctc += log_probs[0, :, 1:labels + 1].logsumexp(0).argmax().item() == index[label]
    return tuple(round(100 * hits / len(rows), 1) for hits in (top1, top5, ctc))


class Trainer:
    def __init__(self, vocabulary: list[str], clips: list[dict], real: list[Row], minutes: float):
        self.vocabulary, self.index = vocabulary, {label: i for i, label in enumerate(vocabulary)}
        self.choices = random.Random(SEED)
        torch.manual_seed(SEED)
        training = [Clip.from_record(clip) for clip in clips if clip["split"] != "test"]
        self.examples = ExampleMaker(vocabulary, training, self.choices, np.random.default_rng(SEED))
        test = [(to_body_units(clip["x"]), clip["y"]) for clip in clips if clip["split"] == "test"]
        self.test_rows = [row for row in test if not row[1].startswith("<")]
        self.unknown_rows = [row for row in test if row[1] == UNKNOWN]
        self.real_rows = real
        self.net = Net(len(vocabulary))
        self.mean = copy.deepcopy(self.net).eval()
        self.optimizer = torch.optim.AdamW(self.net.parameters(), LEARNING_RATE, weight_decay=0.05)
        self.seconds = minutes * 60
        self.step = 0
        self.running: dict[str, float] = defaultdict(float)

    def train(self) -> None:
        start = time.time()
        self.net.train()
        while (elapsed := time.time() - start) < self.seconds:
            self.update(progress=elapsed / self.seconds)
            if self.step == 50 or self.step % TEST_EVERY == 0:
                means = {name: round(loss / (1 - 0.98 ** self.step), 3) for name, loss in self.running.items()}
                print(self.step, round(time.time() - start), means, self.test(), flush=True)
        print("final", self.step, self.test())

    def update(self, progress: float) -> None:
        for group in self.optimizer.param_groups:
            cosine = max(0.01, 0.5 * (1 + math.cos(math.pi * progress)))
            group["lr"] = LEARNING_RATE * min(1, (self.step + 1) / WARM_UP_STEPS) * cosine
        singles = [self.examples.draw(1) for _ in range(SINGLE_SIGNS)]
        sequences = [self.examples.draw(self.choices.randint(2, 5)) for _ in range(SEQUENCES)]
        parts = losses(self.net, singles, sequences)
        loss = 0.5 * parts["ctc"] + parts["isolated"] + 0.5 * parts["teacher"]
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimizer.step()
        self.step += 1
        self.follow()
        for name, part in parts.items():
            self.running[name] = 0.98 * self.running[name] + 0.02 * part.item()

    @torch.no_grad()
    def follow(self) -> None:
        """Moves the mean of the weights towards those of now."""
        decay = min(GREATEST_DECAY, (1 + self.step) / (10 + self.step))
        for mean, now in zip(self.mean.state_dict().values(), self.net.state_dict().values()):
            if mean.dtype.is_floating_point:
                mean.mul_(decay).add_(now, alpha=1 - decay)
            else:
                mean.copy_(now)

    @torch.no_grad()
    def test(self) -> dict[str, tuple[float, float, float]]:
        everything = len(self.vocabulary)
        sets = [
            ("real, taught", self.real_rows, TEACHER_LABELS), ("real", self.real_rows, everything),
            ("test", self.test_rows, everything)]
        return {name: accuracy(self.mean, rows, self.index, labels) for name, rows, labels in sets if rows}

    @torch.no_grad()
    def probability_of_unknown(self) -> float:
        """Mean over the test clips of signs outside of the vocabulary."""
        return float(np.mean([torch.softmax(self.mean(pad([x]))[1][0], -1)[len(self.vocabulary)].item() for x, _ in self.unknown_rows]))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--clips", type=Path, default=Path("clips.pkl"))
    arguments.add_argument("--real", type=Path)
    arguments.add_argument("--minutes", type=float, required=True)
    arguments.add_argument("--out", type=Path, required=True, help="the checkpoint, OUT.pt")
    arguments.add_argument("--threads", type=int, default=1)
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    vocabulary, clips = pickle.loads(options.clips.read_bytes())
    real = [(x, label) for label, x in pickle.loads(options.real.read_bytes())] if options.real else []
    trainer = Trainer(vocabulary, clips, real, options.minutes)
    trainer.train()
    torch.save({"voc": vocabulary, "sd": trainer.mean.state_dict()}, options.out)
    if trainer.unknown_rows:
        print("mean probability of the unknown class on unknown signs", round(trainer.probability_of_unknown(), 3))


if __name__ == "__main__":
    main()
