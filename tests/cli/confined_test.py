"""Files that make their reader go wrong, read by a program whose readers do so where a file asks
for it: they are named everywhere, the others are found, and no process stays behind."""

import os
import pathlib
import signal
import subprocess
import time

from harness import PROGRAM, CommandTest, main

FAULTY = os.environ["MORGUE_FAULTY_READER"]


def page(text):
    return f"<html><title>{text}</title><body><p>{text} closes the harbour.</p></body></html>"


def readers_of(process):
    """The ids of the processes that read for this one."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


def is_running(process):
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class Confined(CommandTest):
    def environment(self, **more):
        return super().environment(**{"MORGUE_READER": FAULTY, **more})

    def wait_until(self, happens):
        for _ in range(1000):
            if got := happens():
                return got
            time.sleep(0.01)
        self.fail("it did not happen")

    def test_what_crashes_is_named_and_the_rest_is_found(self):
        folder = self.tree({"a.html": page("Storm"), "b.html": page("CRASH"),
                            "c.html": page("Gale"), "d.html": page("END")})
        done = self.check(self.morgue("index", folder), 0)
        self.assertIn("skipped: reader failed 2\n", done.out)
        self.here = folder
        self.assertEqual(self.morgue("search", "-l", "harbour").lines, ["a.html", "c.html"])
        self.assertEqual(self.morgue("status", "--skipped").out,
                         "b.html: reader failed (it crashed: Segmentation fault)\n"
                         "d.html: reader failed (it ended without an answer)\n")
        skips = self.morgue("status", "--skipped", "--json").objects
        self.assertEqual([skip["reason"] for skip in skips], ["reader failed"] * 2)

    def test_readers_end_with_their_run(self):
        folder = self.tree({"a.html": page("WAIT FOR EVER")})
        run = subprocess.Popen([PROGRAM, "index", folder], env=self.environment(),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        reader = self.wait_until(lambda: readers_of(run.pid))[0]
        run.send_signal(signal.SIGKILL)
        run.wait()
        self.wait_until(lambda: not is_running(reader))

    def test_without_the_program_the_run_says_so(self):
        folder = self.tree({"a.html": page("Storm")})
        done = self.morgue("index", folder, environment={"MORGUE_READER": "/nowhere/morgue-reader"})
        self.check(done, 3)
        self.assertIn("/nowhere/morgue-reader", done.err)
        self.assertIn("hint: install Morgue anew", done.err)


if __name__ == "__main__":
    main()
