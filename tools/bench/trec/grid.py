"""Chooses a ranking from many, and asks of a collection that the choice has not seen."""

import pathlib
import re
import subprocess

import collection as collections
from figures import markdown
from measures import judge, mean

SHOWN = 25
ROW_OF_ENGLISH = re.compile(r'Row\{"en",(.*?)\}', re.DOTALL)


def english_function_words(source):
    """Those that Morgue has, a line each."""
    row = ROW_OF_ENGLISH.search(pathlib.Path(source).read_text(encoding="utf-8"))[1]
    return "\n".join(" ".join(re.findall(r'"([^"]*)"', row)).split()) + "\n"


def judged(given, program, function_words, work):
    """By kind of ranking, the means of the MEASURES."""
    texts, listed = collections.write(given, work)
    words = work / "function-words"
    words.write_text(function_words, encoding="utf-8")
    figures = {}
    with subprocess.Popen([program, texts, listed, words], stdout=subprocess.PIPE,
                          text=True) as running:
        for line in running.stdout:
            kind, question, *ranked = line.rstrip("\n").split("\t")
            if question in given.relevant:
                figures.setdefault(kind, []).append(judge(ranked, given.relevant[question]))
    if running.returncode != 0:
        raise OSError(f"{program} ended with {running.returncode}")
    return {kind: [mean(column) for column in zip(*rows)] for kind, rows in figures.items()}


def gain(figures, kind, names, base):
    """MAP and nDCG@10 beside the first kind's, over the collections named, each counting alike."""
    return mean(figures[name][kind][measure] / figures[name][base][measure]
                for name in names for measure in (0, 1))


def folds(figures):
    """For each collection, what the others choose and what that is worth on it."""
    kinds = list(next(iter(figures.values())))
    lines = []
    for left_out in figures:
        others = [name for name in figures if name != left_out]
        best = max(kinds, key=lambda kind: gain(figures, kind, others, kinds[0]))
        lines.append([left_out, best, f"{gain(figures, best, others, kinds[0]) - 1:+.1%}",
                      f"{gain(figures, best, [left_out], kinds[0]) - 1:+.1%}"])
    return markdown(["left out", "chosen by the others", "there", "on the one left out"], lines)


def table(figures):
    kinds = list(next(iter(figures.values())))
    ordered = sorted(kinds, key=lambda kind: -gain(figures, kind, figures, kinds[0]))
    shown = [*ordered[:SHOWN], *(kind for kind in ordered[SHOWN:] if ", title x1" in kind and
                                 kind.endswith("title x1"))]
    lines = [[kind, *(" / ".join(f"{value:.3f}" for value in figures[name][kind][:2])
                      for name in figures),
              f"{gain(figures, kind, figures, kinds[0]) - 1:+.1%}"] for kind in shown]
    return markdown(["MAP / nDCG@10", *figures, "mean gain"], lines)
