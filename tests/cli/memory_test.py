"""morgue index --memory: what it takes of the machine is what it was given, however much it reads,
and a constant for the program itself."""

import os
import random
import subprocess

from harness import PROGRAM, CommandTest, main

MEGABYTE = 1 << 20
GIVEN = 64 * MEGABYTE
PROGRAM_ITSELF = 64 * MEGABYTE  # as IngestOptions::memory_bytes has it
ARTICLES = 300
WORDS = 60_000


class Memory(CommandTest):
    def archive(self, below, megabytes):
        """Of many different words, as every archive has."""
        chance = random.Random(1)
        words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randrange(3, 12)))
                 for _ in range(WORDS)]
        size = megabytes * MEGABYTE // ARTICLES // 8
        return self.tree({f"{number}.txt": " ".join(chance.choices(words, k=size))
                          for number in range(ARTICLES)}, below)

    def peak(self, folder):
        """The most that the run had in memory at once, in bytes."""
        run = subprocess.Popen([PROGRAM, "index", "-j2", "--memory=64MB", folder],
                               stdout=subprocess.DEVNULL, env=self.environment())
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(run.returncode, 0)
        return usage.ru_maxrss * 1024

    def test_stays_within_what_is_given(self):
        self.assertLess(self.peak(self.archive("large", 15)), GIVEN + PROGRAM_ITSELF)


if __name__ == "__main__":
    main()
