"""What the tests that interrupt the writer share: how it is run and interrupted, and the oracle.

The oracle is what a fresh index of the same articles holds, and nothing that the index says of
itself. Seeds are printed with every failure; $CRASH_SEED gives the first, $CRASH_SCALE multiplies
how much is done.
"""

import collections
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile

from harness import PROGRAM, CommandTest

BIN = pathlib.Path(PROGRAM).parent
SHIM = pathlib.Path(os.environ["CRASH_SHIM"])
SEED = int(os.environ.get("CRASH_SEED", "1"))
SCALE = float(os.environ.get("CRASH_SCALE", "1"))
# What these tests show does not need a disk, and a disk is slow to sync.
if os.access("/dev/shm", os.W_OK):
    tempfile.tempdir = "/dev/shm"
# Of the library, never of a person at a terminal.
INNER_WORDS = ("Xapian", "glass", "shard", "stub", "Database", "boost", "std::", "generation")
NO_INDEX = None


class CrashTest(CommandTest):
    """All that is written lies on `disk`: archive, index and home."""

    @classmethod
    def setUpClass(cls):
        cls.done = collections.Counter()

    @classmethod
    def tearDownClass(cls):
        for what, count in cls.done.items():
            print(f"{count} {what}", file=sys.stderr)

    def setUp(self):
        super().setUp()
        self.disk = self.home / "disk"
        self.user = self.disk / "home"
        self.archive_folder = self.disk / "archive"
        self.index = self.disk / "index"
        self.acknowledgements = self.disk / "acknowledgements"
        self.log = self.home / "log"

    def new_disk(self):
        """An empty disk; gives the folder where an archive may grow."""
        shutil.rmtree(self.disk, ignore_errors=True)
        self.user.mkdir(parents=True)
        return self.archive_folder

    def times(self, count):
        return max(1, round(count * SCALE))

    def live(self, count, life):
        """Calls `life` so many times, each with random numbers of its own; a failure names their
        seed."""
        for seed in range(SEED, SEED + self.times(count)):
            self.done["seeds, the first " + str(SEED)] += 1
            with self.subTest(CRASH_SEED=seed):
                life(random.Random(seed))

    def run_watched(self, command, fault="", log=False, text=None, here=None, timeout=None):
        """Runs it with $CRASH_FAULT, and killed after `timeout` seconds: its result."""
        environment = self.environment(HOME=str(self.user), CRASH_WATCH=str(self.disk),
                                       LD_PRELOAD=str(SHIM))
        if fault:
            environment["CRASH_FAULT"] = fault
        if log:
            environment["CRASH_LOG"] = str(self.log)
        with subprocess.Popen([str(part) for part in command], env=environment, text=True, cwd=here,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as running:
            try:
                out, err = running.communicate(text, timeout=timeout)
            except subprocess.TimeoutExpired:
                running.kill()
                out, err = running.communicate()
        return subprocess.CompletedProcess(command, running.returncode, out, err)

    def update(self, index=None):
        return [PROGRAM, "-d", index or self.index, "index", self.archive_folder]

    def index_anew(self):
        return [PROGRAM, "-d", self.index, "index", "--rebuild"]

    def compact(self):
        return [PROGRAM, "-d", self.index, "compact"]

    def forget(self):
        return [PROGRAM, "-d", self.index, "forget", self.archive_folder]

    def writer(self, index=None):
        return [BIN / "crash_writer", index or self.index, self.acknowledgements]

    def acknowledged(self):
        """How many commits have come back since the last time this was asked."""
        if not self.acknowledgements.exists():
            return 0
        count = len(self.acknowledgements.read_text().splitlines())
        self.acknowledgements.unlink()
        return count

    def finish(self, command, home=None, **options):
        """Runs it to its end, which has to be a good one."""
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                              env=self.environment(HOME=str(home or self.home)), **options)
        self.assertEqual(done.returncode, 0, done)
        return done

    def contents(self, index=None):
        """A line for each article with all that is indexed for it; NO_INDEX where there is none."""
        index = index or self.index
        if not (index / "XAPIANDB").exists():
            return NO_INDEX
        return self.finish([BIN / "crash_contents", index]).stdout.splitlines()

    def fresh(self):
        """The contents of an index made from nothing of the articles that are there now."""
        place = self.home / "fresh"
        shutil.rmtree(place, ignore_errors=True)
        self.finish(self.update(place))
        return self.contents(place)

    def contents_of(self, articles):
        """The contents of an index into which these articles were put by one commit."""
        place = self.home / "fresh"
        shutil.rmtree(place, ignore_errors=True)
        puts = "".join(f"put {key} {text}\n" for key, text in articles.items())
        self.finish([BIN / "crash_writer", place, self.home / "ignored"], input=puts + "commit\n")
        return self.contents(place)

    def check(self, index=None):
        """All is as it was written, and the tables are sound, each by itself and as one."""
        index = index or self.index
        if not (index / "XAPIANDB").exists():
            return
        self.finish([PROGRAM, "-d", index, "check", "--full"])
        stub = (index / "XAPIANDB").read_text().splitlines()
        parts = [index / line.removeprefix("glass ") for line in stub if line.startswith("glass ")]
        for part in [*parts, index / "XAPIANDB"]:
            self.finish(["xapian-check", part])

    def check_is_one_of(self, states, index=None):
        """No article is lost, none is there twice, and no change is half done."""
        now = self.contents(index)
        if now not in states:
            self.fail("\n".join(["the index is in none of the states it may be in",
                                 *(difference(state, now) for state in states)]))
        self.check(index)
        return now

    def check_finds(self, archive, index=None):
        """A search for each article's own word finds it, and it alone."""
        asked = "\n".join(archive.markers.values())
        done = self.finish([PROGRAM, "-d", index or self.index, "count", "--queries", "-"],
                           input=asked)
        rows = [line.split("\t") for line in done.stdout.splitlines()]
        found = {query: count for _, count, _, _, query in rows}
        self.assertEqual(found, {marker: "1" for marker in archive.markers.values()})

    def check_finished(self, archive, fresh, index=None, home=None):
        """A run to the end makes an index equal to a fresh one, and another has nothing to do."""
        self.finish(self.update(index), home=home)
        self.check_is_one_of([fresh], index)
        self.check_finds(archive, index)
        stub = ((index or self.index) / "XAPIANDB").read_bytes()
        again = self.finish(self.update(index), home=home)
        self.assertIn(f"{len(archive.markers)} unchanged", again.stdout)
        self.assertEqual(((index or self.index) / "XAPIANDB").read_bytes(), stub)

    def check_died_cleanly(self, done):
        """By our hand, or not at all: never by a signal of its own making."""
        self.assertIn(done.returncode, (0, -signal.SIGKILL), done)


def difference(state, now):
    if state is NO_INDEX or now is NO_INDEX:
        return f"  {len(state or [])} articles, now {len(now or [])}"
    gone, come = sorted(set(state) - set(now)), sorted(set(now) - set(state))
    return "\n".join([f"  of {len(state)} articles, now {len(now)}:",
                      *(f"    - {line}" for line in gone[:5]),
                      *(f"    + {line}" for line in come[:5])])
