"""Tree and index moved, copied, read-only, or apart from each other."""

import os
import shutil

from harness import CommandTest, contents, main


class Portable(CommandTest):
    def check_works_in(self, folder):
        self.here = folder
        done = self.check(self.morgue("search", '"storm corps"'), 0)
        self.assertEqual(done.lines[2], "    2019/03/04/storm.txt")
        self.check(self.morgue("show", "2019/03/04/storm.txt"), 0)

    def test_a_moved_tree_needs_no_new_index(self):
        folder = self.indexed()
        (self.home / "far").mkdir()
        moved = folder.rename(self.home / "far" / "away")
        self.check_works_in(moved)
        self.check(self.morgue("index", moved), 0, out="nothing new: 3 unchanged\n")

    def test_a_copied_tree_is_an_archive_of_its_own(self):
        folder = self.indexed()
        copy = self.home / "copy"
        shutil.copytree(folder, copy)
        self.check_works_in(copy)
        shutil.rmtree(folder)
        self.check_works_in(copy)

    def test_an_index_that_moved_alone_still_answers(self):
        folder = self.indexed()
        shutil.move(folder / ".morgue", self.home / "index")
        self.here = self.home
        done = self.check(self.morgue("-d", "index", "search", "--json", '"storm corps"'), 0)
        self.check(self.morgue("-d", "index", "show", done.objects[0]["id"]), 0)

    def test_reading_writes_nothing(self):
        folder = self.indexed()
        before, before_at_home = contents(folder), contents(self.home / ".local")
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        try:
            self.check_works_in(folder)
            self.check(self.morgue("count", "storm"), 0)
            self.check(self.morgue("status", "--skipped"), 0)
        finally:
            for path in [folder, *folder.rglob("*")]:
                if path.is_dir():
                    path.chmod(0o755)
        self.assertEqual(contents(folder), before)
        self.assertEqual(contents(self.home / ".local"), before_at_home)
        self.assertEqual(sorted(os.listdir(self.home)), [".local", "archive"])


if __name__ == "__main__":
    main()
