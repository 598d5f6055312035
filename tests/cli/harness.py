"""Runs the real program in a home of its own. Standard library only."""

import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["MORGUE_PROGRAM"]
SOURCE = pathlib.Path(os.environ["MORGUE_SOURCE"])

ARTICLES = {
    "2019/03/04/storm.txt":
        "Storm closes the harbour\n\nBy Jane Doe\n\n"
        "SALTMERE (NW) - A storm closed the harbour. The storm corps went out at dawn.\n",
    "2019/03/05/calm.txt":
        "A calm day\n\nNothing happened in the harbour. The corps rested after the storm.\n",
    "2020/rates.txt":
        "---\ntitle: Central bank raises rates\ndate: 2020-06-18\nsource: Hallin Post\n"
        "section: Business\n---\n\nThe central bank raised interest rates on Thursday.\n",
}


@dataclasses.dataclass
class Outcome:
    out: str
    err: str
    code: int

    @property
    def lines(self):
        return self.out.splitlines()

    @property
    def report(self):
        """The last line of an index report, without the time that it took."""
        return re.sub(r" in [\d,]+\.\d s(, [\d.,]+ \w+ read)?$", "", self.lines[-1])

    @property
    def objects(self):
        return [json.loads(line) for line in self.lines]


class CommandTest(unittest.TestCase):
    """A test with an empty home, in which `tree` lays files and `morgue` runs the program."""

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="morgue-cli-")).resolve()
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.here = self.home

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("MORGUE_", "XDG_")) and name not in ("NO_COLOR", "COLUMNS")}
        return {**kept, "HOME": str(self.home), "LC_ALL": "C.UTF-8", **more}

    def morgue(self, *arguments, here=None, environment=None, **options):
        done = subprocess.run([PROGRAM, *map(os.fsencode, map(_plain, arguments))],
                              cwd=here or self.here, env=self.environment(**(environment or {})),
                              capture_output=True, timeout=120, **options)
        return Outcome(done.stdout.decode("utf-8", "surrogateescape"),
                       done.stderr.decode("utf-8", "surrogateescape"), done.returncode)

    def tree(self, files, below="archive"):
        """Writes the files (path -> str or bytes) and returns their folder."""
        folder = self.home / below
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = pathlib.Path(os.fsdecode(os.path.join(os.fsencode(folder), os.fsencode(name))))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    def indexed(self, files=None, below="archive"):
        """A tree that is indexed; commands run in it from then on."""
        folder = self.tree(files or ARTICLES, below)
        done = self.morgue("index", folder)
        self.assertEqual(done.code, 0, done)
        self.here = folder
        return folder

    def check(self, outcome, code, out=None, err=None):
        """Compares all three; `out` and `err` are exact texts where they are given."""
        self.assertEqual(outcome.code, code, outcome)
        if out is not None:
            self.assertEqual(outcome.out, out)
        if err is not None:
            self.assertEqual(outcome.err, err)
        return outcome


def _plain(argument):
    return argument if isinstance(argument, bytes) else str(argument)


def contents(folder):
    """Every file below: its bytes, modification time and inode, to notice any change."""
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns,
                                            path.stat().st_ino)
            for path in sorted(folder.rglob("*")) if path.is_file()}


def main():
    unittest.main()
