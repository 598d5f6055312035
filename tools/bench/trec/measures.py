"""What a ranking is worth, as trec_eval computes it, and how sure a difference is."""

import math
import random

MEASURES = ("MAP", "nDCG@10", "P@10", "R@100")
RESAMPLES = 10_000
SEED = 20021225  # any will do; the same one makes intervals repeatable


def average_precision(ranked, relevant):
    found, total = 0, 0.0
    for rank, document in enumerate(ranked, 1):
        if document in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)


def ndcg(ranked, relevant, depth):
    """With binary relevance."""
    gain = sum(1 / math.log2(rank + 1) for rank, document in enumerate(ranked[:depth], 1)
               if document in relevant)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(depth, len(relevant)) + 1))
    return gain / ideal


def precision(ranked, relevant, depth):
    return sum(document in relevant for document in ranked[:depth]) / depth


def recall(ranked, relevant, depth):
    return sum(document in relevant for document in ranked[:depth]) / len(relevant)


def judge(ranked, relevant):
    """All MEASURES of one query. `relevant` is not empty."""
    return (average_precision(ranked, relevant), ndcg(ranked, relevant, 10),
            precision(ranked, relevant, 10), recall(ranked, relevant, 100))


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def interval(ours, theirs, seed=SEED):
    """Within what the mean of the differences lies, for 95 of 100 resamples of the queries."""
    differences = [our - their for our, their in zip(ours, theirs, strict=True)]
    dice = random.Random(seed)
    means = sorted(sum(dice.choices(differences, k=len(differences))) / len(differences)
                   for _ in range(RESAMPLES))
    return means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES) - 1]
