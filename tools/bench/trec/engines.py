"""The engines compared: each indexes a folder of texts and gives a TREC run for a list."""

import json
import pathlib

from measure import measure
from peers import Lucene, Morgue, TermGenerator

DEPTH = 1000


def output_of(command, log, env=None):
    measure(command, env=env, log=log)
    return pathlib.Path(log).read_text(encoding="utf-8").splitlines()


class MorgueRun:
    name = "Morgue"
    flags = ()

    def __init__(self, bench):
        self.peer = Morgue(bench)

    def missing(self):
        return self.peer.missing()

    def run(self, texts, listed, work):
        index = work / "morgue"
        if not index.exists():
            measure([*self.command(index), "index", texts], env=self.peer.env)
        paths = self.paths(index, work / "ids.jsonl")
        lines = output_of([*self.command(index), "search", "--any", *self.flags, "--queries",
                           listed, "--format=trec", "-n", DEPTH], work / "morgue.run",
                          self.peer.env)
        fields = [line.split() for line in lines if " Q0 " in line]
        return [" ".join([*line[:2], paths[line[2]], *line[3:]]) for line in fields]

    def command(self, index):
        return [self.peer.bin / "morgue", "-d", index]

    def paths(self, index, log):
        """The documents' own ids by Morgue's."""
        lines = output_of([*self.command(index), "search", "*", "--json", "--snippets", "0"], log,
                          self.peer.env)
        hits = [json.loads(line) for line in lines if line.startswith("{")]
        return {hit["id"]: pathlib.Path(hit["file"]).stem for hit in hits}


class MorgueExpandedRun(MorgueRun):
    name = "Morgue --expand"
    flags = ("--expand",)


class XapianRun:
    name = "Xapian BM25"

    def __init__(self, bench):
        self.peer = TermGenerator(bench)
        self.program = bench.build / "bin" / "bench_xapian_rank"

    def missing(self):
        return None if self.program.is_file() else f"{self.program.name} is not there"

    def run(self, texts, listed, work):
        return output_of([self.program, texts, listed, DEPTH], work / "xapian.run")


class LuceneRun:
    """One field with title and body."""

    name = "Lucene 8, one field"
    fields = "one"

    def __init__(self, bench):
        self.peer = Lucene(bench)

    def missing(self):
        return self.peer.missing()

    def prepare(self):
        self.peer.prepare()

    def run(self, texts, listed, work):
        return output_of(self.peer.java("Rank", texts, listed, DEPTH, self.fields),
                         work / f"lucene-{self.fields}.run")


class LuceneFieldsRun(LuceneRun):
    """A field for the title and one for the body, their scores added."""

    name = "Lucene 8, two fields"
    fields = "two"


KINDS = (MorgueRun, MorgueExpandedRun, XapianRun, LuceneRun, LuceneFieldsRun)
