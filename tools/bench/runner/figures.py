"""Medians, percentiles and ratios, and how they are written."""

import math
import statistics


def median_of(runs, name):
    return statistics.median(getattr(run, name) for run in runs)


def ratio(runs, base, name):
    """How many times as much as `base` takes: the median over runs that stood side by side."""
    return statistics.median(getattr(a, name) / getattr(b, name) for a, b in zip(runs, base))


def percentile(values, share):
    """The smallest value that so large a share of all does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def seconds(value):
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s" if value < 100 else f"{value:.0f} s"


def megabytes(count):
    value = count / 1e6
    return f"{value:.1f} MB" if value < 100 else f"{value:.0f} MB"


def times(value):
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def milliseconds(micros):
    return f"{micros / 1000:.2f}"


def markdown(heads, rows):
    """A table; the first column is text, all others are figures."""
    lines = ["| " + " | ".join(heads) + " |",
             "|---|" + "---:|" * (len(heads) - 1)]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join(lines)
