"""morgue index --dry-run: says what would be read, and writes nothing at all."""

import os

from harness import ARTICLES, CommandTest, contents, main


class DryRun(CommandTest):
    def dry(self, *arguments, code=0, **options):
        before = self.snapshot()
        done = self.check(self.morgue("index", "--dry-run", *arguments, **options), code)
        self.assertEqual(before, self.snapshot())
        return done

    def snapshot(self):
        times = {path: path.lstat().st_mtime_ns for path in self.home.rglob("*")}
        return contents(self.home), times

    def test_makes_no_index(self):
        folder = self.tree({**ARTICLES, "page.html": "<p>x", "b.pdf": b"%PDF", "a.PDF": b"%PDF",
                            ".hidden": ""})
        done = self.dry(folder)
        self.assertRegex(done.lines[0], r"^formats: HTML 1, text 3; \d+ bytes to read$")
        self.assertEqual(["skipped: .pdf 2 (no reader)", "passed over: 1 hidden",
                          "files: 4 to add, 2 to skip; nothing was written"], done.lines[1:])
        self.assertEqual([folder], list(self.home.iterdir()))

    def changed(self):
        folder = self.indexed({**ARTICLES, "more.txt": "More\n\nText.\n"})
        (folder / "2020/rates.txt").write_text("Rates\n\nThe central bank lowered them.\n")
        (folder / "2019/03/05/calm.txt").rename(folder / "moved.txt")
        (folder / "2019/03/04/storm.txt").unlink()
        (folder / "new.txt").write_text("New\n\nBrand new.\n")
        return folder

    def test_is_what_the_run_does(self):
        self.changed()
        done = self.dry()
        self.assertEqual("files: 1 to add, 1 to read again, 1 renamed, 1 to remove, 1 unchanged; "
                         "nothing was written", done.lines[-1])
        self.assertEqual("1 added, 1 changed, 1 renamed, 1 removed, 1 unchanged",
                         self.morgue("index").report)

    def test_each_file_when_asked(self):
        self.changed()
        done = self.dry("-v")
        self.assertEqual(["remove 2019/03/04/storm.txt", "change 2020/rates.txt",
                          "rename 2019/03/05/calm.txt to moved.txt", "add new.txt"],
                         done.lines[:4])

    def test_for_programs(self):
        self.changed()
        lines = self.dry("--json").objects
        self.assertEqual(
            [{"v": 1, "type": "plan", "action": "rename", "file": "moved.txt",
              "from": "2019/03/05/calm.txt", "format": "text"},
             {"v": 1, "type": "plan", "action": "add", "file": "new.txt", "format": "text"}],
            lines[2:4])
        self.assertEqual([1, 1, 1, 1, 0, 1], [lines[-1][key] for key in [
            "add", "change", "rename", "remove", "skip", "unchanged"]])
        self.assertEqual("dry-run", lines[-1]["type"])

    def test_removals_that_would_be_withheld(self):
        folder = self.indexed({f"{number}.txt": f"T {number}\n\nB {number}.\n"
                               for number in range(60)})
        for file in folder.glob("*.txt"):
            file.unlink()
        done = self.dry()
        self.assertIn("60 articles of . not removed: it is empty", done.err)
        self.assertEqual("no files found; nothing was written", done.lines[-1])

    def test_needs_no_right_to_write(self):
        folder = self.indexed()
        lock = folder / ".morgue/LOCK"
        os.chmod(lock, 0)
        self.assertIn("3 unchanged", self.dry().out)

    def test_of_nothing(self):
        self.dry(self.home / "nowhere", code=2)
        self.dry(code=3)


if __name__ == "__main__":
    main()
