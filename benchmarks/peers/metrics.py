"""Makes sentence pairs, and scores them with sacreBLEU or jiwer.

python3 metrics.py pairs REFERENCES FOLDER   100,000 pairs of two of the sentences each, with words exchanged, left out and added
python3 metrics.py bleu|wer FOLDER           the score, as sacreBLEU 2.6.0 or jiwer 2.3.0 has it
"""
import random
import sys

PAIRS = 100_000


def lines(folder, side):
    with open(f"{folder}/{side}.txt", encoding="utf8") as file:
        return file.read().split("\n")[:-1]


def noisy(draw, words, vocabulary):
    out = []
    for word in words:
        chance = draw.random()
        if chance < 0.12:
            continue
        out.append(draw.choice(vocabulary) if chance < 0.22 else word)
        if chance > 0.94:
            out.append(draw.choice(vocabulary))
    if draw.random() < 0.1 and len(out) > 2:
        i = draw.randrange(len(out) - 1)
        out[i], out[i + 1] = out[i + 1], out[i]
    return out


def write_pairs(references, folder):
    draw = random.Random(1)
    with open(references, encoding="utf8") as file:
        sentences = file.read().split("\n")[:-1]
    vocabulary = [word for sentence in sentences for word in sentence.split()]
    with open(f"{folder}/ref.txt", "w", encoding="utf8") as ref, open(f"{folder}/hyp.txt", "w", encoding="utf8") as hyp, \
            open(f"{folder}/other.txt", "w", encoding="utf8") as other:
        for _ in range(PAIRS):
            words = (draw.choice(sentences) + " " + draw.choice(sentences)).split()
            words = [draw.choice(vocabulary) if draw.random() < 0.3 else word for word in words]
            for file, written in (ref, words), (hyp, noisy(draw, words, vocabulary)), (other, noisy(draw, words, vocabulary)):
                file.write(" ".join(written) + "\n")


if sys.argv[1] == "pairs":
    write_pairs(sys.argv[2], sys.argv[3])
elif sys.argv[1] == "bleu":
    from sacrebleu.metrics import BLEU
    print(BLEU(force=True).corpus_score(lines(sys.argv[2], "hyp"), [lines(sys.argv[2], "ref")]).score)
else:
    import jiwer
    print(100 * jiwer.wer(lines(sys.argv[2], "ref"), lines(sys.argv[2], "hyp")))
