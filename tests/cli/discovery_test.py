"""Which index is used, and which are refused."""

import os
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
                       err=f"morgue: error: no index: there is no .morgue in {self.home} or in a "
                           "folder above it\n  hint: morgue index PATH makes one; -d DIR or "
                           "$MORGUE_INDEX names one elsewhere\n")

    def test_named_but_not_there(self):
        nowhere = self.home / "nowhere"
        self.check(self.morgue("-d", nowhere, "search", "storm"), 3, out="",
                   err=f"morgue: error: no index in {nowhere}\n"
                       "  hint: morgue index PATH makes one; -d DIR names another\n")

    def test_indexing_below_a_tree_uses_its_index(self):
        folder = self.indexed()
        self.check(self.morgue("index", folder / "2019"), 0, out="2 unchanged\n")
        self.assertFalse((folder / "2019" / ".morgue").exists())

    def test_an_index_elsewhere(self):
        folder = self.tree({"a.txt": "One\n\nA storm.\n"})
        index = self.home / "elsewhere"
        self.check(self.morgue("-d", index, "index", folder), 0, out="1 added\n")
        self.assertTrue((index / "XAPIANDB").is_file())
        self.assertFalse((folder / ".morgue").exists())

    def test_a_folder_of_other_things_does_not_become_an_index(self):
        folder = self.tree({"a.txt": "One\n\nA storm.\n"})
        self.check(self.morgue("-d", folder, "index", folder), 0, out="1 added\n")
        self.assertTrue((folder / ".morgue" / "XAPIANDB").is_file())
        self.assertFalse((folder / "XAPIANDB").exists())

    def test_several_paths_need_one_index(self):
        one = self.tree({"a.txt": "One\n\nA storm.\n"}, below="one")
        two = self.tree({"b.txt": "Two\n\nA calm.\n"}, below="two")
        self.check(self.morgue("index", one, two), 2, out="",
                   err="morgue: error: several paths, and no index yet to put them in\n"
                       "  hint: name the folder for the index: morgue -d DIR index PATH...\n")
        self.check(self.morgue("-d", self.home / "both", "index", one, two), 0, out="2 added\n")
        self.check(self.morgue("index", one), 0)
        self.check(self.morgue("index", one, two), 2, out="",
                   err="morgue: error: these paths do not belong to one index\n"
                       "  hint: index them one by one, or name the index: -d DIR\n")


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
