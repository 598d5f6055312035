"""What morgue index passes over: hidden names, links, and what .morgueignore names."""

from harness import ARTICLES, CommandTest, main


class PassedOver(CommandTest):
    def setUp(self):
        super().setUp()
        self.folder = self.tree({**ARTICLES, ".hidden.txt": "H\n\nHidden.\n",
                                 ".git/a.txt": "G\n\nOf git.\n"})
        self.here = self.folder

    def index(self, *arguments, code=0):
        return self.check(self.morgue("index", *arguments), code)

    def link(self, name, target):
        (self.folder / name).symlink_to(target)

    def ignore(self, text, below=""):
        (self.folder / below / ".morgueignore").write_text(text)

    def files(self):
        paths = self.morgue("search", "--format=paths", "*").lines
        return sorted(paths)

    def test_is_counted(self):
        self.link("link.txt", "2020/rates.txt")
        self.ignore("calm.txt\n")
        done = self.index(self.folder)
        self.assertEqual(["passed over: 2 hidden, 1 ignored, 1 link (-L follows them)"],
                         done.lines[:-1])
        self.assertEqual("", done.err)
        self.check(self.morgue("index"), 0, out="nothing new: 2 unchanged\n")

    def test_a_hidden_folder_that_is_named_becomes_a_root(self):
        self.index(self.folder)
        self.assertEqual("1 added", self.index(self.folder / ".git").report)
        self.assertEqual("nothing new: 4 unchanged", self.index().report)

    def test_a_hidden_file_that_is_named_is_told_of(self):
        self.index(self.folder)
        done = self.index(self.folder / ".hidden.txt")
        self.assertEqual(f"note: {self.folder}/.hidden.txt was passed over: its name begins with a "
                         "dot\n", done.err)

    def test_gitignore_says_nothing(self):
        (self.folder / ".gitignore").write_text("*\n")
        self.assertEqual("indexed 3 articles", self.index(self.folder).report)


class Links(PassedOver):
    def test_are_followed_when_asked_and_from_then_on(self):
        outside = self.tree({"a.txt": "Outside\n\nFrom outside.\n"}, "outside")
        self.link("out", outside)
        self.link("circle", ".")
        self.link("again.txt", "2020/rates.txt")
        self.assertEqual("indexed 3 articles", self.index(self.folder).report)
        self.assertEqual("1 added, 3 unchanged", self.index("-L").report)
        self.assertIn("out/a.txt", self.files())
        self.assertEqual(4, len(self.files()))
        self.assertEqual("nothing new: 4 unchanged", self.index(self.folder).report)
        self.tree({"b.txt": "Second\n\nFrom outside.\n"}, "outside")
        self.assertEqual("1 added, 4 unchanged", self.index().report)
        self.assertEqual("2 removed, 3 unchanged", self.index("--no-follow").report)

    def test_of_a_folder_that_is_gone_take_nothing_away(self):
        outside = self.tree({"a.txt": "Outside\n\nFrom outside.\n"}, "outside")
        self.link("out", outside)
        self.index("-L", self.folder)
        outside.rename(self.home / "unmounted")
        done = self.index()
        self.assertEqual("4 unchanged, 1 skipped", done.report)
        (self.home / "unmounted").rename(outside)
        self.assertEqual("nothing new: 4 unchanged", self.index().report)
        (self.folder / "out").unlink()
        self.assertEqual("1 removed, 3 unchanged", self.index().report)

    def test_both_flags_exclude_each_other(self):
        self.check(self.morgue("index", "-L", "--no-follow", self.folder), 2, out="")


class Ignored(PassedOver):
    def test_folders_files_and_exceptions(self):
        self.ignore("/2019/*\n!/2019/03\n**/05/\n# rates.txt\n")
        self.index(self.folder)
        self.assertEqual(["2019/03/04/storm.txt", "2020/rates.txt"], self.files())

    def test_what_was_indexed_before_is_removed(self):
        self.index(self.folder)
        self.ignore("calm.txt\n", "2019/03")
        done = self.index()
        self.assertEqual(["passed over: 2 hidden, 1 ignored"], done.lines[:-1])
        self.assertEqual("1 removed, 2 unchanged", done.report)
        self.ignore("", "2019/03")
        self.assertEqual("1 added, 2 unchanged", self.index().report)

    def test_by_the_rules_of_removal(self):
        self.tree({f"many/{number}.txt": f"T {number}\n\nB {number}.\n" for number in range(60)})
        self.index(self.folder)
        self.ignore("many\n")
        done = self.index(code=4)
        self.assertIn("60 of its 63 articles would be removed", done.err)
        self.assertEqual("60 removed, 3 unchanged", self.index("--confirm-removals").report)

    def test_a_line_that_is_no_pattern_is_told_of_every_time(self):
        self.ignore("calm.txt\n[a-\n!\n")
        for _ in range(2):
            done = self.index(self.folder)
            self.assertEqual(
                f"note: {self.folder}/.morgueignore line 2 is no pattern: '[a-': a [ is never "
                f"closed\nnote: {self.folder}/.morgueignore line 3 is no pattern: '!': it names "
                "nothing\n", done.err)
        self.assertNotIn("2019/03/05/calm.txt", self.files())

    def test_that_cannot_be_read_its_folder_is_not_read(self):
        self.index(self.folder)
        (self.folder / "2019/.morgueignore").mkdir()
        done = self.index(code=4)
        self.assertIn("2 articles of . not removed: not every folder could be read", done.err)
        self.assertEqual(3, len(self.files()))

    def test_a_file_that_is_named_is_told_of(self):
        self.ignore("calm.txt\n")
        self.index(self.folder)
        done = self.index(self.folder / "2019/03/05/calm.txt")
        self.assertIn("calm.txt was passed over: a .morgueignore names it", done.err)


if __name__ == "__main__":
    main()
