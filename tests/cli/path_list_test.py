"""morgue index --from0: a list of files that another program made."""

import os

from harness import ARTICLES, CommandTest, main


class PathList(CommandTest):
    def setUp(self):
        super().setUp()
        self.folder = self.tree(ARTICLES)

    def from0(self, *names, code=0, arguments=(), **options):
        return self.check(
            self.morgue("-d", self.home / "index", "index", "--from0", "-", *arguments,
                        input=b"".join(os.fsencode(name) + b"\0" for name in names), **options),
            code)

    def test_only_what_is_listed(self):
        done = self.from0("archive/2020/rates.txt", "archive/2019/03/04/storm.txt")
        self.assertEqual("indexed 2 articles", done.report)
        self.assertEqual("", done.err)
        status = self.morgue("-d", "index", "status", "--json").objects[0]
        self.assertEqual(["archive"], [root["path"] for root in status["roots"]])
        self.assertEqual("nothing new: 1 unchanged", self.from0("archive/2020/rates.txt").report)

    def test_names_are_relative_to_the_working_directory(self):
        self.assertEqual("indexed 1 article",
                         self.from0("rates.txt", here=self.folder / "2020").report)

    def test_a_folder_is_kept_up_whole(self):
        self.assertEqual("indexed 3 articles (2 undated)",
                         self.from0("archive/2019", "archive/2020/rates.txt").report)
        self.tree({"2019/new.txt": "New\n\nNew.\n", "2020/new.txt": "New\n\nNot listed.\n"})
        self.assertEqual("1 added, 3 unchanged",
                         self.morgue("-d", "index", "index").report)

    def test_nothing_else_is_removed(self):
        self.check(self.morgue("-d", "index", "index", self.folder), 0)
        (self.folder / "2020/rates.txt").unlink()
        self.assertEqual("nothing new: 1 unchanged",
                         self.from0("archive/2019/03/04/storm.txt").report)
        self.assertEqual("1 removed", self.from0("archive/2020/rates.txt").report)

    def test_a_name_that_is_not_there_is_skipped(self):
        done = self.from0("archive/2020/rates.txt", "archive/none.txt", "archive/none.txt/x")
        self.assertEqual(["skipped: vanished 2"], done.lines[:-1])
        self.assertEqual("indexed 1 article (2 skipped)", done.report)
        self.from0("archive/none.txt", arguments=["--fail-on-skip"], code=5)

    def test_links_and_hidden_names_are_passed_over(self):
        (self.folder / "link.txt").symlink_to("2020/rates.txt")
        self.tree({".git/a.txt": "G\n\nOf git.\n"})
        done = self.from0("archive/link.txt", "archive/.git/a.txt", "archive/2020/rates.txt")
        self.assertEqual(["passed over: 1 hidden, 1 link (-L follows them)"], done.lines[:-1])
        self.assertEqual("indexed 1 article", done.report)

    def test_a_whole_tree_with_its_index(self):
        self.check(self.morgue("index", self.folder), 0)
        names = [path for path in self.folder.rglob("*")]
        done = self.check(self.morgue("index", "--from0", "-", here=self.folder, input=b"".join(
            os.fsencode(name) + b"\0" for name in names)), 0)
        self.assertEqual("nothing new: 3 unchanged", done.report)

    def test_an_odd_name(self):
        name = b"archive/two\nlines \xff.txt"
        self.tree({name.removeprefix(b"archive/"): "Odd\n\nAn odd name.\n"})
        self.assertEqual("indexed 1 article (1 undated)", self.from0(name).report)

    def test_a_file_may_hold_the_list(self):
        (self.home / "list").write_bytes(b"archive/2020/rates.txt")
        done = self.check(self.morgue("-d", "index", "index", "--from0", "list"), 0)
        self.assertEqual("indexed 1 article", done.report)

    def test_an_empty_list_is_said(self):
        self.check(self.morgue("-d", "index", "index", "--from0", "-", input=b""), 0, out="",
                   err="note: the list names no file; nothing was read\n")
        self.assertFalse((self.home / "index").exists())

    def test_what_is_no_list(self):
        for list_, said in [(b"a\nb\n", "the list has lines"), (b"a\0\0b\0", "name 2 on the list")]:
            done = self.check(self.morgue("-d", "index", "index", "--from0", "-", input=list_), 2)
            self.assertIn(said, done.err)
        done = self.check(self.morgue("-d", "index", "index", "--from0", "nowhere"), 2, out="")
        self.assertIn("cannot read the list nowhere: No such file", done.err)

    def test_paths_beside_it_are_an_error(self):
        done = self.from0("archive/2020/rates.txt", arguments=[self.folder], code=2)
        self.assertIn("--from0 and PATHs do not go together", done.err)

    def test_many_names(self):
        self.tree({f"many/n{number}x.txt": f"T {number}\n\nB {number}.\n"
                   for number in range(3000)})
        names = [f"many/n{number}x.txt" for number in range(3000)]
        done = self.check(self.morgue("-d", self.home / "index", "index", *names,
                                      here=self.folder), 0)
        self.assertTrue(done.report.startswith("indexed 3,000 articles"), done)
        self.assertEqual("nothing new: 3,000 unchanged",
                         self.from0(*names, here=self.folder).report)


if __name__ == "__main__":
    main()
