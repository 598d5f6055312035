"""morgue compact: all in one part, nothing dead, and the same answers."""

import re
import subprocess
import unittest

from harness import PROGRAM, CommandTest, main
from privacy_test import CANNOT_TRACE
from terminal import Session

QUERY = ["search", "--json", "--sort=newest", "storm"]


class Compact(CommandTest):
    def setUp(self):
        super().setUp()
        self.folder = self.tree({f"{n}.txt": f"Storm {n}\n\nThe storm came.\n" for n in range(40)})
        self.check(self.morgue("index", self.folder), 0)

    def parts(self):
        stub = (self.folder / ".morgue/XAPIANDB").read_text()
        return re.findall(r"(?m)^glass (.*)$", stub)

    def update(self):
        """One article changed and one gone: too little to be merged."""
        (self.folder / "1.txt").write_text("Gale\n\nThe gale came.\n")
        (self.folder / "2.txt").unlink()
        self.check(self.morgue("index", here=self.folder), 0)

    @unittest.skipIf(CANNOT_TRACE, CANNOT_TRACE)
    def test_on_a_terminal_it_says_how_long_it_lasts(self):
        slow_disk = ["strace", "-f", "-o", "/dev/null", "-e", "trace=renameat,rename",
                     "-e", "inject=rename,renameat:delay_enter=1500000"]
        environment = self.environment(TERM="xterm", ASAN_OPTIONS="detect_leaks=0",
                                       LSAN_OPTIONS="detect_leaks=0")
        for gone, flag, told in [("3.txt", "--no-pager", "\r\x1b[Kcompacting: 0:0"),
                                 ("4.txt", "--plain", "\ncompacting: 0:0")]:
            (self.folder / gone).unlink()
            self.check(self.morgue("index", here=self.folder), 0)
            session = Session([*slow_disk, PROGRAM, "compact", flag], cwd=self.folder,
                              env=environment)
            seen = "\n" + session.end()
            self.assertEqual(session.code, 0, seen)
            self.assertIn(told, seen)
            self.assertRegex(seen, r"(\n|\x1b\[K)compacted 3[89] articles")

    def test_leaves_one_part_and_nothing_dead(self):
        self.update()
        self.assertEqual(2, len(self.parts()))
        before = [hit["id"] for hit in self.morgue(*QUERY, here=self.folder).objects]
        done = self.check(self.morgue("compact", here=self.folder), 0, err="")
        self.assertRegex(done.out, r"^compacted 39 articles: [\d.]+ kB before, [\d.]+ kB now\n$")
        self.assertEqual(1, len(self.parts()))
        self.assertEqual(38, len(before))
        self.assertEqual(before,
                         [hit["id"] for hit in self.morgue(*QUERY, here=self.folder).objects])
        self.check(self.morgue("check", "--full", here=self.folder), 0)
        terms = subprocess.run(["xapian-delve", self.folder / ".morgue"], capture_output=True,
                               text=True, check=True).stdout
        self.assertIn("number of documents = 39", terms)

    def test_knows_the_files_still(self):
        self.update()
        self.check(self.morgue("compact", here=self.folder), 0)
        self.check(self.morgue("index", here=self.folder), 0, out="nothing new: 39 unchanged\n")

    def test_changes_nothing_where_nothing_is_to_do(self):
        self.update()
        self.check(self.morgue("compact", here=self.folder), 0)
        before = self.parts()
        report, = self.check(self.morgue("compact", "--json", here=self.folder), 0).objects
        self.assertEqual(report["bytes_before"], report["bytes_after"])
        self.assertEqual(39, report["articles"])
        self.assertEqual(before, self.parts())

    def test_of_an_index_that_became_empty(self):
        self.check(self.morgue("forget", self.folder, here=self.folder), 0)
        self.check(self.morgue("compact", here=self.folder), 0)
        self.check(self.morgue("check", here=self.folder), 0)
        self.check(self.morgue("count", "storm", here=self.folder), 1)

    def test_refuses(self):
        done = self.check(self.morgue("compact", self.folder), 2, out="")
        self.assertIn("compact takes no arguments", done.err)
        self.check(self.morgue("-d", self.home / "nowhere", "compact"), 3, out="")


if __name__ == "__main__":
    main()
