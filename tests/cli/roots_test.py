"""What an index keeps up with: morgue index without PATH, files named one by one, morgue forget."""

import shutil

from harness import ARTICLES, CommandTest, main

NEW = {"new.txt": "New\n\nBrand new.\n"}


class RootsTest(CommandTest):
    def report(self, *arguments, **options):
        return self.check(self.morgue(*arguments, **options), 0).report

    def count(self, query="*", **options):
        return int(self.morgue("count", query, **options).out)


class WithoutPath(RootsTest):
    def test_all_that_is_known_is_brought_up_to_date(self):
        one = self.tree(ARTICLES, "one")
        two = self.tree({"b.txt": "Two\n\nA calm.\n"}, "two")
        self.check(self.morgue("-d", "both", "index", one, two), 0)
        self.tree(NEW, "one")
        (two / "b.txt").write_text("Two\n\nNo calm any more.\n")
        self.assertEqual("1 added, 1 changed, 3 unchanged", self.report("-d", "both", "index"))
        self.check(self.morgue("-d", "both", "index"), 0, out="nothing new: 5 unchanged\n", err="")

    def test_anywhere_in_the_tree(self):
        folder = self.indexed()
        self.tree(NEW)
        done = self.check(self.morgue("index", here=folder / "2019"), 0)
        self.assertEqual("1 added, 3 unchanged", done.report)
        self.assertIn("the index is ../.morgue", done.err)

    def test_nothing_is_known(self):
        self.check(self.morgue("index"), 3, out="")
        folder = self.indexed()
        self.check(self.morgue("forget", folder), 0)
        done = self.check(self.morgue("index"), 2, out="")
        self.assertIn("the index knows no folder", done.err)
        self.assertIn("morgue index PATH", done.err)

    def test_a_folder_that_is_gone_is_kept_and_told_of(self):
        one, two = self.tree(ARTICLES, "one"), self.tree(NEW, "two")
        self.check(self.morgue("-d", "both", "index", one, two), 0)
        shutil.rmtree(one)
        done = self.check(self.morgue("-d", "both", "index"), 4)
        self.assertEqual("morgue: warning: 3 articles of one not removed: it is missing\n"
                         "  hint: if it is not to come back: morgue forget one\n", done.err)
        self.assertEqual(4, self.count(environment={"MORGUE_INDEX": "both"}))
        self.assertEqual("forgot one: 3 articles removed",
                         self.report("-d", "both", "forget", "one"))
        self.check(self.morgue("-d", "both", "index"), 0, out="nothing new: 1 unchanged\n", err="")


class NamedFiles(RootsTest):
    def test_beside_a_named_file_nothing_is_read(self):
        folder = self.tree(ARTICLES)
        self.check(self.morgue("-d", "some", "index", folder / "2020/rates.txt"), 0)
        self.tree({"2020/other.txt": "Other\n\nNot named.\n"})
        self.assertEqual("nothing new: 1 unchanged", self.report("-d", "some", "index"))
        (folder / "2020/rates.txt").write_text("Rates\n\nLowered.\n")
        self.assertEqual("1 changed", self.report("-d", "some", "index"))

    def test_the_folder_named_later_takes_them_in(self):
        folder = self.tree(ARTICLES)
        self.check(self.morgue("-d", "some", "index", folder / "2020/rates.txt"), 0)
        self.assertEqual("2 added, 1 unchanged", self.report("-d", "some", "index", folder))
        self.check(self.morgue("-d", "some", "index"), 0, out="nothing new: 3 unchanged\n")
        status = self.morgue("-d", "some", "status", "--json").objects[0]
        self.assertEqual(["archive"], [root["path"] for root in status["roots"]])

    def test_a_named_file_that_is_gone_goes(self):
        folder = self.tree(ARTICLES)
        files = [folder / "2020/rates.txt", folder / "2019/03/04/storm.txt"]
        self.check(self.morgue("-d", "some", "index", *files), 0)
        self.tree({"2020/other.txt": "Other\n\nNot named.\n"})
        files[1].unlink()
        done = self.check(self.morgue("-d", "some", "index"), 4)
        self.assertIn("1 article of archive/2019/03/04 not removed: nothing of it is left",
                      done.err)
        self.assertIn("morgue index --confirm-removals\n", done.err)
        self.assertEqual("1 removed, 1 unchanged",
                         self.report("-d", "some", "index", "--confirm-removals"))


class Forget(RootsTest):
    def test_by_the_path_and_what_it_says(self):
        folder = self.indexed()
        self.check(self.morgue("forget", folder), 0, out="forgot .: 3 articles removed\n", err="")
        self.assertEqual(0, self.count())
        self.assertEqual("indexed 3 articles", self.report("index", folder))

    def test_what_it_does_not_know(self):
        folder = self.indexed()
        for path in ["2019", "nowhere", "..", ""]:
            done = self.check(self.morgue("forget", path), 2, out="")
            self.assertIn(f"the index {folder}/.morgue does not keep up with '{path}'\n", done.err)
            self.assertIn(f"the folders that it knows: {folder}\n", done.err)
        self.check(self.morgue("forget"), 2, out="")
        self.assertEqual(3, self.count())

    def test_a_dot_is_the_working_directory_and_no_name(self):
        folder = self.indexed()
        self.check(self.morgue("-d", folder, "forget", ".", here=self.home), 2)
        self.assertEqual(3, self.count())

    def test_within_another_root_it_stays_forgotten(self):
        folder = self.tree(ARTICLES)
        index = ["-d", self.home / "index"]
        self.check(self.morgue(*index, "index", folder / "2019"), 0)
        self.check(self.morgue(*index, "index", folder), 0)
        self.assertEqual("forgot archive/2019: 2 articles removed",
                         self.report(*index, "forget", folder / "2019"))
        for arguments in [[], [folder], [folder / "2020"]]:
            self.check(self.morgue(*index, "index", *arguments), 0)
            self.assertEqual(1, self.count(environment={"MORGUE_INDEX": "index"}), arguments)
        done = self.check(self.morgue(*index, "index", "--dry-run", folder), 0)
        self.assertIn("passed over: 1 forgotten\n", done.out)
        self.assertEqual("2 added", self.report(*index, "index", folder / "2019"))
        self.check(self.morgue(*index, "index"), 0, out="nothing new: 3 unchanged\n")

    def test_the_list_of_files_lost_it_stays_forgotten(self):
        one, two = self.tree(ARTICLES, "one"), self.tree(NEW, "two")
        self.check(self.morgue("-d", "both", "index", one, two), 0)
        self.check(self.morgue("-d", "both", "forget", one), 0)
        (self.home / "both/FILES").unlink()
        done = self.check(self.morgue("-d", "both", "index"), 0)
        self.assertEqual("nothing new: 1 unchanged", done.report)
        self.assertIn("note: the index's list of files was made anew", done.err)

    def test_for_programs(self):
        folder = self.indexed()
        done = self.check(self.morgue("forget", "--json", folder), 0)
        self.assertEqual([{"v": 1, "type": "forget", "file": ".", "removed": 3}], done.objects)


if __name__ == "__main__":
    main()
