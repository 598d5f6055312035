"""A disk that is full or fails, at every system call of a small run: the run says so in a sentence,
nothing acknowledged is lost, and a later run completes what it left."""

import errno
import random
import re
import shutil

from archive import Archive
from crash_case import INNER_WORDS, NO_INDEX, SCALE, SEED, CrashTest
from disk import read_log
from harness import PROGRAM, main

FAULTS_OF_A_RUN = 12  # times $CRASH_SCALE
EVERYTHING = 100  # a scale from which on no fault is left out
ERROR = re.compile(r"morgue: error: [^\n]+\n(  hint: [^\n]+\n)?")
# What may befall a call, by its name.
FAULTS = {
    "write": [errno.ENOSPC, errno.EIO, "short", "full"],
    "create": [errno.ENOSPC, errno.EIO, errno.EMFILE, "full"],
    "mkdir": [errno.ENOSPC, errno.EIO, "full"],
    "resize": [errno.ENOSPC, errno.EIO],
    "rename": [errno.ENOSPC, errno.EIO],
    "open": [errno.EIO, errno.EMFILE],
    "list": [errno.EIO, errno.ENOMEM],
    "map": [errno.ENOMEM],
    "lock": [errno.ENOLCK],
}
SUCCESS, NOTHING_FOUND, BROKEN, PARTIAL = 0, 1, 3, 4


class Fault(CrashTest):
    """Every run begins in `here`, a folder that is empty and stays so."""

    def setUp(self):
        super().setUp()
        self.here = self.home / "here"
        self.here.mkdir()

    def each_fault(self, command, verify, code=SUCCESS):
        """Calls `verify` with what came of the command, once for each fault that may befall it,
        each time from the same beginning."""
        self.log.unlink(missing_ok=True)
        self.keep()
        whole = self.run_watched(command, log=True)
        self.assertEqual(whole.returncode, code, whole)
        for call, fault in self.some(read_log(self.log)):
            self.restore()
            self.done["faults"] += 1
            with self.subTest(number=call.number, call=call.name, path=call.path, fault=fault):
                done = self.run_watched(command, fault=f"{call.number} {fault}", here=self.here)
                self.check_says_it_well(done)
                self.assertEqual(list(self.here.iterdir()), [])
                verify(done)
        self.restore()

    def some(self, calls):
        faults = [(call, fault) for call in calls
                  for fault in FAULTS.get(call.name, [errno.EIO])]
        count = len(faults) if SCALE >= EVERYTHING else self.times(FAULTS_OF_A_RUN)
        return random.Random(SEED).sample(faults, min(count, len(faults)))

    def keep(self):
        self.kept = self.home / "kept"
        shutil.rmtree(self.kept, ignore_errors=True)
        shutil.copytree(self.disk, self.kept, ignore=shutil.ignore_patterns("archive"))

    def restore(self):
        for place in (self.index, self.user, self.disk / "copy"):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.kept, self.disk, dirs_exist_ok=True)

    def check_says_it_well(self, done):
        self.assertIn(done.returncode, (SUCCESS, NOTHING_FOUND, BROKEN, PARTIAL), done)
        if done.returncode == BROKEN:
            self.assertEqual(done.stdout, "")
            self.assertRegex(done.stderr, ERROR)
        for word in (*INNER_WORDS, "at fault"):
            self.assertNotIn(word, done.stdout + done.stderr)

    def check_update(self, archive, before, command=None):
        after = self.fresh()

        def verify(done):
            now = self.contents()
            if done.returncode == BROKEN:
                self.check_is_one_of([before, after] if before else [NO_INDEX, [], after])
            else:
                self.check_nothing_is_lost(before or [], after, now)
                if now != after:
                    self.assertRegex(done.stdout + done.stderr, "skipped|not removed")
            self.check()
            self.check_finished(archive, after)
        self.each_fault(command or self.update(), verify)

    def check_nothing_is_lost(self, before, after, now):
        """Where a file could not be read its article is as it was."""
        old, new, held = (dict(line.split(" ", 1) for line in lines)
                          for lines in (before, after, now))
        self.assertEqual(len(held), len(now))
        for known in held:
            self.assertIn(held[known], (old.get(known), new.get(known)))
        for known in old.keys() & new.keys():
            self.assertIn(known, held)

    def archive(self, articles):
        return Archive(self.new_disk(), random.Random(SEED), articles, words=20)

    def test_a_first_run(self):
        self.check_update(self.archive(4), NO_INDEX)

    def test_an_update(self):
        archive = self.archive(24)
        self.finish(self.update())
        before = self.contents()
        archive.change(2)
        self.check_update(archive, before)

    def test_an_update_that_merges(self):
        archive = self.archive(6)
        self.finish(self.update())
        before = self.contents()
        archive.change(4)
        self.check_update(archive, before)

    def two_parts(self):
        """An archive, of which an update has left something dead in the older part."""
        archive = self.archive(24)
        self.finish(self.update())
        archive.change(1)
        self.finish(self.update())
        return archive

    def test_compact(self):
        archive = self.two_parts()
        before = self.contents()

        def verify(_):
            self.check_is_one_of([before])
            self.finish(self.compact())
            self.check_finished(archive, before)
        self.each_fault(self.compact(), verify)

    def test_a_rebuild(self):
        archive = self.two_parts()
        before = self.contents()
        archive.change(2)
        self.check_update(archive, before, self.index_anew())

    def test_forget(self):
        archive = self.archive(4)
        self.finish(self.update())
        before = self.contents()

        def verify(done):
            self.check_is_one_of([before, []] if done.returncode == BROKEN else [[]])
            self.check_finished(archive, before)
        self.each_fault(self.forget(), verify)

    def test_clone(self):
        archive = self.archive(4)
        self.finish(self.update())
        before, copy = self.contents(), self.disk / "copy"

        def verify(done):
            self.check_is_one_of([before])
            self.check_is_one_of([NO_INDEX] if done.returncode == BROKEN else [before], copy)
            self.check_finds(archive)
        self.each_fault([PROGRAM, "clone", self.index, copy], verify)

    def test_a_search(self):
        """Trouble is never taken for an answer."""
        archive = self.archive(4)
        self.finish(self.update())
        marker = archive.markers[archive.any()]
        for asked in [["count", marker], ["count", f'"{marker} of title"'], ["status"],
                      ["search", f'"title of {marker}"']]:
            command = [PROGRAM, "-d", self.index, *asked]
            right = self.run_watched(command, here=self.here)

            def verify(done, right=right):
                if done.returncode != BROKEN:
                    self.assertEqual((done.returncode, done.stdout),
                                     (right.returncode, right.stdout))
            self.each_fault(command, verify, right.returncode)


if __name__ == "__main__":
    main()
