"""Writes predictions.json: random rankings of eight signs and what scikit-learn says about them.

Run with the Python of Debian 12 and its package python3-sklearn (scikit-learn 1.2.1, NumPy 1.24.2): python3 make.py
"""
import json
import pathlib

import numpy as np
import sklearn
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support, top_k_accuracy_score

SIGNS = ["bird", "cat", "dog", "go", "mother", "no", "where", "?"]
CLIPS = 200

random = np.random.default_rng(7)
shown = random.choice(5, CLIPS, p=[0.4, 0.3, 0.15, 0.1, 0.05])  # no, where and ? are read but never shown
scores = random.normal(size=(CLIPS, len(SIGNS)))
scores[np.arange(CLIPS), shown] += 1.2
scores = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
ranks = np.argsort(-scores, axis=1)
reference = [SIGNS[i] for i in shown]
best = [SIGNS[i] for i in ranks[:, 0]]

labels = sorted(set(reference) | set(best))
expected = {"labels": labels}
for average in [None, "macro", "weighted"]:
    precision, recall, f1, support = precision_recall_fscore_support(reference, best, labels=labels, average=average, zero_division=0)
    expected[average or "classes"] = {
        name: np.asarray(values).tolist() for name, values in [("precision", precision), ("recall", recall), ("f1", f1)]}
    if average is None:
        expected["support"] = support.tolist()
expected["confusion"] = confusion_matrix(reference, best, labels=labels).tolist()
expected["topK"] = {str(k): top_k_accuracy_score(shown, scores, k=k, labels=range(len(SIGNS))) for k in (1, 5)}

document = {
    "made": f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}",
    "clips": [
        {"reference": SIGNS[s], "ranked": [[SIGNS[i], float(scores[c, i])] for i in ranks[c]]} for c, s in enumerate(shown)],
    "expected": expected,
}
pathlib.Path(__file__).with_name("predictions.json").write_text(json.dumps(document) + "\n")
