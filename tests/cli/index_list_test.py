"""The user's own list of indexes, which morgue index writes and nobody else may read."""

import stat
import subprocess

from harness import ARTICLES, PROGRAM, CommandTest, main


class IndexListTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.file = self.home / ".local/state/morgue/indexes"

    def listed(self):
        return self.file.read_text(encoding="utf-8").splitlines()

    def index(self, below, **environment):
        folder = self.tree(ARTICLES, below)
        return self.check(self.morgue("index", folder, environment=environment), 0)


class Lines(IndexListTest):
    def test_newest_last_and_each_once(self):
        for below in ["a", "b", "a"]:
            self.index(below)
        self.assertEqual([f"{self.home}/b/.morgue", f"{self.home}/a/.morgue"], self.listed())

    def test_a_named_index_is_listed_by_its_own_folder(self):
        folder = self.tree(ARTICLES)
        self.check(self.morgue("-d", "../x/../all.index", "index", folder, here=folder), 0)
        self.assertEqual([f"{self.home}/all.index"], self.listed())

    def test_an_index_that_is_named_and_not_there_yet(self):
        self.tree(ARTICLES)
        self.check(self.morgue("-d", "new.index", "index", "archive"), 0)
        self.assertEqual([f"{self.home}/new.index"], self.listed())

    def test_where_the_state_of_programs_is_kept(self):
        self.index("a", XDG_STATE_HOME=str(self.home / "state"))
        self.assertTrue((self.home / "state/morgue/indexes").is_file())
        self.assertFalse(self.file.exists())

    def test_a_relative_state_home_does_not_count(self):
        self.index("a", XDG_STATE_HOME="state")
        self.assertEqual(1, len(self.listed()))

    def test_nobody_else_may_read_it(self):
        self.index("a")
        self.assertEqual(0o600, stat.S_IMODE(self.file.stat().st_mode))
        self.assertEqual(0o700, stat.S_IMODE(self.file.parent.stat().st_mode))

    def test_writers_at_once_lose_nothing(self):
        folders = [self.tree(ARTICLES, f"archive{number}") for number in range(12)]
        runs = [subprocess.Popen([PROGRAM, "index", folder], env=self.environment(),
                                 stdout=subprocess.DEVNULL) for folder in folders]
        self.assertEqual([0] * 12, [run.wait() for run in runs])
        self.assertEqual({f"{folder}/.morgue" for folder in folders}, set(self.listed()))
        self.assertEqual(12, len(self.listed()))


class Trouble(IndexListTest):
    def test_is_a_note_and_no_error(self):
        self.file.parent.parent.mkdir(parents=True)
        self.file.parent.write_text("in the way")
        done = self.index("a")
        self.assertEqual(f"note: the index is not on your list of indexes: cannot lock "
                         f"{self.file.parent}: Not a directory\n", done.err)

    def test_a_list_that_cannot_be_read_whole_is_left_alone(self):
        self.file.parent.mkdir(parents=True)
        self.file.write_text("/a\nodd\n")
        self.assertIn(f"line 2 of {self.file} is no absolute path", self.index("a").err)
        self.assertEqual(["/a", "odd"], self.listed())

    def test_without_a_home_there_is_no_list(self):
        self.check(self.morgue("index", self.tree(ARTICLES), environment={"HOME": "/nonexistent"}),
                   0, err="")

    def test_a_line_break_in_the_path(self):
        self.assertIn("line break", self.index("two\nlines").err)
        self.assertFalse(self.file.exists())


if __name__ == "__main__":
    main()
