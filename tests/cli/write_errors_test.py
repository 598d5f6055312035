"""What is said when an index may not be written or read: words of users, and what to do."""

import os
import subprocess
import unittest

from harness import ARTICLES, PROGRAM, CommandTest, Outcome, main

STRANGER = 65534
LIBRARY_WORDS = ["Xapian", "glass", "shard", "Database", "boost"]


@unittest.skipUnless(os.geteuid() == 0, "only root can act as two users")
class Permissions(CommandTest):
    """The index belongs to a user without any rights elsewhere, who then loses some on it."""

    def setUp(self):
        super().setUp()
        self.folder = self.tree(ARTICLES)
        os.chmod(self.home, 0o777)
        self.give_away(self.folder)
        self.index = self.folder / ".morgue"

    def give_away(self, folder):
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, STRANGER, STRANGER)

    def as_stranger(self, *arguments):
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.home, capture_output=True,
                              text=True, env=self.environment(), user=STRANGER, group=STRANGER,
                              extra_groups=[])
        outcome = Outcome(done.stdout, done.stderr, done.returncode)
        for word in LIBRARY_WORDS:
            self.assertNotIn(word, outcome.err)
        return outcome

    def refused(self, *arguments, said):
        done = self.check(self.as_stranger(*arguments), 3, out="")
        self.assertIn(said, done.err)
        self.assertIn("  hint: ", done.err)
        return done

    def test_a_folder_that_may_not_be_written(self):
        os.chmod(self.folder, 0o555)
        self.refused("index", self.folder, said=f"you may not write the index in {self.index}")
        self.assertFalse(self.index.exists())

    def test_a_folder_that_may_not_be_looked_into(self):
        os.chown(self.folder, 0, 0)
        os.chmod(self.folder, 0o700)
        self.refused("index", self.folder, said=f"may not look into {self.index}")

    def test_a_copy_where_nothing_may_be_written(self):
        self.check(self.as_stranger("index", self.folder), 0)
        os.chmod(self.home, 0o755)
        self.refused("clone", self.folder, self.home / "copy",
                     said=f"cannot create {self.home}/copy: Permission denied")
        self.assertFalse((self.home / "copy").exists())

    def test_the_lock_of_another_user(self):
        self.check(self.as_stranger("index", self.folder), 0)
        os.chown(self.index / "LOCK", 0, 0)
        os.chmod(self.index / "LOCK", 0o600)
        done = self.refused("-d", self.folder, "index", self.folder,
                            said=f"you may not write the index in {self.index}")
        self.assertIn("morgue -d DIR index PATH", done.err)

    def test_an_index_that_may_not_be_looked_into(self):
        self.check(self.as_stranger("index", self.folder), 0)
        os.chmod(self.index, 0)
        for arguments in [["index", self.folder], ["search", "-d", self.folder, "storm"]]:
            self.refused(*arguments, said=str(self.index))

    def test_a_part_that_may_not_be_read(self):
        self.check(self.as_stranger("index", self.folder), 0)
        words = next((self.index / "shards").glob("*/position.glass")).parent / "postlist.glass"
        for path in [words.parent, words]:
            mode = path.stat().st_mode & 0o777
            os.chown(path, 0, 0)
            os.chmod(path, 0o700 if path.is_dir() else 0o600)
            for arguments in [["-d", self.folder, "index"],
                              ["-d", self.folder, "search", "storm"]]:
                self.refused(*arguments, said="permission")
            os.chown(path, STRANGER, STRANGER)
            os.chmod(path, mode)
        self.check(self.as_stranger("-d", self.folder, "count", "storm"), 0, out="2\n")


if __name__ == "__main__":
    main()
