"""Ctrl-C while indexing: what was read is in the index, and the same command goes on."""

import signal
import subprocess
import time

from harness import PROGRAM, CommandTest, main

FILES = 6000


class Interrupt(CommandTest):
    def test_what_is_in_hand_is_published(self):
        folder = self.tree({f"{number:05}.txt": f"Title {number}\n\n{'Body of it. ' * 400}\n"
                            for number in range(FILES)})
        run = subprocess.Popen([PROGRAM, "index", "-j1", folder], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, env=self.environment())
        while run.poll() is None and not (folder / ".morgue" / "LOCK").exists():
            time.sleep(0.01)
        time.sleep(0.2)  # a tenth of what one thread takes for all
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=120)
        self.assertEqual(run.returncode, 130, (out, err))
        self.assertIn("stopped early; what was read is in the index", err)
        self.assertIn("the same command goes on from here", err)
        self.here = folder
        had = int(self.morgue("count", "*").out)
        self.assertLess(had, FILES)
        done = self.check(self.morgue("index", folder), 0)
        self.assertEqual(done.report, f"{FILES - had:,} added, {had:,} unchanged" if had
                         else f"indexed {FILES:,} articles ({FILES:,} undated)")
        self.check(self.morgue("count", "*"), 0, out=f"{FILES}\n")


if __name__ == "__main__":
    main()
