"""Scenarios of the read side. Each gives its title, its table and the runs behind it."""

import subprocess

from bench import Bench, Row
from building import described
from figures import markdown, milliseconds, percentile
from measure import measure

SHARES = (0.50, 0.95, 0.99)
ROUNDS = 5  # of the whole list, in each run
STARTS = 15  # of a process, in each run
WORD_OF_STARTS = "medium word"


def queries_of(bench, corpus):
    listed = bench.work / "queries.tsv"
    subprocess.run([bench.build / "bin" / "bench_queries", corpus.folder, listed], check=True)
    return listed


def answers(bench, peer, command):
    """(class, microseconds, hits) of each query that the peer knows how to answer."""
    bench.run(peer, command)
    with open(bench.log(peer), encoding="utf-8") as log:
        lines = [line.rstrip("\n").split("\t") for line in log]
    return [(line[0], float(line[1]), int(line[2])) for line in lines if len(line) == 3]


def cell(answered):
    """The percentiles of a class; a peer that does not find what is there is said to."""
    figures = " / ".join(milliseconds(percentile([micros for _, micros, _ in answered], share))
                         for share in SHARES)
    found = sum(hits > 0 for _, _, hits in answered) / len(answered)
    return figures if found == 1 else f"{figures} (finds {100 * found:.0f} %)"


def ask(bench, snippets):
    corpus = bench.corpus()
    listed = queries_of(bench, corpus)
    peers, rows = bench.peers(bench.options.peers,
                              lambda peer: peer.missing() or peer.ask("", "", 1, False))
    for peer in peers:
        bench.index_of(peer, corpus)
    bench.interleaved(peers, rows, lambda peer: answers(
        bench, peer, peer.ask(bench.index_path(peer), listed, ROUNDS, snippets)))
    kinds = list(dict.fromkeys(line.split("\t")[0] for line in listed.read_text().splitlines()))
    lines = [[kind] for kind in kinds]
    for row in rows.values():
        for kind, line in zip(kinds, lines):
            those = [answer for run in row.runs for answer in run if answer[0] == kind]
            line.append(cell(those) if those else row.missing or "–")
    return corpus, markdown(["ms: p50 / p95 / p99", *rows], lines), rows


def queries(bench: Bench):
    """Ten best hits of each class of queries, by the library, warm."""
    corpus, table, rows = ask(bench, snippets=False)
    return f"Queries: {described(corpus)}", table, rows


def snippets(bench: Bench):
    """The same with a passage for each hit."""
    corpus, table, rows = ask(bench, snippets=True)
    return f"Queries with snippets: {described(corpus)}", table, rows


def one_word(listed):
    """A list of one query, and its word."""
    line = next(line for line in listed.read_text().splitlines()
                if line.startswith(WORD_OF_STARTS + "\t"))
    single = listed.with_name("one-query.tsv")
    single.write_text(line + "\n")
    return single, line.split("\t")[2]


def cold(bench: Bench):
    """A process that is not there yet finds ten articles; the files are in memory."""
    corpus = bench.corpus()
    single, word = one_word(queries_of(bench, corpus))
    peers, rows = bench.peers(bench.options.peers,
                              lambda peer: peer.missing() or peer.ask("", "", 1, False))
    for peer in peers:
        bench.index_of(peer, corpus)
    nothing = Row("/bin/true")
    for _ in range(STARTS * bench.options.runs):
        nothing.runs.append(measure(["/bin/true"]))
        for peer in peers:
            command = peer.start(bench.index_path(peer), word, single)
            rows[peer.name].runs.append(bench.run(peer, command))
    rows = {nothing.peer: nothing, **rows}
    lines = [[row.peer, row.missing, ""] if row.missing else
             [row.peer, *(milliseconds(1e6 * percentile([run.wall for run in row.runs], share))
                          for share in SHARES[:2])] for row in rows.values()]
    return f"Cold start: {described(corpus)}", markdown(["ms", "p50", "p95"], lines), rows
