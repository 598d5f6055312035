"""The programs measured, Morgue among them: how each builds an index and answers a query."""

import pathlib
import shutil
import subprocess

JARS = pathlib.Path("/usr/share/java")
LUCENE_JARS = ("lucene-core", "lucene-analyzers-common", "lucene-queries", "lucene-highlighter",
               "lucene-memory")
LUCENE_SOURCES = pathlib.Path(__file__).resolve().parents[1] / "lucene"


class Peer:
    name = ""
    program = ""
    updates = False  # whether build() again reads only what has changed
    quiet = True  # what it prints is worth keeping, should it fail

    def __init__(self, bench):
        self.bin = bench.build / "bin"
        self.work = bench.work
        self.env = {}

    def missing(self):
        """Why it cannot be run; nothing where it can."""
        found = (self.bin / self.program).is_file() or shutil.which(self.program)
        return None if found else f"{self.program} is not there"

    def prepare(self):
        """Whatever is done once."""

    def build(self, corpus, index):
        """The command that builds the index, or brings it up to date."""
        raise NotImplementedError

    def check(self, index):
        """The command that finds out whether the index is sound; nothing where there is none."""
        del index

    def ask(self, index, queries, rounds, snippets):
        """The command that answers a list of queries; nothing where there is none."""
        del index, queries, rounds, snippets

    def start(self, index, word, queries):
        """The command that finds ten articles with one word, from a process that is not there yet;
        `queries` is a list of that word alone."""
        del word
        return self.ask(index, queries, 1, False)


def query_command(program, index, queries, rounds, snippets):
    return [program, index, queries, "--rounds", rounds, *(["--snippets"] if snippets else [])]


class Morgue(Peer):
    name = "Morgue"
    program = "morgue"
    updates = True

    def __init__(self, bench):
        super().__init__(bench)
        self.env = {"XDG_STATE_HOME": str(self.work / "state")}

    def build(self, corpus, index):
        return [self.bin / "morgue", "-d", index, "index", corpus.folder]

    def check(self, index):
        return [self.bin / "morgue", "-d", index, "check"]

    def ask(self, index, queries, rounds, snippets):
        return query_command(self.bin / "bench_morgue_query", index, queries, rounds, snippets)

    def start(self, index, word, queries):
        return [self.bin / "morgue", "-d", index, "search", "-n", "10", word]


class Find(Peer):
    """Looks at every file and writes nothing down: what finding out that nothing changed costs."""

    name = "find"
    program = "find"
    quiet = False

    def build(self, corpus, index):
        return ["find", corpus.folder, "-printf", "%p %s %T@ %i\n"]


class MorgueOneThread(Morgue):
    name = "Morgue -j1"

    def build(self, corpus, index):
        return [*super().build(corpus, index), "-j1"]


class TermGenerator(Peer):
    name = "Xapian, TermGenerator"
    program = "bench_termgenerator_build"

    def build(self, corpus, index):
        return [self.bin / self.program, corpus.folder, index]

    def ask(self, index, queries, rounds, snippets):
        return query_command(self.bin / "bench_xapian_query", index, queries, rounds, snippets)


class Omindex(Peer):
    name = "omindex"
    program = "omindex"
    updates = True

    def build(self, corpus, index):
        return ["omindex", "-D", index, "-U", "/", corpus.folder]


class Recoll(Peer):
    name = "Recoll"
    program = "recollindex"
    updates = True

    def build(self, corpus, index):
        index.mkdir(exist_ok=True)
        # Its own words for what it passes over would leave out articles below /tmp.
        (index / "recoll.conf").write_text(
            f"topdirs = {corpus.folder}\nskippedNames =\nskippedPaths =\nloglevel = 2\n"
            "indexstemminglanguages = english\n")
        return ["recollindex", "-c", index]


class Fts5(Peer):
    name = "SQLite FTS5"
    program = "bench_fts5_build"

    def build(self, corpus, index):
        return [self.bin / self.program, corpus.folder, index]

    def ask(self, index, queries, rounds, snippets):
        return query_command(self.bin / "bench_fts5_query", index, queries, rounds, snippets)


class LucenePlusPlus(Peer):
    name = "Lucene++ 3.0"
    program = "bench_lucenepp_build"

    def build(self, corpus, index):
        return [self.bin / self.program, corpus.folder, index]

    def ask(self, index, queries, rounds, snippets):
        return query_command(self.bin / "bench_lucenepp_query", index, queries, rounds, snippets)


def jars_called(name):
    return sorted(JARS.glob(f"{name}-8*.jar"))


class Lucene(Peer):
    name = "Lucene 8"
    program = "javac"

    def missing(self):
        jar = next((jar for jar in LUCENE_JARS if not jars_called(jar)), None)
        return super().missing() or (f"{jar} is not there" if jar else None)

    def class_path(self):
        jars = [jars_called(jar)[-1] for jar in LUCENE_JARS]
        return ":".join(map(str, [self.work / "lucene", *jars]))

    def prepare(self):
        subprocess.run(["javac", "-cp", self.class_path(), "-d", self.work / "lucene",
                        *LUCENE_SOURCES.glob("*.java")], check=True)

    def java(self, *arguments):
        return ["java", "-Xmx1g", "-cp", self.class_path(), *arguments]

    def build(self, corpus, index):
        return self.java("Build", corpus.folder, index, 2)

    def ask(self, index, queries, rounds, snippets):
        return self.java("Ask", index, queries, rounds, *(["--snippets"] if snippets else []))


KINDS = {"morgue": Morgue, "morgue-j1": MorgueOneThread, "termgenerator": TermGenerator,
         "omindex": Omindex, "recoll": Recoll, "fts5": Fts5, "lucene": Lucene,
         "lucenepp": LucenePlusPlus}
