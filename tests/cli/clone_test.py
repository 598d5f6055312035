"""morgue clone: a whole copy of an index, also while another process writes it."""

import os
import re
import shutil
import subprocess
import threading

from harness import ARTICLES, PROGRAM, CommandTest, contents, main


class Clone(CommandTest):
    def test_answers_as_the_index_does(self):
        folder = self.indexed()
        done = self.check(self.morgue("clone", folder, self.home / "copy"), 0)
        self.assertRegex(done.out, r"^copied 3 articles to .*/copy, [\d.]+ kB\n$")
        asked = self.morgue("search", "--json", "storm").objects
        copied = self.morgue("search", "-d", self.home / "copy", "--json", "storm").objects
        self.assertEqual([hit["id"] for hit in asked], [hit["id"] for hit in copied])
        self.assertEqual([], list((self.home / "copy").glob("*.tmp")))
        self.assertFalse((self.home / "copy/LOCK").exists())

    def test_of_an_index_that_may_only_be_read(self):
        folder = self.indexed()
        before = contents(folder)
        for path in [folder / ".morgue", *(folder / ".morgue").rglob("*")]:
            os.chmod(path, 0o555 if path.is_dir() else 0o444)
        self.check(self.morgue("clone", folder, self.home / "copy"), 0)
        self.assertEqual(before, contents(folder))
        (self.home / "copy").chmod(0o700)

    def test_says_where_it_looks_for_folders(self):
        folder = self.indexed()
        done = self.check(self.morgue("clone", folder, self.home / "deep/copy"), 0)
        self.assertEqual(f"note: the index finds the folder {folder} by its place beside the "
                         f"index, so the copy looks for it in {self.home}/deep; searching does "
                         "not need it\n", done.err)
        copy = self.tree(ARTICLES, "twin")
        self.check(self.morgue("clone", folder, copy / ".morgue"), 0)
        self.check(self.morgue("index", here=copy), 0, out="nothing new: 3 unchanged\n")

    def test_an_elsewhere_root_needs_no_word(self):
        folder = self.tree(ARTICLES)
        self.check(self.morgue("-d", "index", "index", folder), 0)
        self.check(self.morgue("clone", "index", "copy"), 0, err="")
        self.check(self.morgue("-d", "copy", "index"), 0, out="nothing new: 3 unchanged\n")

    def test_never_over_anything(self):
        folder = self.indexed()
        full = self.tree({"kept.txt": "kept"}, "full")
        for to, said in [(full, "is not empty"), (full / "kept.txt", "cannot"),
                         (folder / ".morgue/copy", "lies within the index"),
                         (folder / ".morgue", "lies within the index")]:
            before = contents(self.home)
            done = self.morgue("clone", folder, to)
            self.assertIn(done.code, (2, 3), done)
            self.assertIn(said, done.err)
            self.assertEqual(before, contents(self.home))
        (self.home / "empty").mkdir()
        self.check(self.morgue("clone", folder, self.home / "empty"), 0)

    def test_without_an_index(self):
        done = self.check(self.morgue("clone", self.tree(ARTICLES), self.home / "copy"), 3, out="")
        self.assertIn("no index in", done.err)
        self.assertFalse((self.home / "copy").exists())
        self.check(self.morgue("clone", self.home), 2, out="")

    def test_a_damaged_index_leaves_no_copy(self):
        folder = self.indexed()
        for dead in (folder / ".morgue").glob("dead.*"):
            dead.unlink()
        self.check(self.morgue("clone", folder, self.home / "copy"), 3, out="")
        self.assertFalse((self.home / "copy").exists())

    def test_a_text_that_changed_is_not_copied(self):
        folder = self.indexed()
        texts = max((folder / ".morgue/shards").glob("*/docdata.glass"),
                    key=lambda path: path.stat().st_size)
        content = bytearray(texts.read_bytes())
        content[len(content) - 40] ^= 4
        texts.write_bytes(content)
        done = self.check(self.morgue("clone", folder, self.home / "copy"), 3, out="")
        self.assertIn("is not as it was written", done.err)
        self.assertFalse((self.home / "copy").exists())

    def test_for_programs(self):
        folder = self.indexed()
        note, whole = self.check(self.morgue("clone", "--json", folder, "../copy"), 0).objects
        self.assertEqual(["note", "relative-root"], [note["type"], note["code"]])
        self.assertGreater(whole.pop("bytes"), 0)
        self.assertEqual({"v": 1, "type": "clone", "index": "../copy", "articles": 3}, whole)


class WhileWritten(CommandTest):
    """Another process adds an article, run after run; each copy holds the state of one moment."""

    RUNS = 30

    def write(self):
        for number in range(self.RUNS):
            (self.folder / f"n{number}.txt").write_text(f"Title {number}\n\nWord number.\n")
            self.check(self.morgue("index", self.folder), 0)
            self.published.append(number + 2)
            # What is not named any more goes at once, as if a minute had passed.
            for path in [*self.index.glob("dead.*"), *(self.index / "shards").iterdir()]:
                self.make_old(path)

    @staticmethod
    def make_old(path):
        try:
            os.utime(path, (1, 1))
        except FileNotFoundError:
            pass

    def test_every_copy_is_whole(self):
        self.folder = self.indexed({"first.txt": "First\n\nWord number.\n"})
        self.index = self.folder / ".morgue"
        self.published = [1]
        writer = threading.Thread(target=self.write)
        writer.start()
        copies = 0
        while writer.is_alive():
            at_least = self.published[-1]
            self.check_copy(self.home / f"copy{copies}", at_least)
            copies += 1
        writer.join()
        self.assertEqual(self.RUNS + 1, self.published[-1])
        self.assertGreater(copies, 3)

    def check_copy(self, copy, at_least):
        done = self.check(self.morgue("clone", self.folder, copy), 0)
        articles = int(re.match(r"copied (\d+) article", done.out)[1])
        self.assertGreaterEqual(articles, at_least)
        self.assertEqual(f"{articles}\n", self.morgue("-d", copy, "count", "word").out)
        checked = subprocess.run(["xapian-check", copy / "XAPIANDB"], capture_output=True,
                                 text=True)
        self.assertEqual(0, checked.returncode, checked.stdout)
        shutil.rmtree(copy)


if __name__ == "__main__":
    main()
