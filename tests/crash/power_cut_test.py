"""Power cuts: from the calls that a writer made up to some moment, disks are rebuilt as a power cut
in that moment may leave them. What was acknowledged is there, what was not is whole or absent."""

import functools
import itertools
import random as chance
import shutil
import sys

from archive import Archive
from crash_case import NO_INDEX, CrashTest
from disk import CHANGES_NOTHING, MODELS, Disk, read_log
from harness import main
from steps import Steps

CUTS_OF_A_RUN = 3
RUNS_OF_A_PROGRAM = 4
LIVES = 1  # times $CRASH_SCALE
NEAR = 6  # calls before and after a rename, where most can go wrong
# Replaces a file again and again, and says so when it believes it to be on the disk.
REPLACE = """
import os
def write(path, text):
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(file, text)
    if {sync_file}: os.fsync(file)
    os.close(file)
folder = os.open(".", os.O_RDONLY)
for number in range(1, 30):
    write("list.new", b"%d" % number * 6000)
    os.rename("list.new", "list")
    if {sync_folder}: os.fsync(folder)
    write("acknowledgements", b"committed")
"""


class Cutting(CrashTest):
    def setUp(self):
        super().setUp()
        self.cut = self.home / "cut"

    def begin(self):
        """An empty disk and an empty log."""
        self.log.unlink(missing_ok=True)
        return self.new_disk()

    def after_cuts(self, random, begin, verify):
        """Calls `verify` with the disk after a power cut, once for each cut, and with the calls
        made before it: some or all of those in the log from the one numbered `begin` on."""
        calls = read_log(self.log)
        moments = [at for at in range(begin, len(calls)) if calls[at].name not in CHANGES_NOTHING]
        renames = [at for at in range(len(moments)) if calls[moments[at]].name == "rename"]
        if not renames:  # what was added by chance went again: there was nothing to do
            return
        for model in itertools.islice(itertools.cycle(MODELS), CUTS_OF_A_RUN):
            if random.random() < 0.5:
                at = random.choice(renames) + random.randrange(-NEAR, NEAR)
            else:
                at = random.randrange(len(moments))
            made = calls[:moments[max(0, min(at, len(moments) - 1))] + 1]
            with self.subTest(model=model, calls=len(made)):
                self.done["power cuts"] += 1
                self.rebuild(made, model, random)
                verify(self.cut, made)

    def rebuild(self, calls, model, random):
        disk = Disk(self.disk, model, folders=["home"])
        for call in calls:
            disk.take(call)
        shutil.rmtree(self.cut, ignore_errors=True)
        disk.after_cut(random, self.cut)

    def acknowledged_in(self, calls):
        return sum(call.name == "write" and call.path == str(self.acknowledgements)
                   for call in calls)


class PowerCut(Cutting):
    def test_index(self):
        self.live(LIVES, self.index_runs)

    def index_runs(self, random):
        archive = Archive(self.begin(), random, articles=24)
        states, begin = [NO_INDEX, []], 0
        # What is done, and how much changes before.
        for command, changes in [(self.update(), 0), (self.update(), 1), (self.compact(), 0),
                                 (self.update(), 12), (self.update(), 1), (self.index_anew(), 1),
                                 (self.forget(), 0)]:
            if changes:
                archive.change(changes)
            fresh = self.fresh()
            after = [] if command == self.forget() else fresh
            done = self.run_watched(command, log=True)
            self.assertEqual(done.returncode, 0, done)

            def verify(cut, _, states=(*states, after), fresh=fresh):
                self.check_is_one_of(states, cut / "index")
                self.check_finished(archive, fresh, cut / "index", home=cut / "home")
            self.after_cuts(random, begin, verify)
            states, begin = [after], len(read_log(self.log))

    def test_an_embedding_program(self):
        self.live(LIVES, self.embedding_program)

    def embedding_program(self, random):
        self.begin()
        steps = Steps(random, commits=25)
        done = self.run_watched(self.writer(), log=True, text=steps.text(0))
        self.assertEqual(done.returncode, 0, done)

        @functools.cache
        def after(commits):
            return [self.contents_of(articles) for articles in steps.after(commits)]

        def verify(cut, made):
            index = cut / "index"
            commits = self.acknowledged_in(made)
            states = [*after(commits), *after(commits + 1)]
            now = self.check_is_one_of(states if commits else [NO_INDEX, *states], index)
            commits += now not in (NO_INDEX, states[0])
            self.finish(self.writer(index), input=steps.text(commits))
            self.check_is_one_of(after(len(steps.commits)), index)
        for _ in range(RUNS_OF_A_PROGRAM):
            self.after_cuts(random, 0, verify)


class TheModels(Cutting):
    """They catch a writer that is careless in one point, and clear one that is not."""

    def losses(self, model, **care):
        self.begin()
        done = self.run_watched([sys.executable, "-c", REPLACE.format(**care)], log=True,
                                here=self.disk)
        self.assertEqual(done.returncode, 0, done)
        calls, random, losses = read_log(self.log), chance.Random(1), 0
        for _ in range(60):
            made = calls[:random.randrange(len(calls) + 1)]
            self.rebuild(made, model, random)
            commits = self.acknowledged_in(made)
            content = self.cut / "list"
            content = content.read_bytes() if content.exists() else b""
            whole = [b"%d" % number * 6000 if number else b"" for number in (commits, commits + 1)]
            losses += content not in whole
        return losses

    def test_a_careful_writer(self):
        for model in MODELS:
            self.assertEqual(self.losses(model, sync_file=True, sync_folder=True), 0, model)

    def test_a_folder_not_synced(self):
        self.assertEqual(self.losses("at once", sync_file=True, sync_folder=False), 0)
        self.assertGreater(self.losses("journal", sync_file=True, sync_folder=False), 0)
        self.assertGreater(self.losses("strict", sync_file=True, sync_folder=False), 0)

    def test_a_file_not_synced(self):
        for model in MODELS:
            self.assertGreater(self.losses(model, sync_file=False, sync_folder=True), 0, model)


if __name__ == "__main__":
    main()
