"""What follows a long run on a terminal, and that nothing does elsewhere."""

import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

from harness import PROGRAM, main
from terminal import Session, TerminalTest

FILES = 16000


class LongRun(TerminalTest):
    """A run takes longer than the second after which it is followed."""

    @classmethod
    def setUpClass(cls):
        cls.archive = pathlib.Path(tempfile.mkdtemp(prefix="morgue-progress-")).resolve()
        cls.addClassCleanup(shutil.rmtree, cls.archive, ignore_errors=True)
        for number in range(FILES):
            text = f"Title {number}\n\n{'Body of it. ' * 400}\n"
            (cls.archive / f"{number:05}.txt").write_text(text)


class Progress(LongRun):
    def run_on_terminal(self, *arguments, columns=80):
        index = ["-d", str(self.home / "index"), "index", "-j1", *arguments, str(self.archive)]
        session = Session([PROGRAM, *index], columns, cwd=self.home,
                          env=self.environment(TERM="xterm"))
        shown = session.end()
        self.assertEqual(0, session.code, shown[-500:])
        return shown

    def test_one_line_that_changes_and_goes(self):
        shown = self.run_on_terminal(columns=40)
        *lines, last = re.findall(r"\r\x1b\[K([^\r\n]*)", shown)
        self.assertTrue(lines, shown[-500:])
        self.assertEqual([], [line for line in lines if len(line) >= 40])
        self.assertRegex("".join(lines), r"reading: [\d,]+ of 16,000 files")
        self.assertTrue(last.startswith("indexed 16,000 articles"), last)

    def test_speed_and_the_time_that_is_left(self):
        shown = self.run_on_terminal(columns=120)
        self.assertRegex(shown, r"reading: [\d,]+ of 16,000 files · \d+:\d\d left · "
                                r"[\d,]+ articles/s · [\d.]+ MB/s")

    def test_plain_lines_each_tenth(self):
        shown = self.run_on_terminal("--plain")
        self.assertNotIn("\x1b", shown)
        self.assertNotIn("·", shown)
        tenths = [int(tenth) for tenth in re.findall(r"(?m)^(\d+)%: [\d,]+ of 16,000 files", shown)]
        self.assertTrue(tenths, shown)
        self.assertEqual(sorted(set(tenths)), tenths)
        self.assertLessEqual(len(tenths), 11)

    def test_nothing_in_a_pipe(self):
        for number, arguments in enumerate([[], ["--plain"]]):
            done = self.morgue("-d", self.home / str(number), "index", *arguments, self.archive)
            self.check(done, 0, err="")
            self.assertEqual(1, len(done.lines))

    def test_nothing_for_what_is_short(self):
        session = Session([PROGRAM, "index", str(self.tree({"a.txt": "One\n\nTwo.\n"}))],
                          cwd=self.home, env=self.environment(TERM="xterm"))
        self.assertRegex(session.end(), r"^indexed 1 article[^\r\x1b]*\n$")


class Answers(TerminalTest):
    """What is written where nobody sees it is followed, as slow as its reader may be."""

    def setUp(self):
        super().setUp()
        self.indexed({f"{number}.txt": f"Title {number}\n\n{'A storm. ' * 20}\n"
                      for number in range(1500)})

    def followed(self, *arguments):
        slow = f"'{PROGRAM}' {' '.join(arguments)} storm | (sleep 1.6; cat >'{self.home}/out')"
        done = subprocess.run(["script", "-qec", slow, "/dev/null"], cwd=self.here,
                              env=self.environment(TERM="xterm"), capture_output=True,
                              stdin=subprocess.DEVNULL, check=False)
        return done.stdout.decode()

    def test_an_export(self):
        for command in [["search", "--json"], ["kwic", "--format=csv"]]:
            shown = self.followed(*command)
            self.assertRegex(shown, r"printing: [\d,]+ of 1,500 articles( · \d+:\d\d left · "
                                    r"[\d,]+ articles/s)?")
            self.assertRegex(shown, r"printing[^\r]*\r\x1b\[K(?!printing)")
            self.assertNotIn("printing", (self.home / "out").read_text())

    def test_as_many_as_are_wanted(self):
        self.assertIn(" of 1,400 articles", self.followed("search", "--json", "--offset=100"))
        self.assertIn(" of 1,200 articles", self.followed("search", "--json", "-n", "1200"))

    def test_plain(self):
        shown = self.followed("search", "--json", "--plain")
        self.assertRegex(shown, r"(?m)^\d+%: [\d,]+ of 1,500 articles")
        self.assertNotIn("\x1b", shown)


class HangUp(LongRun):
    def test_what_was_read_is_published_when_the_terminal_goes(self):
        index = self.home / "index"
        run = subprocess.Popen([PROGRAM, "-d", index, "index", self.archive],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env=self.environment())
        self.wait_for_lock(run, index)
        run.send_signal(signal.SIGHUP)
        _, err = run.communicate(timeout=120)
        self.assertEqual(130, run.returncode, err)
        self.assertIn(b"stopped early; what was read is in the index", err)

    def test_nohup_is_heard(self):
        folder = self.tree({f"{number:05}.txt": f"Title {number}\n\n{'Body of it. ' * 100}\n"
                            for number in range(1000)})
        run = subprocess.Popen([PROGRAM, "index", folder], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=self.environment(),
                               preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        self.wait_for_lock(run, folder / ".morgue")
        run.send_signal(signal.SIGHUP)
        out, err = run.communicate(timeout=120)
        self.assertEqual(0, run.returncode, err)
        self.assertIn(b"indexed 1,000 articles", out)

    def wait_for_lock(self, run, index):
        while run.poll() is None and not (index / "LOCK").exists():
            pass
        self.assertIsNone(run.poll())


if __name__ == "__main__":
    main()
