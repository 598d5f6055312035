"""Scenarios of the write side. Each gives its title, its table and the runs behind it."""

import contextlib
import os
import shutil
import time

from bench import Bench, remove
from figures import markdown, median_of, megabytes, ratio, seconds, times
from measure import bytes_below
from peers import Find, Morgue

SETTLED = 2.5  # seconds after which a file's time tells whether it has changed since
CHANGED = 100  # one article of so many
GROWTH_FROM = 10_000  # articles


def described(corpus):
    return f"{corpus.articles:,} articles, {megabytes(corpus.bytes)}"


def costs(row, base, corpus):
    """The figures of a peer that stand in every table here."""
    if row.missing:
        return [row.peer, row.missing, "", "", "", "", ""]
    cells = [row.peer, *(seconds(median_of(row.runs, name)) for name in ("wall", "cpu")),
             megabytes(median_of(row.runs, "peak")),
             times(median_of(row.runs, "disk") / corpus.bytes)]
    against = base.runs if base else []
    return cells + [times(ratio(row.runs, against, name)) if against else ""
                    for name in ("wall", "cpu")]


def costs_table(rows, corpus, base_name):
    heads = ["", "wall", "CPU", "peak memory", "index, bytes a byte of text",
             f"wall ÷ {base_name}", f"CPU ÷ {base_name}"]
    return markdown(heads, [costs(row, rows.get(base_name), corpus) for row in rows.values()])


def build(bench: Bench):
    """Building an index from nothing."""
    corpus = bench.corpus()
    peers, rows = bench.peers(bench.options.peers)
    bench.interleaved(peers, rows, lambda peer: bench.build_anew(peer, corpus))
    return f"Build: {described(corpus)}", costs_table(rows, corpus, Morgue.name), rows


def run_again(bench, peer, corpus):
    measured = bench.run(peer, peer.build(corpus, bench.index_path(peer)))
    measured.disk = bytes_below(bench.index_path(peer))
    return measured


def noop(bench: Bench):
    """A run over files none of which has changed, beside a find that looks at each."""
    corpus = bench.corpus()
    peers, rows = bench.peers([Find, *bench.options.peers],
                              lambda peer: peer.updates or isinstance(peer, Find))
    for peer in peers:
        if peer.updates:
            bench.index_of(peer, corpus)
    time.sleep(SETTLED)
    bench.interleaved(peers, rows, lambda peer: run_again(bench, peer, corpus))
    return f"Nothing changed: {described(corpus)}", costs_table(rows, corpus, Find.name), rows


@contextlib.contextmanager
def edited(paths):
    """One paragraph more in each file; afterwards all is as before."""
    before = [(path, path.read_bytes(), path.stat()) for path in paths]
    for path, content, _ in before:
        path.write_bytes(content + b"\nCorrected on the day after: the figures were wrong.\n")
    try:
        yield
    finally:
        for path, content, stat in before:
            path.write_bytes(content)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def changed(bench: Bench):
    """A run after one article of a hundred was edited, each time from the same index."""
    corpus = bench.corpus()
    peers, rows = bench.peers(bench.options.peers, lambda peer: peer.updates)
    kept = {peer.name: bench.index_of(peer, corpus).with_suffix(".kept") for peer in peers}
    for peer in peers:
        remove(kept[peer.name])
        shutil.copytree(bench.index_path(peer), kept[peer.name])
    time.sleep(SETTLED)
    paths = corpus.paths()[::CHANGED]

    def once(peer):
        remove(bench.index_path(peer))
        shutil.copytree(kept[peer.name], bench.index_path(peer))
        with edited(paths):
            os.sync()
            return run_again(bench, peer, corpus)

    bench.interleaved(peers, rows, once)
    lines = [[row.peer, row.missing, "", "", ""] if row.missing else
             [row.peer, *(seconds(median_of(row.runs, name)) for name in ("wall", "cpu")),
              megabytes(median_of(row.runs, "written")),
              f"{100 * median_of(row.runs, 'written') / bytes_below(kept[row.peer]):.1f} %"]
             for row in rows.values()]
    return (f"{len(paths):,} of {described(corpus)} changed",
            markdown(["", "wall", "CPU", "written", "of the index"], lines), rows)


def growth(bench: Bench):
    """Building a small and a large index: what an article costs, and how memory grows."""
    rows = {}
    for articles in (GROWTH_FROM, bench.options.articles):
        corpus = bench.corpus(articles)
        peers, one = bench.peers([Morgue])
        many = bench.options.runs if articles == GROWTH_FROM else 1
        row = rows[f"{articles:,} articles"] = one[Morgue.name]
        row.runs = [bench.build_anew(peers[0], corpus) for _ in range(many)]
        row.articles = articles
    first = next(iter(rows.values()))

    def per_article(row, name="wall"):
        return median_of(row.runs, name) / row.articles

    lines = [[name, seconds(median_of(row.runs, "wall")), f"{1e6 * per_article(row):.0f} µs",
              f"{1e6 * per_article(row, 'cpu'):.0f} µs", megabytes(median_of(row.runs, "peak")),
              times(per_article(row) / per_article(first))] for name, row in rows.items()]
    return ("Growth: Morgue alone",
            markdown(["", "wall", "an article", "its CPU", "peak memory", "÷ the first"], lines),
            rows)
