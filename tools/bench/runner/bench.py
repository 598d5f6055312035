"""What all scenarios share: places, peers, indexes, and the list of results."""

import dataclasses
import os
import pathlib
import shutil

from corpus import generated, of_folder
from measure import bytes_below, measure


@dataclasses.dataclass
class Row:
    """One peer in one scenario."""

    peer: str
    runs: list = dataclasses.field(default_factory=list)
    missing: str | None = None


class Bench:
    def __init__(self, options, build):
        self.options = options
        self.build = pathlib.Path(build)
        self.work = pathlib.Path(options.work or self.build.parent / "bench").resolve()
        self.work.mkdir(parents=True, exist_ok=True)
        self.results = []
        self.indexes = {}

    def corpus(self, articles=None):
        if self.options.dir and articles is None:
            return of_folder(self.options.dir)
        return generated(self.build / "bin" / "bench_corpus", self.work,
                         articles or self.options.articles, self.options.mean_bytes)

    def peers(self, kinds, wanted=lambda peer: True):
        """The peers asked for that are there, and the rows that say which are not."""
        there, rows = [], {}
        for kind in kinds:
            peer = kind(self)
            if not wanted(peer):
                continue
            rows[peer.name] = Row(peer.name, missing=peer.missing())
            if rows[peer.name].missing is None:
                peer.prepare()
                there.append(peer)
        return there, rows

    def log(self, peer):
        return self.work / f"{peer.name.replace(' ', '-')}.log" if peer.quiet else os.devnull

    def index_path(self, peer):
        return self.work / f"index-{peer.name.replace(' ', '-').replace(',', '')}"

    def run(self, peer, command):
        return measure(command, env=peer.env, log=self.log(peer))

    def build_anew(self, peer, corpus):
        """Builds the peer's index from nothing; it stays for the scenarios that follow.

        What it took counts only if the index is sound, as far as the peer can tell.
        """
        index = self.index_path(peer)
        remove(index)
        measured = self.run(peer, peer.build(corpus, index))
        measured.disk = bytes_below(index)
        if check := peer.check(index):
            self.run(peer, check)
        self.indexes[peer.name] = (index, corpus.folder)
        return measured

    def index_of(self, peer, corpus):
        if self.indexes.get(peer.name, (None, None))[1] != corpus.folder:
            self.build_anew(peer, corpus)
        return self.indexes[peer.name][0]

    def interleaved(self, peers, rows, once):
        """Every peer in every run, in turns from either end, so that none has the better moments
        of the machine."""
        for run in range(self.options.runs):
            for peer in peers if run % 2 == 0 else reversed(peers):
                rows[peer.name].runs.append(once(peer))


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
