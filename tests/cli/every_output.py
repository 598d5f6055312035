"""An archive, and runs over it that together print every record the program knows."""

import json
import os
import pathlib

from harness import CommandTest

FULL = """---
title: The storm corps
date: 2019-03-04
byline: [Jane Doe, John Roe]
source: Hallin Post
section: World
place: Paris
agency: NW
tags: [sea, storm]
lang: en
url: https://example.org/storm
---

A storm corps went out. The storm was strong. Nobody had seen one before.
"""
LOST = "The storm corps\n\nA storm corps was seen, and nobody kept what was said of it.\n"
ARCHIVE = {
    "2019/storm.md": FULL,
    b"2019/caf\xe9.txt": "A caf\u00e9\n\nThe storm closed the caf\u00e9.\n",
    "2020/03/05/rates.txt": "Rates\n\nThe bank raised rates.\n",
    "2020/plain.txt": "The bank raised rates again and said nothing of any storm or corps.\n",
    "undated.txt": "Undated\n\nA gale.\n",
    "wire.jsonl": '{"title":"Storm","body":"The storm sank a boat."}\n{"title":\n',
    "scan.pdf": b"%PDF-1.4",
    ".hidden.txt": "Hidden\n\nNothing.\n",
    ".morgueignore": "[\n",
}


class EveryOutput(CommandTest):
    """Runs the program; `printed` keeps each record with its type, `said` what is on stderr."""

    def setUp(self):
        super().setUp()
        self.printed = []
        self.said = []

    def run_in(self, folder, *arguments, **options):
        done = self.morgue(*arguments, here=folder, **options)
        if "--json" in arguments:
            self.printed += done.objects
            self.said += [json.loads(line) for line in done.err.splitlines()]
        return done

    def print_everything(self):
        self.write()
        self.ask()
        self.ask_lists()
        self.look_closer()
        self.go_wrong()

    def write(self):
        """Index runs with all that can come of them; leaves two indexes behind."""
        self.one = self.tree({**ARCHIVE, "lost.txt": LOST}, "one")
        self.two = self.tree({"2019/storm.md": FULL}, "two")
        self.run_in(self.one, "index", "--json", "--dry-run", ".")
        self.run_in(self.one, "index", "--json", ".")
        (self.one / "lost.txt").unlink()
        self.run_in(self.one, "index", "--json", "--keep-removed")
        self.run_in(self.two, "index", "--json", ".")
        self.run_in(self.one, "clone", "--json", ".", self.home / "copy")
        self.run_in(self.one, "compact", "--json")
        self.rename_and_lose()
        self.forget()
        self.damage()

    def rename_and_lose(self):
        folder = self.tree({**ARCHIVE, **{f"{n}.txt": f"T {n}\n\nB {n}.\n" for n in range(60)}},
                           "three")
        self.run_in(folder, "index", "--json", ".")
        for number in range(60):
            (folder / f"{number}.txt").unlink()
        (folder / "2020/plain.txt").rename(folder / "moved.txt")
        odd = pathlib.Path(os.fsdecode(os.fsencode(folder) + b"/2019/caf\xe9.txt"))
        odd.rename(folder / "2019/cafe.txt")
        (folder / "2019/storm.md").write_text(FULL.replace("strong", "weak"))
        self.run_in(folder, "index", "--json", "--dry-run")
        self.run_in(folder, "index", "--json")

    def forget(self):
        folder = self.tree({"a/x.txt": "X\n\nY.\n", "b/y.txt": "Z\n\nY.\n"}, "four")
        self.run_in(folder, "index", "--json", "--lang=en", "a", "b", "-d", "all.index")
        self.run_in(folder, "status", "--json", "-d", "all.index")
        self.run_in(folder, "forget", "--json", "-d", "all.index", "b")

    def damage(self):
        folder = self.tree(ARCHIVE, "five")
        self.run_in(folder, "index", "--json", ".")
        self.run_in(folder, "check", "--json")
        texts = max((folder / ".morgue/shards").glob("*/docdata.glass"),
                    key=lambda path: path.stat().st_size)
        content = bytearray(texts.read_bytes())
        content[-40] ^= 1
        texts.write_bytes(content)
        self.run_in(folder, "check", "--json")

    def ask(self):
        for query in ["storm", "bank", "*", "title:storm"]:
            for unit in ["bytes", "chars", "utf16"]:
                self.run_in(self.one, "search", "--json", "--meta", "--offsets", unit, query)
        self.run_in(self.home, "search", "--json", "--meta", "-d", "one", "-d", "two", "storm")
        self.run_in(self.one, "search", "--json", "--meta", "storm OR bank corps date:2019")
        self.run_in(self.home, "search", "--json", "--meta", "--group=exact", "-d", "one",
                    "-d", "two", "storm")
        self.run_in(self.one, "search", "--json", "-c", "storm")
        for by in ["year", "month", "day", "source", "section", "lang", "format"]:
            self.run_in(self.one, "count", "--json", "--by", by, "storm")
        for by in ["year", "month", "day"]:
            self.run_in(self.one, "timeline", "--json", "--by", by, "storm")
        self.run_in(self.one, "count", "--json", "storm")

    def ask_lists(self):
        for command in [["search", "--meta"], ["count"]]:
            self.run_in(self.one, *command, "--json", "--queries", "-",
                        input=b'q1\tstorm\nbank\nq3\t"open\n\nzebra\nto storm date:2019\n')

    def look_closer(self):
        ids = self.run_in(self.one, "search", "--ids", "*").lines
        for extra in [[], ["--meta"], ["--match", "storm"], ["--match", "storm", "--context=1"],
                      ["--match", "zebra", "--context=0"],
                      ["--match", "storm", "--context=0", "--offsets=chars"],
                      ["--match", "storm", "--context=0", "--offsets=utf16"]]:
            self.run_in(self.one, "show", "--json", *extra, *ids)
        for extra in [[], ["--match", "storm", "--context=0"]]:
            self.run_in(self.home, "show", "--json", "-d", "one", "-d", "two", *extra, ids[0])
        for unit in ["bytes", "chars", "utf16"]:
            self.run_in(self.one, "kwic", "--json", "--offsets", unit, "storm")
        self.run_in(self.home, "kwic", "--json", "-d", "one", "-d", "two", "storm")
        self.run_in(self.one, "parse", "--json", "storm OR gale")
        self.run_in(self.one, "audit", "--json", "storm")
        self.run_in(self.one, "search", "--json", "--explain", "storm corps")
        self.run_in(self.one, "search", "--json", f"--explain={ids[0]}", "*")
        best = self.run_in(self.one, "search", "--ids", "storm").lines[0]
        self.run_in(self.one, "search", "--json", "--expand", "--recency=90d",
                    f"--explain={best}", "storm")
        self.run_in(self.one, "status", "--json")
        self.run_in(self.one, "status", "--json", "--skipped")

    def go_wrong(self):
        """Errors, warnings and notes of every shape."""
        self.run_in(self.one, "search", "--json", '"open')
        self.run_in(self.one, "search", "--json", "--cheese")
        self.run_in(self.one, "show", "--json", "none")
        self.run_in(self.one, "search", "--json", "--verbose", "storm")
        self.run_in(self.home, "search", "--json", "storm")
        for query in ["zebra", '"storm zebra"', "strom corsp", "storm -corps date:1999",
                      '"the storm corps raised rates"', "sorm -nothing", '"storm bank"',
                      "date:none storm date:2019", "gale date:1999"]:
            self.run_in(self.one, "search", "--json", query)
