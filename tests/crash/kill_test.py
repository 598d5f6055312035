"""kill -9 at random moments: what was acknowledged is there, what was not is whole or absent."""

import shutil
import signal

from archive import Archive
from crash_case import NO_INDEX, CrashTest
from harness import PROGRAM, main
from steps import Steps

KILLS_OF_A_LIFE = 5
LIVES = 2  # times $CRASH_SCALE


class Kill(CrashTest):
    def killed(self, command, random, text=None):
        """Runs the command and kills it, before a certain system call or at a certain time; False
        when it had come to its end."""
        if random.random() < 0.7:
            done = self.run_watched(command, fault=f"{random.randrange(1, 700)} kill", text=text)
        else:
            done = self.run_watched(command, timeout=random.uniform(0.01, 0.12), text=text)
        self.check_died_cleanly(done)
        self.done["kills"] += done.returncode == -signal.SIGKILL
        return done.returncode == -signal.SIGKILL

    def test_all_that_writes(self):
        self.live(LIVES, self.all_that_writes)

    def all_that_writes(self, random):
        archive = Archive(self.new_disk(), random, articles=80)
        states, kills = [NO_INDEX, []], 0
        while kills < KILLS_OF_A_LIFE:
            archive.change(random.randrange(1, 15))
            fresh = self.fresh()
            command, after = self.any_command(random, states, fresh)
            killed = self.killed(command, random)
            now = self.check_is_one_of([*states, *after] if killed else after or states)
            states += after
            kills += killed
            if random.random() < 0.6:
                self.check_finished(archive, fresh)
                states = [fresh]
            elif not killed:
                states = [now]

    def any_command(self, random, states, fresh):
        """With what the index may hold then; nothing where it holds what it did."""
        if NO_INDEX in states:
            return self.update(), [fresh]
        choices = [(self.update(), [fresh])] * 2 + [(self.compact(), [])]
        if [] not in states:  # the folder is not forgotten yet
            choices += [(self.index_anew(), [fresh]), (self.forget(), [[]])]
        return random.choice(choices)

    def test_clone(self):
        self.live(LIVES, self.clone)

    def clone(self, random):
        archive = Archive(self.new_disk(), random, articles=30)
        self.finish(self.update())
        before, copy, kills = self.contents(), self.disk / "copy", 0
        while kills < KILLS_OF_A_LIFE:
            killed = self.killed([PROGRAM, "clone", self.index, copy], random)
            self.check_is_one_of([NO_INDEX, before] if killed else [before], copy)
            self.check_is_one_of([before])
            shutil.rmtree(copy, ignore_errors=True)
            kills += killed
        self.check_finds(archive)

    def test_an_embedding_program(self):
        self.live(LIVES, self.embedding_program)

    def embedding_program(self, random):
        self.new_disk()
        steps = Steps(random, commits=60)
        done, kills = 0, 0
        while kills < KILLS_OF_A_LIFE and done < len(steps.commits):
            kills += self.killed(self.writer(), random, text=steps.text(done))
            done += self.acknowledged()
            # One more may have been published, and its acknowledgement cut off.
            states = [self.contents_of(articles) for articles in steps.after(done, done + 1)]
            now = self.check_is_one_of(states if done else [NO_INDEX, *states])
            done += now not in (NO_INDEX, states[0])
        self.finish(self.writer(), input=steps.text(done))
        self.check_is_one_of([self.contents_of(steps.articles)])


if __name__ == "__main__":
    main()
