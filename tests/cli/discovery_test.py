"""Which index is used, and which are refused."""

import json
import os
import shutil
import unittest

from harness import CommandTest, main

STRANGER = 65534


class Discovery(CommandTest):
    def test_index_goes_to_the_root_of_the_tree(self):
        folder = self.indexed()
        self.assertTrue((folder / ".morgue" / "XAPIANDB").is_file())

    def test_found_upward(self):
        folder = self.indexed()
        for here in [folder, folder / "2019", folder / "2019" / "03" / "04", folder / ".morgue"]:
            self.check(self.morgue("count", "storm", here=here), 0, out="2\n")

    def test_named_before_or_after_the_command(self):
        folder = self.indexed()
        for name in [folder, folder / ".morgue"]:
            for arguments in [["-d", name, "count", "storm"], ["count", "-d", name, "storm"],
                              ["count", "storm", "-d", name],
                              [f"--index={name}", "count", "storm"]]:
                self.check(self.morgue(*arguments, here="/"), 0, out="2\n")

    def test_named_by_the_environment(self):
        folder = self.indexed()
        wanted = {"MORGUE_INDEX": str(folder)}
        self.check(self.morgue("count", "storm", here="/", environment=wanted), 0, out="2\n")

    def test_the_option_goes_before_the_environment_and_that_before_the_tree(self):
        folder = self.indexed()
        other = self.indexed({"a.txt": "One\n\nA single storm.\n"}, below="other")
        wanted = {"MORGUE_INDEX": str(other)}
        self.check(self.morgue("count", "storm", here=folder, environment=wanted), 0, out="1\n")
        self.check(self.morgue("-d", folder, "count", "storm", here=folder, environment=wanted),
                   0, out="2\n")

    def test_none_says_where_it_looked_and_what_to_type(self):
        for command in [["search", "storm"], ["count", "storm"], ["show", "12345678"], ["status"]]:
            self.check(self.morgue(*command), 3, out="",
                       err=f"morgue: error: no .morgue in {self.home} or in a folder above it, "
                           "and no index named by -d or $MORGUE_INDEX\n"
                           "  hint: morgue index PATH makes one; none is on your list, "
                           f"{self.home}/.local/state/morgue/indexes\n")

    def test_named_but_not_there(self):
        nowhere = self.home / "nowhere"
        self.check(self.morgue("-d", nowhere, "search", "storm"), 3, out="",
                   err=f"morgue: error: no index in {nowhere}\n"
                       "  hint: check the spelling; morgue index PATH makes an index\n")
        self.check(self.morgue("-d", self.home, "search", "storm"), 3, out="",
                   err=f"morgue: error: no index in {self.home}\n"
                       "  hint: morgue index PATH makes one; -d DIR names another\n")
        self.check(self.morgue("search", "storm", environment={"MORGUE_INDEX": str(nowhere)}), 3,
                   err=f"morgue: error: no index in {nowhere}, which $MORGUE_INDEX names\n"
                       "  hint: check the spelling; morgue index PATH makes an index\n")

    def test_indexing_below_a_tree_uses_its_index(self):
        folder = self.indexed()
        done = self.morgue("index", folder / "2019", here=self.home)
        self.check(done, 0, out="nothing new: 2 unchanged\n",
                   err="note: the index is archive/.morgue, which was found above; -d DIR names "
                       "another\n")
        self.assertFalse((folder / "2019" / ".morgue").exists())

    def test_an_index_elsewhere(self):
        folder = self.tree({"a.txt": "One\n\nA storm.\n"})
        index = self.home / "elsewhere"
        done = self.check(self.morgue("-d", index, "index", folder), 0)
        self.assertEqual("indexed 1 article (1 undated)", done.report)
        self.assertTrue((index / "XAPIANDB").is_file())
        self.assertFalse((folder / ".morgue").exists())

    def test_a_folder_of_other_things_does_not_become_an_index(self):
        folder = self.tree({"a.txt": "One\n\nA storm.\n"})
        done = self.check(self.morgue("-d", folder, "index", folder), 0)
        self.assertEqual("indexed 1 article (1 undated)", done.report)
        self.assertTrue((folder / ".morgue" / "XAPIANDB").is_file())
        self.assertFalse((folder / "XAPIANDB").exists())

    def test_several_paths_need_one_index(self):
        one = self.tree({"a.txt": "One\n\nA storm.\n"}, below="one")
        two = self.tree({"b.txt": "Two\n\nA calm.\n"}, below="two")
        self.check(self.morgue("index", one, two), 2, out="",
                   err="morgue: error: several paths, and no index yet to put them in\n"
                       "  hint: name the folder for the index: morgue -d DIR index PATH...\n")
        done = self.check(self.morgue("-d", self.home / "both", "index", one, two), 0)
        self.assertEqual("indexed 2 articles (2 undated)", done.report)
        self.check(self.morgue("index", one), 0)
        self.check(self.morgue("index", one, two), 2, out="",
                   err="morgue: error: these paths do not belong to one index\n"
                       "  hint: index them one by one, or name the index: -d DIR\n")


class From(CommandTest):
    """-C DIR, as git has it."""

    def test_all_is_as_if_started_there(self):
        folder = self.indexed()
        there = self.morgue("search", "storm", here=folder)
        for arguments in [["-C", folder, "search", "storm"], ["search", "storm", "-C", folder],
                          ["-C", self.home, "-C", "archive", "search", "storm"],
                          ["-C", self.home, "-d", "archive", "-C", "archive/2019/..", "-d", ".",
                           "search", "storm"]]:
            done = self.morgue(*arguments, here="/")
            if arguments.count("-d"):
                self.assertEqual(done.code, 4)  # archive/archive is none
            self.assertEqual(without_paths(done), without_paths(there))

    def test_paths_open_from_where_one_stands(self):
        folder = self.indexed()
        done = self.check(self.morgue("-C", folder, "search", "central", here=self.home), 0)
        self.assertEqual(done.lines[2], "    archive/2020/rates.txt")
        done = self.morgue("-C", "archive", "show", "2020/rates.txt", here=self.home)
        self.assertIn("file     archive/2020/rates.txt\n", done.out)

    def test_the_environment_too(self):
        folder = self.indexed()
        self.check(self.morgue("-C", self.home, "count", "storm", here="/",
                               environment={"MORGUE_INDEX": folder.name}), 0, out="2\n")

    def test_indexing(self):
        folder = self.tree({"a.txt": "One\n\nA storm.\n"})
        done = self.check(self.morgue("-C", folder, "index", ".", here="/"), 0)
        self.assertEqual("indexed 1 article (1 undated)", done.report)
        self.assertTrue((folder / ".morgue").is_dir())

    def test_a_folder_that_is_not_there(self):
        self.check(self.morgue("-C", "nowhere", "status"), 2, out="",
                   err="morgue: error: cannot go to nowhere: No such file or directory\n"
                       "  hint: -C takes a folder that is there\n")


def without_paths(done):
    return [line for line in done.lines if not line.endswith(".txt")]


class Listed(CommandTest):
    """The indexes that a person has made, where none is around."""

    def elsewhere(self, *arguments, code, here="/", **options):
        return self.check(self.morgue(*arguments, here=here, **options), code)

    def test_the_only_one_is_used_and_named(self):
        folder = self.indexed()
        done = self.elsewhere("count", "storm", code=0)
        self.assertEqual((done.out, done.err), (
            "2\n", f"note: index {folder}, your only one\n"))
        self.assertIn(f'{folder}/2019'[1:], self.elsewhere("search", "--json", "storm", code=0).out)

    def test_the_only_one_is_brought_up_to_date_from_anywhere(self):
        folder = self.indexed()
        done = self.elsewhere("index", code=0)
        self.assertEqual((done.out, done.err), (
            "nothing new: 3 unchanged\n", f"note: index {folder}, your only one\n"))

    def test_of_several_a_folder_is_forgotten_where_it_lies(self):
        one, two = self.indexed(below="one"), self.indexed(below="two")
        self.check(self.morgue("forget", "two", here=self.home), 0, err="",
                   out="forgot two: 3 articles removed\n")
        done = self.check(self.morgue("forget", two, here=one), 2, out="")
        self.assertIn(f"the index {one}/.morgue does not keep up with", done.err)
        self.check(self.morgue("forget", "nowhere", here=self.home), 3, out="")

    def test_of_several_each_is_named_with_what_to_type(self):
        one = self.indexed(below="one two")
        two = self.indexed(below="two")
        done = self.elsewhere("search", "storm corps", "-n", "3", code=3)
        self.assertEqual(done.err.splitlines(), [
            "morgue: error: no .morgue in / or in a folder above it, and no index named by -d or "
            "$MORGUE_INDEX",
            "  hint: you have 2 indexes; name one of them:",
            f"    morgue -d {two} search 'storm corps' -n 3",
            f"    morgue -d '{one}' search 'storm corps' -n 3"])
        done = self.elsewhere("search", "--json", "storm", code=3)
        self.assertEqual(json.loads(done.err)["error"]["commands"], [
            f"morgue -d {two} search --json storm", f"morgue -d '{one}' search --json storm"])

    def test_what_is_gone_does_not_count(self):
        one = self.indexed(below="one")
        two = self.indexed(below="two")
        shutil.rmtree(one / ".morgue")
        self.assertIn(str(two), self.elsewhere("count", "storm", code=0).err)
        shutil.rmtree(two)
        done = self.elsewhere("count", "storm", code=3)
        self.assertIn("none is on your list", done.err)

    def test_one_around_goes_before_the_list(self):
        one = self.indexed(below="one")
        self.indexed({"a.txt": "One\n\nA single storm.\n"}, below="two")
        shutil.rmtree(one / ".morgue")
        self.check(self.morgue("count", "storm", here=self.home / "two"), 0, out="1\n", err="")

    def test_a_list_that_cannot_be_read_is_said(self):
        (self.home / ".local/state/morgue/indexes").mkdir(parents=True)
        done = self.elsewhere("count", "storm", code=3)
        self.assertIn("note: your list of indexes: ", done.err)

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a folder to another user")
    def test_another_users_index_is_not_taken(self):
        folder = self.indexed()
        os.chown(folder / ".morgue", STRANGER, STRANGER)
        self.assertIn("belongs to another user", self.elsewhere("count", "storm", code=3).err)


class Several(CommandTest):
    def setUp(self):
        super().setUp()
        self.one = self.indexed(below="one")
        self.two = self.indexed({"a.txt": "Another storm\n\nIt blew.\n"}, below="two")
        self.here = self.home

    def test_are_searched_as_one(self):
        done = self.check(self.morgue("-d", "one", "--index=two", "count", "storm"), 0, err="")
        self.assertEqual(done.out, "3\n")
        files = self.morgue("-d", "one", "-d", "two", "search", "--format=paths", "storm").lines
        self.assertEqual(sorted(files), ["one/2019/03/04/storm.txt", "one/2019/03/05/calm.txt",
                                         "two/a.txt"])
        for file in files:
            self.assertTrue((self.home / file).is_file())

    def test_one_that_is_not_there_is_said_and_the_others_are_searched(self):
        for wrong in [["-d", "nowhere", "-d", "one"], ["-d", "one", "-d", "nowhere"]]:
            done = self.check(self.morgue(*wrong, "count", "storm"), 4, out="2\n")
            self.assertEqual(done.err.splitlines()[0], "morgue: error: no index in nowhere")
        self.check(self.morgue("-d", "nowhere", "-d", "one", "count", "zebra"), 4, out="0\n")

    def test_one_that_is_broken_is_said_and_the_others_are_searched(self):
        (self.two / ".morgue" / "XAPIANDB").write_text("nonsense\n")
        for order in [["-d", "one", "-d", "two"], ["-d", "two", "-d", "one"]]:
            done = self.check(self.morgue(*order, "count", "storm"), 4, out="2\n")
            self.assertIn("two/.morgue", done.err.splitlines()[0])

    def test_none_of_them(self):
        done = self.check(self.morgue("-d", "no", "-d", "where", "count", "storm"), 3, out="")
        self.assertEqual([line for line in done.err.splitlines() if "error" in line],
                         ["morgue: error: no index in no", "morgue: error: no index in where"])

    def test_twice_the_same_counts_once(self):
        self.check(self.morgue("-d", "one", "-d", "one/.morgue", "count", "storm"), 0, out="2\n",
                   err=f"note: the index {self.one} was named twice\n")

    def test_only_one_is_written(self):
        done = self.check(self.morgue("-d", "one", "-d", "two", "index", "one"), 2, out="")
        self.assertIn("only one index can be written at a time", done.err)


class Closed(CommandTest):
    """A `.morgue` that is of no use hides what lies above it, and says so."""

    @unittest.skipUnless(os.geteuid() == 0, "only root can become another user")
    def test_one_that_may_not_be_read(self):
        folder = self.indexed()
        inner = folder / "2019"
        (inner / ".morgue").mkdir(mode=0o700)
        self.home.chmod(0o755)
        done = self.check(self.morgue("count", "storm", here=inner, user=STRANGER), 3, out="")
        self.assertIn(f"{inner}/.morgue", done.err.splitlines()[0])
        os.chown(inner / ".morgue", STRANGER, STRANGER)
        (inner / ".morgue").chmod(0)
        self.check(self.morgue("count", "storm", here=inner, user=STRANGER), 3, out="",
                   err=f"morgue: error: may not look into {inner}/.morgue\n  hint: ask its owner "
                       "for the right to read it, or name another index: -d DIR\n")

    def test_one_without_an_index(self):
        folder = self.indexed()
        inner = folder / "2019"
        (inner / ".morgue").mkdir()
        self.check(self.morgue("count", "storm", here=inner), 3, out="",
                   err=f"morgue: error: there is no index in {inner}/.morgue yet\n"
                       f"  hint: morgue index {inner} makes it\n")

    def test_a_file_of_that_name_hides_nothing(self):
        folder = self.indexed()
        (folder / "2019" / ".morgue").touch()
        self.check(self.morgue("count", "storm", here=folder / "2019"), 0, out="2\n")


class Distrust(CommandTest):
    def hostile(self, folder, stub):
        (folder / ".morgue" / "XAPIANDB").write_text(stub)

    def test_an_index_that_names_a_program_runs_nothing(self):
        trap = self.home / "trap"
        trap.write_text(f"#!/bin/sh\ntouch {self.home}/sprung\n")
        trap.chmod(0o755)
        folder = self.indexed()
        for line in [f"remote :{trap} x", "remote ssh evil", "inmemory", "auto /etc",
                     "glass /etc", "glass ../../elsewhere", "glass shards/../../elsewhere",
                     f"glass {self.home}/archive/.morgue/shards"]:
            for first in ["", "# morgue format=1 generation=1 dead=dead.1 crc32c=00000000\n"]:
                with self.subTest(line=line, first=first):
                    self.hostile(folder, first + line + "\n")
                    done = self.check(self.morgue("search", "storm", here=folder), 3, out="")
                    self.assertRegex(done.err, r"^morgue: error: ")
                    self.assertFalse((self.home / "sprung").exists())

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a folder to another user")
    def test_another_users_index_is_not_picked_up(self):
        folder = self.indexed()
        os.chown(folder / ".morgue", STRANGER, STRANGER)
        done = self.check(self.morgue("search", "storm", here=folder / "2019"), 3, out="")
        self.assertEqual(done.err, f"morgue: error: the index found in {folder}/.morgue belongs to "
                                   f"another user\n  hint: if you trust it, name it: -d "
                                   f"{folder}/.morgue\n")
        self.check(self.morgue("index", folder), 3, out="")
        self.check(self.morgue("-d", folder, "count", "storm"), 0, out="2\n")


if __name__ == "__main__":
    main()
